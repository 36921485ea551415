-- Figures: an indicator in a slice is one row, with its months in arrays.
create schema performance;

-- When the figures were counted, and from what.
create table performance.counts (
  authority text primary key,
  counted_at timestamptz not null,
  -- The extracts that were there, oldest first: a figure's `extracts` are places in this.
  extracts text[] not null,
  -- Codes and versions of the definitions: others mean that the figures are to be counted again.
  library text not null,
  first_month date not null,
  as_of date not null
);
select kit.keep_apart('performance.counts');

create table performance.figures (
  authority text not null,
  indicator text not null,
  dimension text not null,
  slice text not null,
  version integer not null,
  -- A month for each place from first_month on; NaN where it cannot be counted.
  numerators float8[] not null,
  denominators float8[] not null,
  primary key (authority, indicator, dimension, slice)
);
select kit.keep_apart('performance.figures');

create table performance.sources (
  authority text not null,
  indicator text not null,
  -- For each month the place in counts.extracts of the extract it rests on, from 0; -1 for none.
  extracts smallint[] not null,
  -- Lists that it needs and no extract delivered.
  missing text[] not null,
  primary key (authority, indicator)
);
select kit.keep_apart('performance.sources');
