-- What has been loaded. The rows themselves are not here: child-level data stands only in the frozen
-- files that these tables name by their SHA-256.
create schema extracts;

create table extracts.extracts (
  authority text not null,
  -- The SHA-256 of the files it was read from: the same files again are the same extract.
  id text not null,
  kind text not null,
  title text not null,
  as_of date not null,
  as_of_because text not null,
  files jsonb not null,
  coverage jsonb not null,
  reports jsonb not null,
  -- Refusals counted by their effect and code. What was refused, with its values, is a frozen file.
  refused jsonb not null,
  refusals_sha256 text not null,
  loaded_at timestamptz not null,
  loaded_by text not null,
  primary key (authority, id)
);
select kit.keep_apart('extracts.extracts', 'select, insert');

create table extracts.frozen_lists (
  authority text not null,
  extract text not null,
  list text not null,
  sha256 text not null,
  rows integer not null,
  bytes bigint not null,
  primary key (authority, extract, list),
  foreign key (authority, extract) references extracts.extracts (authority, id)
);
select kit.keep_apart('extracts.frozen_lists', 'select, insert');
