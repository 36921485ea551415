-- Plans: what is to be done about what was found, by whom and by when, and whether it made a difference.
create schema plan;

create table plan.plans (
  authority text not null,
  id uuid not null,
  title text not null,
  -- The plan that this one goes on from.
  from_plan uuid,
  cycle_weeks smallint not null check (cycle_weeks between 1 and 26),
  first_update_on date not null,
  headline_pence bigint,
  headline_words text,
  resource_words text,
  made_at timestamptz not null,
  primary key (authority, id),
  foreign key (authority, from_plan) references plan.plans,
  check (from_plan <> id)
);
select kit.keep_apart('plan.plans', 'select, insert, update');

create table plan.lines (
  authority text not null,
  id uuid not null,
  plan_id uuid not null,
  parent_id uuid,
  position integer not null,
  kind text not null check (kind in ('theme', 'sub-theme', 'project', 'action', 'milestone')),
  title text not null,
  -- What will be different for children. Empty only in what came in from a spreadsheet without it.
  difference text not null,
  owner_id text,
  owner text,
  -- The organisation that is accountable where it is not the council.
  organisation text,
  partners text[] not null default '{}',
  starts_on date,
  due_on date,
  delivery text not null check (delivery in
    ('not started', 'on track', 'at risk', 'off track', 'complete', 'stopped')),
  delivery_reason text not null default '',
  forecast_on date,
  shared_with text[] not null default '{}',
  made_on date not null,
  evidence text,
  closed_on date,
  closed_by text,
  closed_by_name text,
  carried_from uuid,
  carried_reason text,
  carried_to uuid,
  primary key (authority, id),
  foreign key (authority, plan_id) references plan.plans,
  foreign key (authority, parent_id) references plan.lines,
  foreign key (authority, carried_from) references plan.lines,
  foreign key (authority, carried_to) references plan.lines,
  check (parent_id <> id),
  check (carried_from <> id),
  check ((closed_on is null) = (evidence is null))
);
create index on plan.lines (authority, plan_id);
select kit.keep_apart('plan.lines', 'select, insert, update');

-- The history of every word of a plan.
create table plan.events (
  authority text not null,
  id bigint generated always as identity,
  plan_id uuid not null,
  line_id uuid,
  at timestamptz not null,
  actor text not null,
  actor_name text not null,
  action text not null,
  words text not null,
  before jsonb not null,
  after jsonb not null,
  primary key (authority, id),
  foreign key (authority, plan_id) references plan.plans
);
create index on plan.events (authority, plan_id, id);
create index on plan.events (authority, line_id, id);
select kit.keep_apart('plan.events', 'select, insert');

-- What owners write each cycle.
create table plan.updates (
  authority text not null,
  id bigint generated always as identity,
  line_id uuid not null,
  written_on date not null,
  at timestamptz not null,
  actor text not null,
  actor_name text not null,
  words text not null,
  delivery text not null,
  forecast_on date,
  primary key (authority, id),
  foreign key (authority, line_id) references plan.lines
);
create index on plan.updates (authority, line_id, id);
select kit.keep_apart('plan.updates', 'select, insert');

-- What a re-audit found, or what children, families and staff say, about what a line was to change.
create table plan.voices (
  authority text not null,
  id bigint generated always as identity,
  line_id uuid not null,
  kind text not null check (kind in ('re-audit', 'feedback')),
  says text not null check (says in ('better', 'same', 'worse')),
  heard_on date not null,
  source text not null,
  words text not null,
  at timestamptz not null,
  actor text not null,
  actor_name text not null,
  primary key (authority, id),
  foreign key (authority, line_id) references plan.lines
);
create index on plan.voices (authority, line_id, id);
select kit.keep_apart('plan.voices', 'select, insert');

-- A person who thinks that the verdict on a line is wrong says so here; the verdict stays.
create table plan.disputes (
  authority text not null,
  id bigint generated always as identity,
  line_id uuid not null,
  verdict text not null,
  words text not null,
  at timestamptz not null,
  actor text not null,
  actor_name text not null,
  primary key (authority, id),
  foreign key (authority, line_id) references plan.lines
);
create index on plan.disputes (authority, line_id, id);
select kit.keep_apart('plan.disputes', 'select, insert');

create table plan.funding (
  authority text not null,
  id uuid not null,
  plan_id uuid not null,
  title text not null,
  -- As it was written: '£1.175m'.
  words text not null,
  pence bigint not null,
  position integer not null,
  primary key (authority, id),
  foreign key (authority, plan_id) references plan.plans
);
select kit.keep_apart('plan.funding', 'select, insert, update, delete');

-- The plan as it was when somebody decided about it. Written once and never changed.
create table plan.versions (
  authority text not null,
  plan_id uuid not null,
  number integer not null,
  kind text not null check (kind in ('draft', 'approved', 'submitted', 'delegated change')),
  made_at timestamptz not null,
  made_by text not null,
  made_by_name text not null,
  decided_on date not null,
  -- Who approved, submitted or changed it.
  decided_by text not null,
  meeting text not null default '',
  consulted text not null default '',
  delegation text not null default '',
  reason text not null default '',
  snapshot jsonb not null,
  hash text not null,
  primary key (authority, plan_id, number),
  foreign key (authority, plan_id) references plan.plans
);
select kit.keep_apart('plan.versions', 'select, insert');

create function plan.refuse() returns trigger language plpgsql as $$
begin
  raise exception 'a version of a plan is never changed';
end $$;
create trigger never_changed before update or delete on plan.versions
  for each row execute function plan.refuse();
