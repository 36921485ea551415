-- Everything that anybody found, in one place: what it says, where it was found, what became of it.
create schema findings;

create table findings.findings (
  authority text not null,
  id uuid not null,
  -- What people call it: finding 12.
  number integer not null,
  source_kind text not null,
  -- The document or occasion, as people name it.
  source text not null,
  -- Verbatim.
  words text not null,
  theme text not null,
  found_on date not null,
  severity text not null check (severity in ('urgent', 'high', 'medium', 'low')),
  -- The children it is about: an indicator and a part of the county, or words. Never a child.
  cohort_indicator text,
  cohort_dimension text,
  cohort_part text,
  cohort_words text,
  state text not null check (state in
    ('new', 'triaged', 'in action', 'verified change', 'closed', 'declined', 'merged')),
  owner_id text,
  owner text,
  shared_with text[] not null default '{}',
  merged_into uuid,
  verified_on date,
  -- How the change is known, and who says so.
  verified_words text,
  verified_by text,
  ended_on date,
  ended_words text,
  received_at timestamptz not null,
  primary key (authority, id),
  unique (authority, number),
  foreign key (authority, merged_into) references findings.findings,
  check ((state = 'merged') = (merged_into is not null)),
  check (merged_into <> id)
);
create index on findings.findings (authority, state);
select kit.keep_apart('findings.findings', 'select, insert, update');

-- The history of every word: what was done, by whom, and what changed.
create table findings.events (
  authority text not null,
  id bigint generated always as identity,
  finding_id uuid not null,
  at timestamptz not null,
  actor text not null,
  actor_name text not null,
  action text not null,
  words text not null,
  before jsonb not null,
  after jsonb not null,
  primary key (authority, id),
  foreign key (authority, finding_id) references findings.findings
);
create index on findings.events (authority, finding_id, id);
select kit.keep_apart('findings.events', 'select, insert');

-- A table that somebody brought, until its columns are named, and then what became of each row.
create table findings.sheets (
  authority text not null,
  id uuid not null,
  purpose text not null,
  name text not null,
  brought_at timestamptz not null,
  brought_by text not null,
  headings text[] not null,
  -- Each row with its number in the file.
  lines jsonb not null,
  notes text[] not null,
  mapping jsonb,
  refused jsonb,
  taken integer,
  primary key (authority, id)
);
select kit.keep_apart('findings.sheets', 'select, insert, update');
