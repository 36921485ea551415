select m.last_day as day, p.child, p.team, p.place,
  p.started_on + interval 24 month <= m.last_day as counted
from protection_plans p join months m
  on p.started_on <= m.last_day and (p.ended_on is null or p.ended_on > m.last_day)
