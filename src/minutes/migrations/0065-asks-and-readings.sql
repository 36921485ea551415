-- What a paragraph asks for, promises or assures, and somebody looked and said that nothing follows.
create table minutes.dismissals (
  authority text not null,
  id bigint generated always as identity,
  meeting_id uuid not null,
  paragraph_id uuid not null,
  -- The words that were found, and the rule that found them.
  words text not null,
  rule text not null,
  reason text not null check (reason <> ''),
  at timestamptz not null,
  actor text not null,
  actor_name text not null,
  primary key (authority, id),
  foreign key (authority, paragraph_id) references minutes.paragraphs
);
create index on minutes.dismissals (authority, meeting_id);
select kit.keep_apart('minutes.dismissals', 'select, insert');

-- Where a figure that was quoted comes from, so that a reader can look it up.
create table minutes.figures (
  authority text not null,
  paragraph_id uuid not null,
  -- As it is written in the paragraph: '9%', '330'.
  figure text not null,
  -- The code of an indicator, or null where the source is another.
  indicator text,
  source text not null check (source <> ''),
  period text not null,
  at timestamptz not null,
  actor_name text not null,
  primary key (authority, paragraph_id, figure),
  foreign key (authority, paragraph_id) references minutes.paragraphs
);
select kit.keep_apart('minutes.figures', 'select, insert, update');

-- A document that was brought and read, until somebody has confirmed what it says.
create table minutes.readings (
  authority text not null,
  id uuid not null,
  file_sha text not null,
  name text not null,
  -- What was noticed on the way in, such as macros that were not run.
  notes text[] not null,
  brought_at timestamptz not null,
  brought_by text not null,
  -- What it became; null while nobody has confirmed it.
  meeting_id uuid,
  set_aside boolean not null default false,
  primary key (authority, id),
  foreign key (authority, file_sha) references meetings.files,
  foreign key (authority, meeting_id) references meetings.meetings
);
select kit.keep_apart('minutes.readings', 'select, insert, update');
