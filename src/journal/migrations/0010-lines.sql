-- Who changed what and when. A line holds the hash of the line before it, and nothing is ever
-- altered or taken away; `journal.heads` holds the end of each chain, so that a missing end shows.
create schema journal;

create table journal.lines (
  authority text not null,
  seq bigint not null,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  detail jsonb not null,
  previous_hash text not null,
  hash text not null,
  primary key (authority, seq)
);
create index on journal.lines (authority, subject_kind, subject_id, seq);
select kit.keep_apart('journal.lines', 'select, insert');

create table journal.heads (
  authority text primary key,
  seq bigint not null,
  hash text not null
);
select kit.keep_apart('journal.heads', 'select, insert, update');

create function journal.refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is only ever added to';
end $$;

create trigger only_added before update or delete on journal.lines
  for each row execute function journal.refuse();
create trigger never_emptied before truncate on journal.lines
  for each statement execute function journal.refuse();
