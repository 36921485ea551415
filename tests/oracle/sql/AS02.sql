select m.last_day as day, a.child, a.team, a.place, workdays(a.started_on, m.last_day) > 45 as counted
from assessments a join months m
  on a.started_on <= m.last_day and (a.authorised_on is null or a.authorised_on > m.last_day)
