-- That a team was renamed, or that several became one. An old name has one new name; the figures of
-- the old stand under the new, so that a team that was renamed or merged keeps its history.
create table performance.team_names (
  authority text not null,
  was text not null check (was <> ''),
  now text not null check (now <> '' and now <> was),
  since date not null,
  -- In the words of whoever said so: 'The re-organisation of April 2022'.
  reason text not null,
  said_by text not null,
  said_at timestamptz not null,
  primary key (authority, was)
);
select kit.keep_apart('performance.team_names', 'select, insert, delete');
