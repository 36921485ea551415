-- What the public site needs beside what other rooms have published: an index of its words, the
-- numbers that ModernGov's readers expect, who follows it by e-mail, and what was brought in.
create schema published;

-- One row for each paragraph that anybody may read. It is made of the public record alone, whenever
-- that has changed, and can be thrown away.
create table published.search (
  authority text not null,
  -- 'paragraph:…', 'paper:…:12', 'decision:…': what it is the words of.
  key text not null,
  kind text not null,
  title text not null,
  -- Where it stands: 'Scrutiny, 9 January 2020, paragraph 4.2'.
  place text not null,
  href text not null,
  day date not null,
  words text not null,
  sum text not null,
  found tsvector not null generated always as (
    -- What a paragraph says counts before what it stands under.
    setweight(to_tsvector('english', title), 'D') || setweight(to_tsvector('english', words), 'A')
  ) stored,
  primary key (authority, key)
);
create index on published.search using gin (found);
select kit.keep_apart('published.search', 'select, insert, update, delete');

-- The line of the journal as of which the index is made, and the day.
create table published.indexed (
  authority text not null,
  seq bigint not null,
  on_day date not null,
  primary key (authority)
);
select kit.keep_apart('published.indexed', 'select, insert, update');

-- ModernGov knows things by whole numbers, and readers keep them: once given they stay.
create table published.numbers (
  authority text not null,
  kind text not null,
  thing text not null,
  number integer generated always as identity,
  primary key (authority, kind, thing)
);
create unique index on published.numbers (authority, number);
select kit.keep_apart('published.numbers', 'select, insert');

-- When something was first seen to be public: what is later than the last letter is new.
create table published.news (
  authority text not null,
  key text not null,
  first_seen_at timestamptz not null,
  primary key (authority, key)
);
select kit.keep_apart('published.news', 'select, insert');

-- Who follows by e-mail. The address is encrypted, and found by what was made of it with a secret.
create table published.subscriptions (
  authority text not null,
  id uuid not null,
  address_mark text not null,
  address bytea not null,
  -- The bodies that are followed; none means all.
  bodies uuid[] not null,
  subjects text[] not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  -- What was first seen by then was told, or was there before they asked.
  told_until timestamptz not null,
  primary key (authority, id),
  unique (authority, address_mark)
);
select kit.keep_apart('published.subscriptions', 'select, insert, update, delete');

-- What was read from a service or from files, until a clerk has taken it in or let it go.
create table published.imports (
  authority text not null,
  id uuid not null,
  source text not null,
  found jsonb,
  made_at timestamptz not null,
  made_by text not null,
  job uuid,
  ended_at timestamptz,
  outcome jsonb,
  primary key (authority, id)
);
select kit.keep_apart('published.imports', 'select, insert, update');

-- Which thing of ours came from which thing of theirs, so that nothing is brought in twice.
create table published.sources (
  authority text not null,
  source text not null,
  kind text not null check (kind in ('body', 'person', 'meeting')),
  their_id text not null,
  our_id uuid not null,
  brought_at timestamptz not null,
  primary key (authority, source, kind, their_id)
);
select kit.keep_apart('published.sources', 'select, insert');
