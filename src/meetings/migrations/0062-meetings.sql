-- Meetings of bodies: when, where, what is on the agenda, the papers, the packs, and who was there.
create schema meetings;

create table meetings.meetings (
  authority text not null,
  id uuid not null,
  body_id uuid not null,
  -- What sets it apart from an ordinary meeting of its body: 'Extraordinary meeting'.
  title text not null default '',
  held_on date not null,
  -- Planned, and as it was. Hours and minutes in the United Kingdom.
  starts_at time not null,
  ends_at time,
  began_at time,
  concluded_at time,
  mode text not null check (mode in ('in person', 'hybrid', 'virtual')),
  venue text not null default '',
  map_link text not null default '',
  joining_link text not null default '',
  state text not null check (state in
    ('provisional', 'confirmed', 'postponed', 'cancelled', 'held')),
  -- Why it was cancelled or postponed.
  state_words text not null default '',
  moved_to uuid,
  notice_published_at timestamptz,
  agenda_published_at timestamptz,
  -- How often what a calendar shows has changed.
  sequence integer not null default 0,
  imported_from text,
  made_at timestamptz not null,
  primary key (authority, id),
  foreign key (authority, moved_to) references meetings.meetings,
  check (moved_to <> id)
);
create index on meetings.meetings (authority, held_on);
create index on meetings.meetings (authority, body_id, held_on);
select kit.keep_apart('meetings.meetings', 'select, insert, update');

create table meetings.items (
  authority text not null,
  id uuid not null,
  meeting_id uuid not null,
  position integer not null,
  -- As it is printed: '5', '262', '7a'.
  number text not null,
  title text not null,
  kind text not null check (kind in
    ('apologies', 'minutes', 'declarations', 'public questions', 'member questions', 'report',
     'verbal update', 'presentation', 'workplan', 'exclusion', 'other')),
  presenter text not null default '',
  author text not null default '',
  -- What the meeting is asked to do.
  words text not null default '',
  -- Statutory co-optees vote on matters of education alone.
  education boolean not null default false,
  -- The paragraph of part 1 of Schedule 12A under which the public is kept out.
  exempt_paragraph smallint check (exempt_paragraph between 1 and 7),
  confidential boolean not null default false,
  -- What would be told, and why keeping it back outweighs telling it.
  exempt_words text not null default '',
  public_interest text not null default '',
  -- Why the chair lets it in though the public had no five clear days.
  late_reason text not null default '',
  late_by text not null default '',
  withdrawn_words text,
  added_at timestamptz not null,
  published_at timestamptz,
  primary key (authority, id),
  foreign key (authority, meeting_id) references meetings.meetings
);
create index on meetings.items (authority, meeting_id, position);
select kit.keep_apart('meetings.items', 'select, insert, update, delete');

-- What was brought as a file. Papers are not children's records: they stand beside what cites them.
create table meetings.files (
  authority text not null,
  sha256 text not null,
  name text not null,
  media_type text not null,
  size integer not null,
  bytes bytea not null,
  -- The words in it, for the search; empty where none could be read.
  words text not null default '',
  brought_at timestamptz not null,
  brought_by text not null,
  primary key (authority, sha256)
);
select kit.keep_apart('meetings.files', 'select, insert');

create table meetings.papers (
  authority text not null,
  id uuid not null,
  meeting_id uuid not null,
  item_id uuid,
  position integer not null,
  kind text not null check (kind in
    ('report', 'appendix', 'additional', 'background', 'minutes', 'answers', 'other')),
  title text not null,
  author text not null default '',
  -- Typed here, or brought as a file; never both.
  words text,
  file_sha text,
  exempt_paragraph smallint check (exempt_paragraph between 1 and 7),
  confidential boolean not null default false,
  exempt_words text not null default '',
  public_interest text not null default '',
  -- The paper in whose place it stands, and why.
  replaces uuid,
  replaces_words text not null default '',
  withdrawn_words text,
  added_at timestamptz not null,
  added_by text not null,
  published_at timestamptz,
  pack_id uuid,
  -- The first and last page in its pack, as printed: '49', '12a'.
  first_page text,
  last_page text,
  primary key (authority, id),
  foreign key (authority, meeting_id) references meetings.meetings,
  foreign key (authority, item_id) references meetings.items,
  foreign key (authority, file_sha) references meetings.files,
  foreign key (authority, replaces) references meetings.papers,
  check (words is null or file_sha is null)
);
create index on meetings.papers (authority, meeting_id, position);
select kit.keep_apart('meetings.papers', 'select, insert, update, delete');

-- What was published at one time and is never changed again: the agenda with its papers, then
-- supplements. The restricted pack holds what the public does not see.
create table meetings.packs (
  authority text not null,
  id uuid not null,
  meeting_id uuid not null,
  nth integer not null,
  restricted boolean not null,
  title text not null,
  first_page integer not null,
  last_page integer not null,
  -- The bound pages; null while only the words are published.
  file_sha text,
  -- Items and papers as they were, with their pages.
  contents jsonb not null,
  published_at timestamptz not null,
  published_by text not null,
  primary key (authority, id),
  unique (authority, meeting_id, nth, restricted),
  foreign key (authority, meeting_id) references meetings.meetings,
  foreign key (authority, file_sha) references meetings.files
);
select kit.keep_apart('meetings.packs', 'select, insert');

create table meetings.attendance (
  authority text not null,
  id uuid not null,
  meeting_id uuid not null,
  -- A person that the bodies know, or a name as it was said.
  person_id uuid,
  name text not null,
  -- As titled on the day.
  capacity text not null default '',
  organisation text not null default '',
  seat text not null check (seat in
    ('chair', 'vice-chair', 'member', 'statutory co-optee', 'co-optee', 'observer', 'none')),
  votes text not null check (votes in ('all', 'education', 'none')),
  how text not null check (how in
    ('present', 'virtual', 'apologies', 'absent', 'substitute', 'in attendance')),
  -- Whom a substitute stands in for.
  stands_in_for text not null default '',
  primary key (authority, id),
  foreign key (authority, meeting_id) references meetings.meetings
);
create index on meetings.attendance (authority, meeting_id);
create unique index on meetings.attendance (authority, meeting_id, person_id)
  where person_id is not null;
select kit.keep_apart('meetings.attendance', 'select, insert, update, delete');
