-- How long each kind of record is kept, from which day on, and what was destroyed by which rule.
create schema retention;

create table retention.rules (
  authority text not null,
  id uuid not null,
  kind text not null,
  -- The first day on which it holds; until another of the same kind does.
  from_day date not null,
  -- Null: kept without end.
  months integer check (months > 0),
  because text not null,
  set_by text not null,
  set_at timestamptz not null,
  primary key (authority, id)
);
select kit.keep_apart('retention.rules', 'select, insert');

-- Never what was in it: only what it was, and enough to recognise it by.
create table retention.destroyed (
  authority text not null,
  id uuid not null,
  kind text not null,
  -- How it was known: the identifier of an extract; 'many' for rows that have no name of their own.
  thing text not null,
  words text not null,
  things integer not null,
  rule text not null,
  -- SHA-256 of what was destroyed, or of the names of what was destroyed.
  hash text,
  destroyed_at timestamptz not null,
  destroyed_by text not null,
  primary key (authority, id)
);
select kit.keep_apart('retention.destroyed', 'select, insert');
