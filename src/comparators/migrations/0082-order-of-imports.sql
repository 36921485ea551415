-- The order in which files were brought, where two came at the same moment.
alter table comparators.imports add column nth bigint generated always as identity;
