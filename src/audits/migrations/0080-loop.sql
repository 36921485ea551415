-- What an audit found, as it went to the inbox of findings, and by when something is to be done.
create table audits.found (
  authority text not null,
  id uuid not null,
  audit_id uuid not null,
  finding_id uuid not null,
  -- The standard of the tool that it is about; '' for the whole.
  standard text not null default '',
  due_on date not null,
  added_at timestamptz not null,
  added_by text not null,
  primary key (authority, id),
  unique (authority, finding_id),
  foreign key (authority, audit_id) references audits.audits
);
create index on audits.found (authority, audit_id);
select kit.keep_apart('audits.found', 'select, insert');
