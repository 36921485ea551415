select p.started_on as day, p.child, p.team, p.place,
  coalesce(p.earlier_plans > 0, false) or exists (
    select 1 from protection_plans e where e.child = p.child and e.started_on < p.started_on
  ) as counted
from protection_plans p
