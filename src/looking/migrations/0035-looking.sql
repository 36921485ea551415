-- Who looked at what. A page is known by its pattern and never by its address, and a child by a
-- reference that only the installation's secret can make.
create schema looking;

create table looking.views (
  authority text not null,
  id bigint generated always as identity,
  viewer text not null,
  role text not null,
  teams text[] not null,
  at timestamptz not null,
  -- The pattern of the address: '/teams/:name'.
  route text not null,
  kind text not null,
  -- Until the viewer's next page; null while there is none, or where it came half an hour later or more.
  seconds integer check (seconds between 0 and 1800),
  primary key (authority, id)
);
create index on looking.views (authority, viewer, at);
create index on looking.views (authority, at);
-- Only how long a page was looked at is ever filled in.
select kit.keep_apart('looking.views', 'select, insert, update (seconds)');

create table looking.openings (
  authority text not null,
  id bigint generated always as identity,
  viewer text not null,
  role text not null,
  child_ref text not null,
  -- The team that the child was with; '' for none.
  team text not null,
  at timestamptz not null,
  -- Null for a child of the viewer's own team, who is not asked why.
  reason text,
  words text not null,
  primary key (authority, id)
);
create index on looking.openings (authority, viewer, at);
create index on looking.openings (authority, child_ref, at);
select kit.keep_apart('looking.openings', 'select, insert');

-- A manager was shown that the team had not looked since a day.
create table looking.nudges (
  authority text not null,
  team text not null,
  viewer text not null,
  -- The day of the team's last look, or of the beginning of recording.
  since date not null,
  shown_at timestamptz not null,
  primary key (authority, team, viewer, since)
);
select kit.keep_apart('looking.nudges', 'select, insert');

create table looking.conversations (
  authority text not null,
  id bigint generated always as identity,
  team text not null,
  held_on date not null,
  -- Who spoke with the manager, and who wrote it down: the same person.
  with_viewer text not null,
  agreed text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (authority, id)
);
create index on looking.conversations (authority, team, held_on);
select kit.keep_apart('looking.conversations', 'select, insert');
