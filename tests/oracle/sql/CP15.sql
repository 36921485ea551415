select m.last_day as day, p.child, p.team, p.place, exists (
  select 1 from visits v where v.child = p.child and v.kind = 'protection'
    and v.visited_on <= m.last_day and workdays(v.visited_on, m.last_day) <= 10
) as counted
from protection_plans p join months m
  on p.started_on <= m.last_day and (p.ended_on is null or p.ended_on > m.last_day)
where workdays(p.started_on, m.last_day) > 10
qualify row_number() over (partition by p.child, m.last_day order by p.place) = 1
