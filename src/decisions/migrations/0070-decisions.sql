-- What was decided, by whom, on what notice, and what became of it.
create schema decisions;

-- That a key decision is coming, or that a meeting will be private. A notice that was published
-- is never changed: another takes its place.
create table decisions.notices (
  authority text not null,
  id uuid not null,
  kind text not null check (kind in ('key', 'general exception', 'special urgency', 'private')),
  matter text not null,
  -- The name of the person or body that decides, and its members.
  maker text not null,
  members text not null default '',
  body_id uuid,
  -- The day, or the first and last day between which it is taken.
  from_on date not null,
  to_on date not null,
  documents text not null default '',
  address text not null default '',
  -- That other documents may be submitted, and how to ask for them.
  other_documents text not null default '',
  how_to_request text not null default '',
  -- Why it is not practicable to wait, why it is urgent, or why it is private.
  reason text not null default '',
  -- The chair of overview and scrutiny who was told, or who agreed, and when.
  agreed_by text not null default '',
  agreed_on date,
  replaces uuid,
  published_at timestamptz,
  made_at timestamptz not null,
  made_by text not null,
  primary key (authority, id),
  foreign key (authority, replaces) references decisions.notices,
  check (to_on >= from_on)
);
select kit.keep_apart('decisions.notices', 'select, insert, update');

create table decisions.decisions (
  authority text not null,
  id uuid not null,
  -- What people call it: decision 12.
  number integer not null,
  title text not null,
  maker_kind text not null check (maker_kind in ('body', 'member', 'officer')),
  body_id uuid,
  -- Of a person, with the title that they had that day.
  maker text not null,
  meeting_id uuid,
  item_id uuid,
  taken_on date not null,
  outcome text not null check (outcome in
    ('noted', 'approved', 'agreed', 'recommended', 'delegated', 'referred', 'deferred', 'refused')),
  -- One part a line of the array, as recommended and as resolved.
  recommended text[] not null,
  resolved text[] not null,
  reasons text not null default '',
  alternatives text not null default '',
  -- Interests declared, and dispensations.
  interests text not null default '',
  documents text not null default '',
  is_key boolean not null default false,
  key_words text not null default '',
  notice_id uuid,
  executive boolean not null,
  -- Why it was to take effect at once, where call-in was waived, and who agreed.
  urgent_words text not null default '',
  -- Of a decision by an officer: why it has to be recorded.
  officer_ground text check (officer_ground in
    ('permission or licence', 'rights of an individual', 'contract or spending', 'express authority')),
  exempt_words text not null default '',
  published_at timestamptz,
  made_at timestamptz not null,
  made_by text not null,
  version integer not null default 1,
  primary key (authority, id),
  unique (authority, number),
  foreign key (authority, notice_id) references decisions.notices
);
create index on decisions.decisions (authority, taken_on);
create index on decisions.decisions (authority, meeting_id);
select kit.keep_apart('decisions.decisions', 'select, insert, update');

create table decisions.call_ins (
  authority text not null,
  id uuid not null,
  decision_id uuid not null,
  received_at timestamptz not null,
  by_names text not null,
  members integer not null,
  by_chair boolean not null,
  reasons text not null,
  -- The rule as it stood, in words, and whether the request keeps it.
  rule_words text not null,
  valid boolean not null,
  heard_on date,
  outcome text check (outcome in
    ('no further action', 'back to the decision maker', 'to full council')),
  outcome_words text not null default '',
  primary key (authority, id),
  foreign key (authority, decision_id) references decisions.decisions
);
create index on decisions.call_ins (authority, decision_id);
select kit.keep_apart('decisions.call_ins', 'select, insert, update');

-- What a decision lets a post do, and each time that it was done.
create table decisions.delegations (
  authority text not null,
  id uuid not null,
  decision_id uuid not null,
  to_post text not null,
  consulting text not null default '',
  scope text not null,
  expires_on date,
  -- What ends it where it is no day: ‘once the plan is submitted’.
  expires_words text not null default '',
  ended_on date,
  ended_words text not null default '',
  primary key (authority, id),
  foreign key (authority, decision_id) references decisions.decisions
);
create index on decisions.delegations (authority, decision_id);
select kit.keep_apart('decisions.delegations', 'select, insert, update');

create table decisions.exercises (
  authority text not null,
  id uuid not null,
  delegation_id uuid not null,
  done_on date not null,
  done_by text not null,
  consulted text not null,
  words text not null,
  -- What it said before and after, where words were changed.
  before text not null default '',
  after text not null default '',
  noted_at timestamptz not null,
  primary key (authority, id),
  foreign key (authority, delegation_id) references decisions.delegations
);
create index on decisions.exercises (authority, delegation_id);
select kit.keep_apart('decisions.exercises', 'select, insert');
