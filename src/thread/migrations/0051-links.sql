-- What belongs to what, across all rooms: a recommendation, the action that answers it, the measure
-- that proves it. A link is between two things by kind and identifier and says how they belong.
create schema thread;

create table thread.links (
  authority text not null,
  from_kind text not null,
  from_id text not null,
  relation text not null check (relation in
    ('answers', 'proves', 'comes from', 'measures', 're-tests', 'duplicates')),
  to_kind text not null,
  to_id text not null,
  made_at timestamptz not null,
  made_by text not null,
  primary key (authority, from_kind, from_id, relation, to_kind, to_id),
  check (from_kind <> to_kind or from_id <> to_id)
);
create index on thread.links (authority, to_kind, to_id);
select kit.keep_apart('thread.links', 'select, insert, delete');
