-- Who meets, who sits there, and who held which post when. Nothing here is taken away: it ends.
create schema bodies;

create table bodies.bodies (
  authority text not null,
  id uuid not null,
  name text not null,
  kind text not null check (kind in
    ('council', 'cabinet', 'scrutiny', 'committee', 'corporate parenting board',
     'improvement board', 'safeguarding partnership', 'partnership', 'management')),
  -- Under which law the public may come and read: part VA of the 1972 Act, the 2012 Regulations, none.
  access text not null check (access in ('council', 'executive', 'none')),
  -- Its terms of reference.
  about text not null default '',
  -- How many must be there, where its terms say so; null where the constitution's rule holds.
  quorum smallint check (quorum > 0),
  numbering text not null default 'each meeting' check (numbering in ('each meeting', 'running')),
  venue text not null default '',
  clerk_post text not null default '',
  clerk_name text not null default '',
  clerk_phone text not null default '',
  clerk_email text not null default '',
  started_on date,
  -- The last day on which it was there.
  ended_on date,
  -- The body whose work it took over.
  succeeds uuid,
  -- Whether the public page names it.
  listed boolean not null default true,
  primary key (authority, id),
  foreign key (authority, succeeds) references bodies.bodies,
  check (ended_on >= started_on),
  check (succeeds <> id)
);
select kit.keep_apart('bodies.bodies', 'select, insert, update');

create table bodies.people (
  authority text not null,
  id uuid not null,
  -- Of somebody who is shown by their role only this is the role, and the name is kept nowhere.
  name text not null,
  -- 'Councillor', 'Dr'
  title text,
  user_id text,
  unnamed boolean not null default false,
  contact_email text,
  primary key (authority, id),
  check (not unnamed or (contact_email is null and title is null))
);
create unique index on bodies.people (authority, user_id);
select kit.keep_apart('bodies.people', 'select, insert, update');

create table bodies.seats (
  authority text not null,
  id uuid not null,
  body_id uuid not null,
  person_id uuid,
  -- A seat that belongs to a post, whoever holds it.
  post text,
  kind text not null check (kind in
    ('chair', 'vice-chair', 'member', 'statutory co-optee', 'co-optee', 'observer')),
  votes text not null check (votes in ('all', 'education', 'none')),
  organisation text not null default '',
  party text not null default '',
  ward text not null default '',
  from_on date not null,
  -- The last day.
  until_on date,
  primary key (authority, id),
  foreign key (authority, body_id) references bodies.bodies,
  foreign key (authority, person_id) references bodies.people,
  check (person_id is not null or post is not null),
  check (until_on >= from_on),
  check (kind <> 'observer' or votes = 'none')
);
create index on bodies.seats (authority, body_id);
create index on bodies.seats (authority, person_id);
select kit.keep_apart('bodies.seats', 'select, insert, update');

create table bodies.posts (
  authority text not null,
  id uuid not null,
  title text not null,
  -- Which of the posts that the law asks for it is, as a key of statutoryPosts.
  statutory text,
  primary key (authority, id),
  unique (authority, title)
);
select kit.keep_apart('bodies.posts', 'select, insert, update');

create table bodies.holders (
  authority text not null,
  post_id uuid not null,
  person_id uuid not null,
  from_on date not null,
  until_on date,
  interim boolean not null default false,
  primary key (authority, post_id, person_id, from_on),
  foreign key (authority, post_id) references bodies.posts,
  foreign key (authority, person_id) references bodies.people,
  check (until_on >= from_on)
);
create index on bodies.holders (authority, person_id);
select kit.keep_apart('bodies.holders', 'select, insert, update');

-- What a member of the executive was answerable for, as it was called then.
create table bodies.portfolios (
  authority text not null,
  id uuid not null,
  person_id uuid not null,
  title text not null,
  from_on date not null,
  until_on date,
  primary key (authority, id),
  foreign key (authority, person_id) references bodies.people,
  check (until_on >= from_on)
);
create index on bodies.portfolios (authority, person_id);
select kit.keep_apart('bodies.portfolios', 'select, insert, update');
