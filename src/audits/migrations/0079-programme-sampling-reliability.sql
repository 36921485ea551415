-- Who owes how many audits, whom nothing is asked of for a time, and how far auditors agree.

-- So many audits of one tool each month, by one person; each change is an end and a new one.
create table audits.obligations (
  authority text not null,
  id uuid not null,
  person_id text not null,
  person_name text not null,
  role text not null,
  team text not null default '',
  tool_key text not null,
  monthly integer not null check (monthly between 1 and 50),
  from_on date not null,
  -- The last day on which it holds; null while it goes on.
  until_on date,
  made_at timestamptz not null,
  made_by text not null,
  primary key (authority, id),
  check (until_on is null or until_on >= from_on)
);
create index on audits.obligations (authority, person_id);
select kit.keep_apart('audits.obligations', 'select, insert, update');

-- Exemptions taken back all at once: by whose decision, why, and from which day.
create table audits.withdrawals (
  authority text not null,
  id uuid not null,
  on_day date not null,
  reason text not null,
  decided_by text not null,
  made_at timestamptz not null,
  made_by text not null,
  primary key (authority, id)
);
select kit.keep_apart('audits.withdrawals', 'select, insert');

create table audits.exemptions (
  authority text not null,
  id uuid not null,
  person_id text not null,
  person_name text not null,
  -- '' for every tool.
  tool_key text not null default '',
  kind text not null check (kind in ('discretionary', 'leave', 'vacancy')),
  reason text not null,
  from_on date not null,
  -- The last day; an exemption always ends.
  until_on date not null,
  approved_by_id text not null,
  approved_by text not null,
  made_at timestamptz not null,
  -- The first day on which it held no longer, where it was taken back.
  withdrawn_on date,
  withdrawal_id uuid,
  primary key (authority, id),
  foreign key (authority, withdrawal_id) references audits.withdrawals,
  check (until_on >= from_on),
  -- Nobody frees themselves.
  check (approved_by_id <> person_id)
);
create index on audits.exemptions (authority, person_id);
select kit.keep_apart('audits.exemptions', 'select, insert, update');

-- Who was written to of which month; each is written to once before its end and once after.
create table audits.reminders (
  authority text not null,
  person_id text not null,
  month date not null,
  kind text not null check (kind in ('soon', 'late')),
  sent_at timestamptz not null,
  primary key (authority, person_id, month, kind)
);
select kit.keep_apart('audits.reminders', 'select, insert, delete');

-- All extracts that the population came from; extract_id is the newest of them.
alter table audits.samples add column extracts text[] not null default '{}';
alter table audits.sampled add column replaced_at timestamptz;
alter table audits.sampled add column replaced_by_name text;

-- How large a share is graded twice, and how well vignettes have to be graded; the latest holds.
create table audits.reliability_rules (
  authority text not null,
  id bigint generated always as identity,
  second_percent integer not null check (second_percent between 10 and 20),
  vignette_percent integer not null check (vignette_percent between 50 and 100),
  because text not null,
  set_at timestamptz not null,
  set_by text not null,
  primary key (authority, id)
);
select kit.keep_apart('audits.reliability_rules', 'select, insert');

-- Whether chance chose an audit to be graded a second time, and who does it in which audit.
create table audits.second_draws (
  authority text not null,
  audit_id uuid not null,
  drawn_at timestamptz not null,
  -- What was drawn, from 0 to 9999, and below which number it is chosen.
  drawn integer not null,
  below integer not null,
  chosen boolean not null,
  grader_id text,
  grader_name text,
  second_id uuid,
  primary key (authority, audit_id),
  foreign key (authority, audit_id) references audits.audits,
  foreign key (authority, second_id) references audits.audits
);
create index on audits.second_draws (authority, grader_id);
select kit.keep_apart('audits.second_draws', 'select, insert, update');

-- Work that nobody did, with the grades that experienced auditors agreed on.
create table audits.vignettes (
  authority text not null,
  id uuid not null,
  title text not null,
  words text not null,
  tool_key text not null,
  tool_version integer not null,
  agreed jsonb not null,
  agreed_by text not null,
  made_at timestamptz not null,
  made_by text not null,
  retired_at timestamptz,
  primary key (authority, id)
);
select kit.keep_apart('audits.vignettes', 'select, insert, update');

create table audits.vignette_gradings (
  authority text not null,
  id uuid not null,
  vignette_id uuid not null,
  person_id text not null,
  person_name text not null,
  at timestamptz not null,
  grades jsonb not null,
  same integer not null,
  adjacent integer not null,
  graded integer not null,
  passed boolean not null,
  primary key (authority, id),
  foreign key (authority, vignette_id) references audits.vignettes
);
create index on audits.vignette_gradings (authority, person_id);
select kit.keep_apart('audits.vignette_gradings', 'select, insert');

-- The grade that inspectors, or others from outside, gave to work that was audited here.
create table audits.outside_grades (
  authority text not null,
  id uuid not null,
  audit_id uuid not null,
  grade text not null check (grade in ('outstanding', 'good', 'requires improvement', 'inadequate')),
  by_words text not null,
  on_day date not null,
  noted_at timestamptz not null,
  noted_by text not null,
  primary key (authority, id),
  foreign key (authority, audit_id) references audits.audits
);
create index on audits.outside_grades (authority, audit_id);
select kit.keep_apart('audits.outside_grades', 'select, insert');
