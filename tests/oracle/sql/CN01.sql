select m.last_day as day, n.child, n.team, n.place, 1 as counted
from need_episodes n join months m
  on n.started_on <= m.last_day and (n.ended_on is null or n.ended_on > m.last_day)
qualify row_number() over (partition by n.child, m.last_day order by n.place) = 1
