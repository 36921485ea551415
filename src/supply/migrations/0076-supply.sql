-- Figures that leave the house: by programs in a person's name, and to everybody.
create schema supply;

-- What lets a program read in somebody's name, kept so that nobody can read it back.
create table supply.tokens (
  authority text not null,
  id uuid not null,
  user_id text not null,
  -- What the person calls it: 'Monthly workbook'.
  name text not null,
  token_hash text not null,
  -- It came from a demonstration's persona, and ends with the personas.
  of_persona boolean not null,
  made_at timestamptz not null,
  expires_on date not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (authority, id),
  unique (authority, token_hash)
);
create index on supply.tokens (authority, user_id);
select kit.keep_apart('supply.tokens', 'select, insert, update, delete');

-- Figures that somebody has chosen to publish, until somebody else approves or drops them.
create table supply.proposals (
  authority text not null,
  id uuid not null,
  title text not null,
  -- Codes of indicators, breakdowns and the first and last month.
  choice jsonb not null,
  -- The number of the issue that it corrects, and what was wrong.
  corrects integer,
  reason text not null,
  prepared_by text not null,
  prepared_by_name text not null,
  prepared_at timestamptz not null,
  state text not null check (state in ('waiting', 'published', 'dropped')),
  ended_by_name text,
  ended_at timestamptz,
  primary key (authority, id),
  check ((state = 'waiting') = (ended_at is null))
);
select kit.keep_apart('supply.proposals', 'select, insert, update');

-- What was published, frozen. It cannot be called back, so nobody may change it.
create table supply.issues (
  authority text not null,
  number integer not null,
  title text not null,
  corrects integer,
  reason text not null,
  prepared_by_name text not null,
  approved_by_name text not null,
  published_at timestamptz not null,
  -- As everybody sees it: no small number is in it.
  contents jsonb not null,
  -- The numbers behind it, which later issues need so as not to give them away. Never shown.
  counts jsonb not null,
  primary key (authority, number),
  foreign key (authority, corrects) references supply.issues
);
select kit.keep_apart('supply.issues', 'select, insert');
