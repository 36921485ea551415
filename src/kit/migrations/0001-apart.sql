-- Every table keeps its rows apart by authority, and this is the one way to say so.
-- The schema `kit` is there already: it holds the record of the migrations.

create function kit.keep_apart(kept regclass, rights text default 'select, insert, update, delete')
returns void language plpgsql as $$
declare
  within text := (select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.oid = kept);
begin
  if not exists (select from pg_attribute where attrelid = kept and attname = 'authority'
    and atttypid = 'text'::regtype and attnotnull) then
    raise exception '% has no column "authority text not null"', kept;
  end if;
  execute format('alter table %s enable row level security', kept);
  -- Without a setting it is null or empty, and then there are no rows.
  execute format('create policy authority on %s to sightline_app '
    'using (authority = current_setting(''sightline.authority'', true)) '
    'with check (authority = current_setting(''sightline.authority'', true))', kept);
  execute format('grant usage on schema %I to sightline_app', within);
  execute format('grant %s on %s to sightline_app', rights, kept);
end $$;

comment on function kit.keep_apart is
  'Row-level security by authority, and what the application may do to the table.';

revoke execute on function kit.keep_apart from public;
