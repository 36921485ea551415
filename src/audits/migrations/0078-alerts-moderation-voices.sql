-- What follows an audit before its loop: alerts with a clock, the practitioner's own view, moderation,
-- disputes, and what young reviewers say of the language.

-- What the audit came to after somebody else had judged the practice, and what young reviewers may read.
alter table audits.audits add column moderated_grade text
  check (moderated_grade in ('outstanding', 'good', 'requires improvement', 'inadequate'));
alter table audits.audits add column young_words text not null default '';

-- How quickly alerts are answered here; each decision with its reason, the latest holds.
create table audits.clocks (
  authority text not null,
  id bigint generated always as identity,
  acknowledge_hours integer not null check (acknowledge_hours between 1 and 40),
  act_days integer not null check (act_days between 1 and 20),
  confirm_days integer not null check (confirm_days between 1 and 40),
  because text not null,
  set_at timestamptz not null,
  set_by text not null,
  primary key (authority, id)
);
select kit.keep_apart('audits.clocks', 'select, insert');

-- A child who is not safe, or work that is inadequate: who was told, and what was done by when.
create table audits.alerts (
  authority text not null,
  id uuid not null,
  audit_id uuid not null,
  because text not null check (because in ('not safe', 'not known', 'inadequate')),
  team text not null,
  raised_at timestamptz not null,
  raised_by text not null,
  raised_name text not null,
  -- By when, worked out when it was raised from the clock that held then.
  acknowledge_by timestamptz not null,
  act_by timestamptz not null,
  confirm_by timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by text,
  acknowledged_name text,
  acted_at timestamptz,
  acted_by text,
  acted_name text,
  acted_words text not null default '',
  confirmed_at timestamptz,
  confirmed_by text,
  confirmed_name text,
  confirmed_words text not null default '',
  -- When the director was told that it was late.
  escalated_at timestamptz,
  mailed_at timestamptz,
  primary key (authority, id),
  unique (authority, audit_id),
  foreign key (authority, audit_id) references audits.audits
);
create index on audits.alerts (authority, confirmed_at);
select kit.keep_apart('audits.alerts', 'select, insert, update');

-- Whose work it is, where they have an account, and whether they have said what they make of it.
create table audits.invited (
  authority text not null,
  audit_id uuid not null,
  user_id text not null,
  name text not null,
  invited_at timestamptz not null,
  said_at timestamptz,
  primary key (authority, audit_id, user_id),
  foreign key (authority, audit_id) references audits.audits
);
create index on audits.invited (authority, user_id);
select kit.keep_apart('audits.invited', 'select, insert, update');

-- The practice judged by somebody else; the auditor's grade stays where it is.
create table audits.moderations (
  authority text not null,
  id uuid not null,
  audit_id uuid not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  -- Only the standards that the moderator grades otherwise.
  grades jsonb not null,
  was_grade text not null,
  grade text not null,
  direction text not null check (direction in ('up', 'same', 'down')),
  reason text not null,
  primary key (authority, id),
  foreign key (authority, audit_id) references audits.audits
);
create index on audits.moderations (authority, audit_id, at);
select kit.keep_apart('audits.moderations', 'select, insert');

create table audits.disputes (
  authority text not null,
  id uuid not null,
  audit_id uuid not null,
  raised_at timestamptz not null,
  raised_by text not null,
  raised_name text not null,
  raised_as text not null check (raised_as in ('practitioner', 'manager', 'auditor')),
  words text not null,
  -- What was disputed, and what it came to.
  was_grade text not null,
  decided_at timestamptz,
  decided_by text,
  decided_name text,
  outcome text check (outcome in ('stands', 'changed')),
  decided_grade text,
  decided_words text not null default '',
  primary key (authority, id),
  foreign key (authority, audit_id) references audits.audits
);
create index on audits.disputes (authority, audit_id, raised_at);
select kit.keep_apart('audits.disputes', 'select, insert, update');

-- What young reviewers say of the words, and words that the council has found families do not use.
create table audits.language_notes (
  authority text not null,
  id uuid not null,
  audit_id uuid not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  words text not null,
  primary key (authority, id),
  foreign key (authority, audit_id) references audits.audits
);
create index on audits.language_notes (authority, audit_id, at);
select kit.keep_apart('audits.language_notes', 'select, insert');

create table audits.jargon (
  authority text not null,
  words text not null,
  instead text not null,
  added_at timestamptz not null,
  added_by text not null,
  primary key (authority, words)
);
select kit.keep_apart('audits.jargon', 'select, insert, update, delete');
