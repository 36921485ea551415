-- The council that uses the installation: what it is called, and what its rates are counted over.
create schema council;

create table council.authorities (
  authority text primary key,
  name text not null,
  brand_colour text,
  -- A county that does not exist, whose pages say so.
  demonstration boolean not null default false,
  made_at timestamptz not null
);
select kit.keep_apart('council.authorities', 'select, update');

create table council.child_population (
  authority text not null,
  year smallint not null check (year between 1990 and 2100),
  children integer not null check (children > 0),
  source text not null,
  primary key (authority, year)
);
select kit.keep_apart('council.child_population');
