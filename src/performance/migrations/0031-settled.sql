-- Figures that rested on an extract whose records were destroyed: they hold no child, so they stay,
-- and cannot be counted again.
create table performance.settled (
  authority text not null,
  -- The extract without which they do not come out as they were.
  extract text not null,
  indicator text not null,
  dimension text not null,
  slice text not null,
  version integer not null,
  first_month date not null,
  -- A month for each place from first_month on; NaN where the figure does not rest on the extract.
  numerators float8[] not null,
  denominators float8[] not null,
  settled_at timestamptz not null,
  primary key (authority, extract, indicator, dimension, slice)
);
select kit.keep_apart('performance.settled', 'select, insert');
