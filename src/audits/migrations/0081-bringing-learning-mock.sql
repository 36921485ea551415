-- Which audit came from which row of which table, so that a table brought twice brings nothing twice.
create table audits.imported (
  authority text not null,
  -- What says that two rows are the same audit, as a hash.
  row_sha256 text not null,
  audit_id uuid not null,
  sheet_id uuid not null,
  line integer not null,
  -- What the table called the tool.
  tool_words text not null default '',
  primary key (authority, row_sha256),
  foreign key (authority, audit_id) references audits.audits
);
create index on audits.imported (authority, audit_id);
select kit.keep_apart('audits.imported', 'select, insert');

-- Strong work in words from which nobody can be known, approved by somebody other than its writer.
create table audits.exemplars (
  authority text not null,
  id uuid not null,
  audit_id uuid not null,
  tool_key text not null,
  standard text not null,
  -- As the standard was called when it was written.
  standard_title text not null,
  title text not null,
  words text not null,
  written_at timestamptz not null,
  written_by_id text not null,
  written_by text not null,
  approved_at timestamptz,
  approved_by_id text,
  approved_by text,
  withdrawn_at timestamptz,
  withdrawn_because text not null default '',
  primary key (authority, id),
  foreign key (authority, audit_id) references audits.audits,
  check (approved_by_id is null or approved_by_id <> written_by_id)
);
select kit.keep_apart('audits.exemplars', 'select, insert, update');

-- What staff are told of what was learned, and who has read it.
create table audits.briefings (
  authority text not null,
  id uuid not null,
  title text not null,
  themes text[] not null,
  words text not null,
  written_at timestamptz not null,
  written_by_id text not null,
  written_by text not null,
  -- When somebody else approved it, from when staff read it.
  published_at timestamptz,
  approved_by_id text,
  approved_by text,
  primary key (authority, id),
  check (approved_by_id is null or approved_by_id <> written_by_id)
);
select kit.keep_apart('audits.briefings', 'select, insert, update');

create table audits.briefing_readings (
  authority text not null,
  briefing_id uuid not null,
  person_id text not null,
  teams text[] not null,
  at timestamptz not null,
  primary key (authority, briefing_id, person_id),
  foreign key (authority, briefing_id) references audits.briefings
);
create index on audits.briefing_readings (authority, person_id);
select kit.keep_apart('audits.briefing_readings', 'select, insert');

-- A rehearsal of an inspection of one service, on the grid of the framework that it rehearses.
create table audits.mocks (
  authority text not null,
  id uuid not null,
  number integer not null,
  service text not null,
  framework text not null,
  from_day date not null,
  until_day date not null,
  -- The posts of those who reviewed.
  reviewers text[] not null,
  made_at timestamptz not null,
  made_by text not null,
  closed_at timestamptz,
  closed_by text,
  primary key (authority, id),
  unique (authority, number),
  check (until_day >= from_day)
);
select kit.keep_apart('audits.mocks', 'select, insert, update');

-- Each judgement as it was written, every version of it.
create table audits.mock_judgements (
  authority text not null,
  mock_id uuid not null,
  judgement text not null,
  version integer not null,
  -- Null where the words say why no grade is given.
  grade text,
  words text not null,
  written_at timestamptz not null,
  written_by_id text not null,
  written_by text not null,
  primary key (authority, mock_id, judgement, version),
  foreign key (authority, mock_id) references audits.mocks
);
select kit.keep_apart('audits.mock_judgements', 'select, insert');

create table audits.mock_audits (
  authority text not null,
  mock_id uuid not null,
  audit_id uuid not null,
  added_at timestamptz not null,
  added_by text not null,
  primary key (authority, mock_id, audit_id),
  foreign key (authority, mock_id) references audits.mocks,
  foreign key (authority, audit_id) references audits.audits
);
select kit.keep_apart('audits.mock_audits', 'select, insert');

create table audits.mock_findings (
  authority text not null,
  mock_id uuid not null,
  finding_id uuid not null,
  judgement text not null,
  added_at timestamptz not null,
  added_by text not null,
  primary key (authority, mock_id, finding_id),
  foreign key (authority, mock_id) references audits.mocks
);
select kit.keep_apart('audits.mock_findings', 'select, insert');
