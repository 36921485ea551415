-- What was said and decided at a meeting, paragraph by paragraph, until it is agreed as a record.
create schema minutes;

create table minutes.minutes (
  authority text not null,
  meeting_id uuid not null,
  state text not null check (state in ('being written', 'draft', 'agreed')),
  -- Since when the draft may be read; subject to acceptance at a later meeting until it is agreed.
  published_at timestamptz,
  published_by text,
  -- The meeting that agreed it; null where that meeting is not kept here.
  agreed_at_meeting uuid,
  agreed_on date,
  -- The amendments with which it was agreed, in words.
  agreed_words text not null default '',
  signed_by text not null default '',
  -- The document that it was read from, one of meetings.files.
  file_sha text,
  -- Counts every change, so that two who write at once learn of each other.
  version integer not null,
  made_at timestamptz not null,
  made_by text not null,
  primary key (authority, meeting_id),
  foreign key (authority, meeting_id) references meetings.meetings,
  foreign key (authority, agreed_at_meeting) references meetings.meetings,
  check (agreed_at_meeting <> meeting_id),
  check ((state = 'agreed') = (agreed_on is not null)),
  check (state = 'being written' or published_at is not null)
);
select kit.keep_apart('minutes.minutes', 'select, insert, update');

create table minutes.paragraphs (
  authority text not null,
  -- Permanent: links from outside lead to it for as long as the minutes are kept.
  id uuid not null,
  meeting_id uuid not null,
  -- Null for what stands before the first item, such as who was present.
  item_id uuid,
  position integer not null,
  -- As it is printed: '3.1'. Empty for headings and for who was present.
  number text not null,
  kind text not null check (kind in ('text', 'resolution', 'heading', 'present', 'vote')),
  words text not null,
  -- Taken out: no longer part of the minutes, and still to be seen.
  struck boolean not null default false,
  version integer not null default 1,
  made_at timestamptz not null,
  made_by text not null,
  primary key (authority, id),
  foreign key (authority, meeting_id) references minutes.minutes
);
create index on minutes.paragraphs (authority, meeting_id, position);
select kit.keep_apart('minutes.paragraphs', 'select, insert, update');

-- Every word that a paragraph ever had. What was changed after publication is shown to everybody.
create table minutes.changes (
  authority text not null,
  id bigint generated always as identity,
  meeting_id uuid not null,
  paragraph_id uuid not null,
  what text not null check (what in ('added', 'changed', 'struck', 'restored')),
  before text not null,
  after text not null,
  reason text not null,
  after_publication boolean not null,
  at timestamptz not null,
  actor text not null,
  actor_name text not null,
  primary key (authority, id),
  foreign key (authority, paragraph_id) references minutes.paragraphs,
  check (not after_publication or reason <> '')
);
create index on minutes.changes (authority, meeting_id, id);
select kit.keep_apart('minutes.changes', 'select, insert');

-- The vote that a paragraph of kind 'vote' records.
create table minutes.votes (
  authority text not null,
  paragraph_id uuid not null,
  motion text not null,
  proposer text not null default '',
  seconder text not null default '',
  -- Counted where only the numbers are known; named where each is.
  named boolean not null,
  votes_for integer not null check (votes_for >= 0),
  votes_against integer not null check (votes_against >= 0),
  abstained integer not null check (abstained >= 0),
  -- Who voted how, as [{ "attendance": …, "name": …, "vote": "for" }]; empty where it was counted.
  ballots jsonb not null default '[]',
  primary key (authority, paragraph_id),
  foreign key (authority, paragraph_id) references minutes.paragraphs
);
select kit.keep_apart('minutes.votes', 'select, insert, update');
