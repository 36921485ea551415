-- Figures that no statutory file holds: somebody enters one for a period and says where it is from.
create schema series;

create table series.values (
  authority text not null,
  id uuid not null,
  indicator text not null,
  -- The version of the definition under which it was entered.
  version integer not null,
  -- The first day of the last month of the period.
  period_end date not null,
  dimension text not null,
  slice text not null,
  -- Null where a figure was taken back: then the period has none.
  numerator float8,
  -- Null for what has none, and where the number of children in the area stands in its place.
  denominator float8,
  source text not null,
  note text not null,
  entered_by text not null,
  entered_by_name text not null,
  entered_by_post text not null,
  entered_at timestamptz not null,
  -- The table that it came in with; null where it was typed.
  sheet uuid,
  -- Why it took another's place; '' for the first of its period.
  because text not null,
  superseded_by uuid,
  superseded_at timestamptz,
  primary key (authority, id),
  check ((superseded_by is null) = (superseded_at is null)),
  check (numerator >= 0 and numerator < 'Infinity'),
  check (denominator >= 0 and denominator < 'Infinity')
);
-- One figure for one period and part; what stood before stays, and names what took its place.
create unique index on series.values (authority, indicator, dimension, slice, period_end)
  where superseded_by is null;
select kit.keep_apart('series.values', 'select, insert, update');
