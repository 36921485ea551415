-- What people set on a figure: what it should reach, what happened, and from when its limits are new.
create schema marks;

create table marks.targets (
  authority text not null,
  id uuid not null,
  indicator text not null,
  dimension text not null,
  slice text not null,
  -- Null where the target is not a number; the words are then all there is.
  value double precision,
  words text not null,
  from_on date not null,
  until_on date,
  owner_id text,
  owner text,
  reason text not null,
  set_at timestamptz not null,
  set_by text not null,
  set_by_name text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_why text,
  primary key (authority, id),
  check (until_on >= from_on),
  check (value is not null or words <> ''),
  check (value <> 'NaN' and value < 'Infinity' and value > '-Infinity')
);
create index on marks.targets (authority, indicator);
select kit.keep_apart('marks.targets', 'select, insert, update');

create table marks.notes (
  authority text not null,
  id uuid not null,
  -- Null where it is about every chart of the slice.
  indicator text,
  dimension text not null,
  slice text not null,
  month date not null,
  words text not null,
  made_at timestamptz not null,
  made_by text not null,
  made_by_name text not null,
  changed_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_why text,
  primary key (authority, id)
);
create index on marks.notes (authority, dimension, slice);
select kit.keep_apart('marks.notes', 'select, insert, update');

create table marks.rebasings (
  authority text not null,
  id uuid not null,
  indicator text not null,
  dimension text not null,
  slice text not null,
  from_month date not null,
  reason text not null,
  -- Whether it is the step that the software offered.
  was_offered boolean not null,
  decided_at timestamptz not null,
  decided_by text not null,
  decided_by_name text not null,
  undone_at timestamptz,
  undone_by text,
  undone_why text,
  primary key (authority, id)
);
-- Limits begin once in a month, however often that was undone and done again.
create unique index on marks.rebasings (authority, indicator, dimension, slice, from_month)
  where undone_at is null;
select kit.keep_apart('marks.rebasings', 'select, insert, update');

-- The history of every mark: what was done, by whom, and what it said before.
create table marks.events (
  authority text not null,
  id bigint generated always as identity,
  mark_kind text not null check (mark_kind in ('target', 'note', 'rebasing')),
  mark_id uuid not null,
  at timestamptz not null,
  actor text not null,
  actor_name text not null,
  action text not null,
  words text not null,
  before text not null,
  primary key (authority, id)
);
create index on marks.events (authority, mark_id, id);
select kit.keep_apart('marks.events', 'select, insert');
