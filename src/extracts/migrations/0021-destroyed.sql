-- Extracts whose records were destroyed. What an extract was stays in extracts.extracts, where no child
-- is named; its frozen files are gone, and the keys that alone opened them.
create table extracts.destroyed (
  authority text not null,
  extract text not null,
  -- In words, as it was when it was followed.
  rule text not null,
  destroyed_at timestamptz not null,
  destroyed_by text not null,
  primary key (authority, extract),
  foreign key (authority, extract) references extracts.extracts (authority, id)
);
select kit.keep_apart('extracts.destroyed', 'select, insert');
