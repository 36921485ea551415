select m.last_day as day, p.child, p.team, p.place, 1 as counted
from protection_plans p join months m
  on p.started_on <= m.last_day and (p.ended_on is null or p.ended_on > m.last_day)
qualify row_number() over (partition by p.child, m.last_day order by p.place) = 1
