-- Who is not to read it for now, by their identifiers: they grade the audit that found it a second
-- time, blind.
alter table findings.findings add column hidden_from text[] not null default '{}';
