-- Practice audits: what is looked for, in whose work, what was found, and what became of it.
create schema audits;

-- The council's own copies of tools, each change a version; those that come with Sightline are in code.
create table audits.tools (
  authority text not null,
  key text not null,
  version integer not null,
  -- The whole tool as it was then.
  body jsonb not null,
  reason text not null,
  made_at timestamptz not null,
  made_by text not null,
  primary key (authority, key, version)
);
select kit.keep_apart('audits.tools', 'select, insert');

-- A draw of children from the frozen records, and what shows that it was this one.
create table audits.samples (
  authority text not null,
  id uuid not null,
  title text not null,
  tool_key text not null,
  method jsonb not null,
  size integer not null,
  seed bigint not null,
  -- The day of the records, the extract, and the hash of the population that was drawn from.
  as_of date not null,
  extract_id text not null,
  population_sha256 text not null,
  population_size integer not null,
  drawn_at timestamptz not null,
  drawn_by text not null,
  primary key (authority, id)
);
select kit.keep_apart('audits.samples', 'select, insert');

create table audits.sampled (
  authority text not null,
  sample_id uuid not null,
  place integer not null,
  -- A reference that stands for a child; nothing here says who.
  child_ref text not null,
  team text not null,
  worker text not null,
  plan text not null,
  -- Why this child's record is not audited, and which place takes over.
  replaced_words text,
  replaced_by integer,
  primary key (authority, sample_id, place),
  foreign key (authority, sample_id) references audits.samples
);
select kit.keep_apart('audits.sampled', 'select, insert, update');

create table audits.audits (
  authority text not null,
  id uuid not null,
  -- What people call it: audit 12.
  number integer not null,
  tool_key text not null,
  tool_version integer not null,
  -- Null for an audit of supervision or practice that is about no one child, and for what was imported.
  child_ref text,
  -- Of imported audits, the key that the council used.
  foreign_key text,
  team text not null,
  worker text not null default '',
  auditor_id text not null,
  auditor_name text not null,
  -- Why it is done: in the programme, because somebody asked, again after one, or blind beside one.
  reason text not null check (reason in
    ('programme', 'asked for', 'again', 'blind second', 'mock inspection', 'imported')),
  of_audit uuid,
  sample_id uuid,
  begun_at timestamptz not null,
  due_on date,
  submitted_at timestamptz,
  audited_on date not null,
  state text not null check (state in ('begun', 'submitted', 'moderated', 'disputed', 'closed', 'stopped')),
  answers jsonb not null,
  -- How often it was saved, so that two people do not write over each other unknowingly.
  version integer not null default 1,
  safe text check (safe in ('yes', 'no', 'not known')),
  derived_grade text,
  grade text check (grade in ('outstanding', 'good', 'requires improvement', 'inadequate')),
  override_words text not null default '',
  -- The practitioner's own grade and what they say of it.
  own_grade text check (own_grade in ('outstanding', 'good', 'requires improvement', 'inadequate')),
  own_words text not null default '',
  -- What the child, the parent and the carer said, or why they were not asked.
  voices jsonb not null default '[]',
  learning text not null default '',
  primary key (authority, id),
  unique (authority, number),
  foreign key (authority, of_audit) references audits.audits,
  foreign key (authority, sample_id) references audits.samples
);
create index on audits.audits (authority, audited_on);
create index on audits.audits (authority, child_ref);
create index on audits.audits (authority, team, audited_on);
select kit.keep_apart('audits.audits', 'select, insert, update');

-- What was saved and when; nothing that somebody wrote is lost.
create table audits.saves (
  authority text not null,
  id bigint generated always as identity,
  audit_id uuid not null,
  version integer not null,
  at timestamptz not null,
  actor text not null,
  actor_name text not null,
  answers jsonb not null,
  primary key (authority, id),
  foreign key (authority, audit_id) references audits.audits
);
create index on audits.saves (authority, audit_id, id);
select kit.keep_apart('audits.saves', 'select, insert');
