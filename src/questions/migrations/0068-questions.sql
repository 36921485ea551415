-- Questions that the public and members put to a meeting, what was answered, and what was asked
-- after that in the room.
create schema questions;

create table questions.questions (
  authority text not null,
  id uuid not null,
  meeting_id uuid not null,
  category text not null check (category in ('public', 'member')),
  -- In its category at this meeting, once it is accepted.
  number integer,
  asker text not null,
  -- As titled, or of which place or group.
  capacity text not null default '',
  -- To send the answer to; never shown with the question.
  email text not null default '',
  subject text not null default '',
  words text not null,
  -- The agenda item that it is about, and the page of the pack.
  item_id uuid,
  pack_page text not null default '',
  -- Who is asked, as titled.
  respondent text not null default '',
  how text not null check (how in ('form', 'e-mail', 'letter', 'by hand')),
  received_at timestamptz not null,
  -- The rule as it stood when it came, in words, and whether it came after it.
  notice_words text not null default '',
  late boolean not null,
  state text not null check (state in ('received', 'accepted', 'refused', 'withdrawn')),
  state_words text not null default '',
  answer text,
  answered_by text not null default '',
  on_behalf_of text not null default '',
  approved_by text,
  approved_at timestamptz,
  published_at timestamptz,
  -- How often it was written, so that two people do not write over each other unknowingly.
  version integer not null default 1,
  primary key (authority, id),
  check (published_at is null or approved_at is not null),
  check (approved_at is null or answer is not null)
);
create index on questions.questions (authority, meeting_id, category, number);
select kit.keep_apart('questions.questions', 'select, insert, update');

-- What was asked in the room after the written answers.
create table questions.supplementaries (
  authority text not null,
  id uuid not null,
  meeting_id uuid not null,
  number integer not null,
  asker text not null,
  item_id uuid,
  pack_page text not null default '',
  added_at timestamptz not null,
  published_at timestamptz,
  primary key (authority, id),
  unique (authority, meeting_id, number)
);
select kit.keep_apart('questions.supplementaries', 'select, insert, update');

-- One may follow several.
create table questions.follows (
  authority text not null,
  supplementary_id uuid not null,
  question_id uuid not null,
  primary key (authority, supplementary_id, question_id),
  foreign key (authority, supplementary_id) references questions.supplementaries,
  foreign key (authority, question_id) references questions.questions
);
select kit.keep_apart('questions.follows', 'select, insert');

create table questions.parts (
  authority text not null,
  id uuid not null,
  supplementary_id uuid not null,
  position integer not null,
  words text not null,
  -- Who answered, and for whom: the chief executive, with the leader's agreement.
  respondent text not null,
  on_behalf_of text not null default '',
  answer text not null default '',
  -- Who will answer, and by when, where it was not answered in the room.
  owner text not null default '',
  due_on date,
  later_answer text,
  later_on date,
  later_how text not null default '',
  later_by text not null default '',
  -- What somebody agreed should be worded otherwise because of it.
  amends text not null default '',
  primary key (authority, id),
  foreign key (authority, supplementary_id) references questions.supplementaries,
  check ((later_answer is null) = (later_on is null))
);
create index on questions.parts (authority, supplementary_id, position);
select kit.keep_apart('questions.parts', 'select, insert, update');
