-- A series that was entered has months of its own, and says who entered its newest figure.
alter table performance.figures add column first_month date;
alter table performance.figures add column entered jsonb;

-- Figures as an earlier version of their definition counted them: they cannot be counted again.
create table performance.former (
  authority text not null,
  indicator text not null,
  version integer not null,
  dimension text not null,
  slice text not null,
  first_month date not null,
  -- A month for each place from first_month on; NaN where it had no figure.
  numerators float8[] not null,
  denominators float8[] not null,
  superseded_at timestamptz not null,
  primary key (authority, indicator, version, dimension, slice)
);
select kit.keep_apart('performance.former', 'select, insert, update');
