-- When the words of an audit, and whom it was about, were taken away by a rule; its grades stay.
alter table audits.audits add column blanked_at timestamptz;
