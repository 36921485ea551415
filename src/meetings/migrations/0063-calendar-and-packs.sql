-- What the calendar, the agendas and the packs of meetings need beside the meetings themselves.

-- How a body goes about its meetings, where no law says it. A body without a row has the usual ways.
create table meetings.habits (
  authority text not null,
  body_id uuid not null,
  -- Clear working days before a meeting on which the agenda is out, where neither Part VA of the 1972
  -- Act nor the 2012 Regulations say it.
  agenda_days smallint not null check (agenda_days between 0 and 60),
  -- Working days before the agenda goes out on which papers are due to the clerk.
  papers_days smallint not null check (papers_days between 0 and 60),
  -- The items that stand on every agenda, in order: title, kind, words.
  standard_items jsonb not null,
  primary key (authority, body_id)
);
select kit.keep_apart('meetings.habits', 'select, insert, update');

-- What is said on each agenda: where to go in a fire, how questions are asked. Of one body or of all.
create table meetings.notices (
  authority text not null,
  id uuid not null,
  body_id uuid,
  position integer not null,
  title text not null,
  words text not null,
  ended boolean not null default false,
  primary key (authority, id)
);
create index on meetings.notices (authority, body_id);
select kit.keep_apart('meetings.notices', 'select, insert, update');

-- Weeks in which the council does not meet.
create table meetings.recesses (
  authority text not null,
  id uuid not null,
  title text not null,
  from_on date not null,
  -- The last day.
  until_on date not null,
  primary key (authority, id),
  check (until_on >= from_on)
);
select kit.keep_apart('meetings.recesses', 'select, insert, delete');

-- What a meeting was before it was moved, postponed or cancelled, and why. Never taken away.
create table meetings.changes (
  authority text not null,
  id uuid not null,
  meeting_id uuid not null,
  kind text not null check (kind in ('moved', 'postponed', 'cancelled', 'confirmed')),
  was jsonb not null,
  reason text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (authority, id),
  foreign key (authority, meeting_id) references meetings.meetings
);
create index on meetings.changes (authority, meeting_id);
select kit.keep_apart('meetings.changes', 'select, insert');

-- The bound pages of a pack that was published as words, bound when somebody first asked for them.
create table meetings.bindings (
  authority text not null,
  pack_id uuid not null,
  file_sha text not null,
  bound_at timestamptz not null,
  primary key (authority, pack_id),
  foreign key (authority, pack_id) references meetings.packs,
  foreign key (authority, file_sha) references meetings.files
);
select kit.keep_apart('meetings.bindings', 'select, insert');

-- Why a file that was brought may not be published as it is: macros, or others' files within it.
alter table meetings.files add column barred text;
