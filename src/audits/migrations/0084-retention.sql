-- When the words of an audit, and whom it was about, were taken away by a rule; its grades stay.
alter table audits.audits add column blanked_at timestamptz;
-- The same of a sample: which child was in which place, and whose work it was.
alter table audits.samples add column blanked_at timestamptz;
