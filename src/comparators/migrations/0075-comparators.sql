-- What is published of all authorities, and which of them are like this one.
create schema comparators;

create table comparators.imports (
  authority text not null,
  id uuid not null,
  -- Files that were brought at once.
  batch uuid not null,
  file_name text not null,
  sha256 text not null,
  kind text not null check (kind in ('published', 'neighbours', 'dictionary', 'refused')),
  -- Where it is from, in the words of who brought it.
  source text not null,
  brought_by text not null,
  brought_by_name text not null,
  brought_at timestamptz not null,
  rows_found integer not null,
  rows_taken integer not null,
  values_added integer not null,
  values_revised integer not null,
  -- Of the lines that were refused or kept in part, the first thousand; how many there were in all.
  refusals jsonb not null,
  refusal_count integer not null,
  -- What is to be known of the whole file, a sentence each.
  notes text[] not null,
  primary key (authority, id)
);
create index on comparators.imports (authority, batch);
create index on comparators.imports (authority, sha256);
select kit.keep_apart('comparators.imports', 'select, insert');

-- One measure in one year: what its places have, place by place. A later import's values stand before
-- those of an earlier one, which stay.
create table comparators.cuts (
  authority text not null,
  measure text not null,
  year integer not null,
  import uuid not null,
  places text[] not null,
  -- Null where a symbol stands in the place of a number.
  numbers float8[] not null,
  -- '' where there is a number.
  symbols text[] not null,
  primary key (authority, measure, year, import),
  foreign key (authority, import) references comparators.imports,
  check (cardinality(places) = cardinality(numbers) and cardinality(places) = cardinality(symbols))
);
select kit.keep_apart('comparators.cuts', 'select, insert');

create table comparators.places (
  authority text not null,
  -- England's or a region's code; of an authority the code of three digits.
  code text not null,
  level text not null check (level in ('national', 'regional', 'authority')),
  name text not null,
  new_code text not null,
  primary key (authority, code)
);
select kit.keep_apart('comparators.places', 'select, insert, update');

create table comparators.dictionary (
  authority text not null,
  code text not null,
  name text not null,
  better text check (better in ('high', 'low')),
  year_kind text not null,
  owner text not null,
  updated_on date,
  next_on date,
  import uuid not null,
  primary key (authority, code),
  foreign key (authority, import) references comparators.imports
);
select kit.keep_apart('comparators.dictionary', 'select, insert, update');

create table comparators.neighbour_sets (
  authority text not null,
  id uuid not null,
  -- The first day on which it holds.
  holds_from date not null,
  import uuid not null,
  primary key (authority, id),
  foreign key (authority, import) references comparators.imports
);
select kit.keep_apart('comparators.neighbour_sets', 'select, insert, update');

create table comparators.neighbours (
  authority text not null,
  set_id uuid not null,
  code text not null,
  name text not null,
  region text not null,
  former boolean not null,
  -- Likest first.
  neighbours text[] not null,
  -- How close each is, in the words that are published; '' where the file does not say.
  closeness text[] not null,
  primary key (authority, set_id, code),
  foreign key (authority, set_id) references comparators.neighbour_sets,
  check (cardinality(neighbours) = cardinality(closeness))
);
select kit.keep_apart('comparators.neighbours', 'select, insert');
