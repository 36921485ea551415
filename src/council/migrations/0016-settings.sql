-- What a council sets for itself, and from which day on. A setting is never changed: another follows it.
create table council.settings (
  authority text not null,
  id uuid not null,
  key text not null,
  value text not null,
  -- The first day on which it holds; until another of the same key does.
  from_day date not null,
  because text not null,
  set_by text not null,
  set_at timestamptz not null,
  primary key (authority, id)
);
select kit.keep_apart('council.settings', 'select, insert');

create table council.logos (
  authority text primary key,
  type text not null check (type in ('image/png', 'image/jpeg')),
  content bytea not null check (length(content) <= 200000),
  sha256 text not null,
  set_at timestamptz not null
);
select kit.keep_apart('council.logos');
