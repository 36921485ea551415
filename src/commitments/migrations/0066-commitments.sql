-- What a meeting asks for, and what becomes of it: actions, recommendations, questions, assurances,
-- concerns, recognition and reports that are expected.
create schema commitments;

create table commitments.commitments (
  authority text not null,
  id uuid not null,
  -- What people call it: commitment 12.
  number integer not null,
  kind text not null check (kind in ('action', 'recommendation', 'question', 'assurance', 'concern',
    'recognition', 'report expected')),
  title text not null,
  -- Verbatim, as the minutes have them.
  words text not null,
  -- Who asked, or who gave the assurance, as the minutes name them.
  said_by text,
  -- Where it was said: a paragraph of minutes, a meeting, or something else. Data, and no key: minutes
  -- know this room and this room does not know them.
  origin_kind text not null check (origin_kind in ('minute paragraph', 'meeting', 'other')),
  origin_id text not null,
  origin_label text not null,
  origin_href text,
  origin_body uuid,
  origin_body_name text not null,
  origin_on date not null,
  owner_id text,
  owner text,
  -- To whom it is addressed, or where it is reported to: a body, or posts.
  to_body uuid,
  to_body_name text,
  to_posts text[] not null default '{}',
  shared_with text[] not null default '{}',
  published boolean not null default false,
  due_on date,
  -- 'later this year', until somebody fixes a day.
  due_words text,
  -- The first date that was promised stays, however often it is put off.
  first_due_on date,
  deferrals integer not null default 0,
  -- Under a duty of law to respond within two months of receipt.
  statutory boolean not null default false,
  received_on date,
  state text not null check (state in ('open', 'accepted', 'partly', 'rejected', 'answered', 'done',
    'closed', 'checked', 'received', 'recorded', 'withdrawn')),
  response text check (response in ('accept', 'partly', 'reject', 'answer')),
  response_words text,
  response_reason text,
  respondent text,
  responded_on date,
  response_published_on date,
  done_on date,
  done_words text,
  -- What shows it, and who other than the owner looked.
  evidence text,
  verified_on date,
  verified_by text,
  closed_on date,
  closed_words text,
  -- What an assurance is checked against, and what came of it.
  measure text,
  audit text,
  verdict text check (verdict in ('borne out', 'not borne out', 'cannot be said')),
  verdict_words text,
  verdict_on date,
  verdict_by text,
  -- A concern that returns hangs on the one that was raised first.
  joined_to uuid,
  -- A report that was promised for a meeting: which, or whose and when.
  for_meeting text,
  for_body uuid,
  for_body_name text,
  for_on date,
  made_at timestamptz not null,
  made_by text not null,
  primary key (authority, id),
  unique (authority, number),
  foreign key (authority, joined_to) references commitments.commitments,
  check (joined_to <> id),
  check (joined_to is null or kind = 'concern'),
  check (not statutory or received_on is not null),
  check (response is distinct from 'reject' or response_reason is not null),
  check (state <> 'closed' or evidence is not null),
  check ((state = 'checked') = (verdict is not null))
);
create index on commitments.commitments (authority, origin_id);
create index on commitments.commitments (authority, state);
select kit.keep_apart('commitments.commitments', 'select, insert, update');

-- The history of every word: what was done, by whom, and what changed.
create table commitments.events (
  authority text not null,
  id bigint generated always as identity,
  commitment_id uuid not null,
  at timestamptz not null,
  actor text not null,
  actor_name text not null,
  action text not null,
  words text not null,
  before jsonb not null,
  after jsonb not null,
  primary key (authority, id),
  foreign key (authority, commitment_id) references commitments.commitments
);
create index on commitments.events (authority, commitment_id, id);
select kit.keep_apart('commitments.events', 'select, insert');

-- What a body puts on its own workplan; the rest of the plan is derived when it is shown.
create table commitments.workplan (
  authority text not null,
  id uuid not null,
  body uuid,
  body_name text not null,
  title text not null,
  on_date date,
  on_words text,
  source text not null,
  -- The order within a body of what has no day.
  place integer not null default 0,
  -- Where it was taken off the plan: when and why.
  taken_off date,
  taken_off_words text,
  made_at timestamptz not null,
  made_by text not null,
  primary key (authority, id)
);
select kit.keep_apart('commitments.workplan', 'select, insert, update');
