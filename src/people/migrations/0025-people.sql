-- Who may sign in, what they are to the council and from when until when, and who is signed in now.
-- What is a secret is held as its hash, or encrypted with a key that is not in the database.
create schema people;

create table people.users (
  authority text not null,
  id uuid not null,
  -- Who vouches for them: an identity provider and its name for them. Both null for a local account.
  issuer text,
  subject text,
  name text not null,
  -- In lower case.
  email text,
  state text not null default 'active' check (state in ('active', 'disabled')),
  made_at timestamptz not null,
  primary key (authority, id),
  check ((issuer is null) = (subject is null))
);
create unique index users_subject on people.users (authority, issuer, subject);
create unique index users_email on people.users (authority, email) where issuer is null;
select kit.keep_apart('people.users');

-- A role holds from one day until another, which is the first on which it no longer does.
create table people.roles (
  authority text not null,
  id uuid not null,
  user_id uuid not null,
  role text not null,
  from_day date not null,
  until_day date,
  -- 'claim' is what the identity provider said at sign-in; it comes and goes with what it says.
  source text not null check (source in ('given', 'claim')),
  primary key (authority, id),
  foreign key (authority, user_id) references people.users on delete cascade,
  check (until_day >= from_day)
);
create index on people.roles (authority, user_id);
select kit.keep_apart('people.roles');

create table people.teams (
  authority text not null,
  id uuid not null,
  user_id uuid not null,
  team text not null,
  from_day date not null,
  until_day date,
  primary key (authority, id),
  foreign key (authority, user_id) references people.users on delete cascade,
  check (until_day >= from_day)
);
create index on people.teams (authority, user_id);
select kit.keep_apart('people.teams');

create table people.credentials (
  authority text not null,
  user_id uuid not null,
  -- scrypt, with its parameters and salt.
  password text not null,
  -- Encrypted.
  totp_secret text not null,
  -- The 30 seconds whose code was used last: no code is good twice.
  totp_last_step bigint not null,
  -- Hashes of those not used yet.
  recovery_codes text[] not null,
  changed_at timestamptz not null,
  primary key (authority, user_id),
  foreign key (authority, user_id) references people.users on delete cascade
);
select kit.keep_apart('people.credentials');

create table people.invitations (
  authority text not null,
  token_hash text not null,
  user_id uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (authority, token_hash),
  foreign key (authority, user_id) references people.users on delete cascade
);
create index on people.invitations (authority, user_id);
select kit.keep_apart('people.invitations');

create table people.sessions (
  authority text not null,
  token_hash text not null,
  -- What the session is called on pages, where its hash is not shown.
  id uuid not null,
  user_id uuid not null,
  way text not null check (way in ('password', 'oidc', 'persona')),
  browser text not null,
  made_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_because text,
  primary key (authority, token_hash),
  foreign key (authority, user_id) references people.users on delete cascade
);
create index on people.sessions (authority, user_id);
select kit.keep_apart('people.sessions');

-- A sign-in that has begun: sent to the identity provider, or past the password and before the code.
create table people.begun (
  authority text not null,
  token_hash text not null,
  kind text not null check (kind in ('oidc', 'code')),
  user_id uuid,
  -- Encrypted: state, nonce and verifier.
  sealed text,
  invitation_hash text,
  next text not null,
  tries integer not null default 0,
  expires_at timestamptz not null,
  primary key (authority, token_hash),
  foreign key (authority, user_id) references people.users on delete cascade
);
select kit.keep_apart('people.begun');

-- How often sign-in failed. A bucket is a keyed hash of an account and where it was tried from.
create table people.attempts (
  authority text not null,
  bucket text not null,
  failures integer not null,
  last_at timestamptz not null,
  free_at timestamptz not null,
  primary key (authority, bucket)
);
select kit.keep_apart('people.attempts');
