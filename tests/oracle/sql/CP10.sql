select p.started_on as day, p.child, p.team, p.place, exists (
  select 1 from protection_plans e where e.child = p.child and e.ended_on <= p.started_on
    and e.ended_on + interval 24 month > p.started_on
) as counted
from protection_plans p
