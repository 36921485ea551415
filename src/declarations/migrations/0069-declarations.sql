-- Interests that people have in what a meeting decides, party whips, and that there were none.
create schema declarations;

-- The register that the monitoring officer keeps (Localism Act 2011, section 29).
create table declarations.interests (
  authority text not null,
  id uuid not null,
  person_id uuid not null,
  category text not null,
  whose text not null check (whose in ('own', 'partner')),
  words text not null,
  -- Whose details are kept back because telling them could lead to violence (section 32).
  sensitive boolean not null default false,
  notified_on date not null,
  ended_on date,
  primary key (authority, id)
);
create index on declarations.interests (authority, person_id);
select kit.keep_apart('declarations.interests', 'select, insert, update');

-- What somebody declared for a meeting: before it by the form, or in the room.
create table declarations.declarations (
  authority text not null,
  id uuid not null,
  meeting_id uuid not null,
  item_id uuid,
  person_id uuid,
  name text not null,
  -- As titled on the day; whoever attends may declare, member or not.
  capacity text not null default '',
  kind text not null check (kind in ('disclosable pecuniary', 'other interest', 'party whip')),
  whose text not null check (whose in ('own', 'partner', 'family', 'close associate', 'not said')),
  words text not null,
  sensitive boolean not null default false,
  how text not null check (how in ('form before', 'signed list', 'said at the meeting')),
  then_did text not null check (then_did in
    ('not known yet', 'left the room', 'stayed without speaking or voting', 'spoke without voting',
     'took part')),
  dispensation text not null default '',
  -- Whether it stands in the register; a pecuniary one that does not is notified within 28 days.
  registered boolean,
  withdrawn_words text,
  made_at timestamptz not null,
  primary key (authority, id)
);
create index on declarations.declarations (authority, meeting_id);
select kit.keep_apart('declarations.declarations', 'select, insert, update');

-- That nobody declared anything is a fact of its own, and not the want of one.
create table declarations.nil_returns (
  authority text not null,
  meeting_id uuid not null,
  kind text not null check (kind in ('interests', 'party whip')),
  noted_at timestamptz not null,
  noted_by text not null,
  primary key (authority, meeting_id, kind)
);
select kit.keep_apart('declarations.nil_returns', 'select, insert, delete');
