-- How far a job has come, in words for the person who waits for it.
create table kit.job_progress (
  authority text not null,
  id uuid not null,
  job text not null,
  state text not null check (state in ('waiting', 'working', 'finished', 'failed')),
  done bigint not null default 0,
  total bigint,
  words text not null default '',
  error text,
  result jsonb,
  sent_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (authority, id)
);
select kit.keep_apart('kit.job_progress');
