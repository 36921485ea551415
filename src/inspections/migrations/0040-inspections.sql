-- What inspectors and others from outside said of the council, when, and what followed from it.
create schema inspections;

-- A report or letter as it came, page by page, and what was read in it.
create table inspections.documents (
  authority text not null,
  id uuid not null,
  name text not null,
  hash text not null,
  pages text[] not null,
  -- What the reading proposed, or the sentence why nothing was read.
  reading jsonb not null,
  brought_by text not null,
  brought_at timestamptz not null,
  -- Published reports on other councils, kept to be searched; read by everybody who sees inspections.
  of_library boolean not null default false,
  about text,
  published_on date,
  inspected_on date,
  overall text,
  primary key (authority, id)
);
create index on inspections.documents (authority, hash);
select kit.keep_apart('inspections.documents', 'select, insert, update, delete');

-- Of the reports of the library, the words of each page, to be found by search.
create table inspections.library_pages (
  authority text not null,
  document_id uuid not null,
  page integer not null,
  words tsvector not null,
  primary key (authority, document_id, page),
  foreign key (authority, document_id) references inspections.documents on delete cascade
);
create index on inspections.library_pages using gin (words);
select kit.keep_apart('inspections.library_pages', 'select, insert, delete');

create table inspections.inspections (
  authority text not null,
  id uuid not null,
  kind text not null,
  -- The framework that it was made under, as a key of frameworks/; null for what has none.
  framework text,
  title text not null,
  theme text,
  visit_number integer,
  began_on date not null,
  ended_on date not null,
  team_size integer check (team_size > 0),
  received_on date,
  embargoed_until date,
  embargo_lifted_on date,
  -- Before the embargo ends, these people and nobody else.
  readers text[] not null default '{}',
  published_on date,
  -- What it says as a whole, where it gives no grades.
  summary text not null default '',
  -- 'full' where a written statement of action is due, 'priority' where a draft of it is due as well.
  statement text not null default 'none' check (statement in ('none', 'full', 'priority')),
  letter_due_on date,
  letter_reason text,
  -- The stages of the way to submission that are done.
  stages_done text[] not null default '{}',
  document_id uuid,
  made_at timestamptz not null,
  primary key (authority, id),
  foreign key (authority, document_id) references inspections.documents,
  check (ended_on >= began_on),
  check ((letter_due_on is null) = (letter_reason is null)),
  check (embargoed_until is null or cardinality(readers) > 0)
);
create index on inspections.inspections (authority, began_on);
select kit.keep_apart('inspections.inspections', 'select, insert, update');

create table inspections.judgements (
  authority text not null,
  inspection_id uuid not null,
  judgement text not null,
  grade text not null,
  -- As the report prints it.
  words text not null,
  primary key (authority, inspection_id, judgement),
  foreign key (authority, inspection_id) references inspections.inspections
);
select kit.keep_apart('inspections.judgements', 'select, insert, delete');

-- Recommendations, areas for priority action and strengths, word for word.
create table inspections.points (
  authority text not null,
  id uuid not null,
  inspection_id uuid not null,
  kind text not null check (kind in ('recommendation', 'priority', 'board', 'strength')),
  position integer not null,
  words text not null,
  -- The number, and the paragraphs, that the report gives it.
  number text,
  paragraphs text not null default '',
  page integer,
  -- Null until it is in the inbox of findings.
  finding_id uuid,
  primary key (authority, id),
  foreign key (authority, inspection_id) references inspections.inspections
);
create index on inspections.points (authority, inspection_id, position);
select kit.keep_apart('inspections.points', 'select, insert, update, delete');

-- What the council said was not so, and what the inspectorate made of it.
create table inspections.challenges (
  authority text not null,
  id uuid not null,
  inspection_id uuid not null,
  sent_on date not null,
  paragraph text not null,
  words text not null,
  outcome text not null default 'open' check (outcome in ('open', 'changed', 'partly', 'unchanged')),
  answer text,
  answered_on date,
  primary key (authority, id),
  foreign key (authority, inspection_id) references inspections.inspections
);
create index on inspections.challenges (authority, inspection_id, sent_on);
select kit.keep_apart('inspections.challenges', 'select, insert, update');

-- Every version of what an inspection was recorded as, so that no word is lost by a correction.
create table inspections.versions (
  authority text not null,
  inspection_id uuid not null,
  version integer not null,
  says jsonb not null,
  saved_at timestamptz not null,
  saved_by text not null,
  saved_by_name text not null,
  primary key (authority, inspection_id, version),
  foreign key (authority, inspection_id) references inspections.inspections
);
select kit.keep_apart('inspections.versions', 'select, insert');

create table inspections.interventions (
  authority text not null,
  id uuid not null,
  kind text not null,
  title text not null,
  legal_basis text not null default '',
  issued_on date not null,
  requirements text[] not null default '{}',
  review_months integer check (review_months > 0),
  -- The shortest time for which it stands.
  minimum_months integer check (minimum_months > 0),
  lifted_on date,
  lifted_words text,
  inspection_id uuid,
  primary key (authority, id),
  foreign key (authority, inspection_id) references inspections.inspections,
  check (lifted_on >= issued_on)
);
select kit.keep_apart('inspections.interventions', 'select, insert, update');

create table inspections.reviews (
  authority text not null,
  id uuid not null,
  intervention_id uuid not null,
  held_on date not null,
  words text not null,
  primary key (authority, id),
  foreign key (authority, intervention_id) references inspections.interventions
);
create index on inspections.reviews (authority, intervention_id, held_on);
select kit.keep_apart('inspections.reviews', 'select, insert');

create table inspections.boards (
  authority text not null,
  id uuid not null,
  name text not null,
  chair text not null,
  chair_organisation text not null default '',
  first_on date not null,
  weeks integer not null check (weeks between 1 and 26),
  ended_on date,
  primary key (authority, id)
);
select kit.keep_apart('inspections.boards', 'select, insert, update');

create table inspections.members (
  authority text not null,
  board_id uuid not null,
  position integer not null,
  post text not null,
  organisation text not null,
  primary key (authority, board_id, position),
  foreign key (authority, board_id) references inspections.boards
);
select kit.keep_apart('inspections.members', 'select, insert, delete');

-- A meeting that is held on another day than the calendar gives.
create table inspections.moved_meetings (
  authority text not null,
  board_id uuid not null,
  nth integer not null,
  held_on date not null,
  reason text not null,
  primary key (authority, board_id, nth),
  foreign key (authority, board_id) references inspections.boards
);
select kit.keep_apart('inspections.moved_meetings', 'select, insert, update');

-- Who asked what at the board, what they were told, whether anybody went back to it, and what it changed.
create table inspections.questions (
  authority text not null,
  id uuid not null,
  board_id uuid not null,
  asked_on date not null,
  asked_by text not null,
  organisation text not null default '',
  words text not null,
  owner text,
  due_on date,
  answer text,
  answered_on date,
  followed_words text,
  followed_on date,
  effect text check (effect in ('changed', 'assured', 'no-effect', 'not-known')),
  effect_words text,
  primary key (authority, id),
  foreign key (authority, board_id) references inspections.boards
);
create index on inspections.questions (authority, board_id, asked_on);
select kit.keep_apart('inspections.questions', 'select, insert, update');
