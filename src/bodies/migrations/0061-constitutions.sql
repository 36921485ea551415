-- What the council's constitution leaves to itself, from the day on which it holds. A version is never
-- changed: what was noted later holds, and what a deadline was once worked out by stays.
create table bodies.constitutions (
  authority text not null,
  id uuid not null,
  from_on date not null,
  document text not null,
  -- When somebody read it; null where nobody has.
  read_on date,
  -- Each rule with its paragraph.
  rules jsonb not null,
  noted_by text not null,
  noted_by_name text not null,
  noted_at timestamptz not null,
  primary key (authority, id)
);
create index on bodies.constitutions (authority, from_on);
select kit.keep_apart('bodies.constitutions', 'select, insert');
