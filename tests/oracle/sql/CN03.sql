select m.last_day as day, n.child, n.team, n.place, exists (
  select 1 from visits v where v.child = n.child and v.kind = 'need' and v.visited_on <= m.last_day
    and workdays(v.visited_on, m.last_day) <= 20
) as counted
from need_episodes n join months m
  on n.started_on <= m.last_day and (n.ended_on is null or n.ended_on > m.last_day)
where workdays(n.started_on, m.last_day) > 20
  and not exists (select 1 from protection_plans p where p.child = n.child
    and p.started_on <= m.last_day and (p.ended_on is null or p.ended_on > m.last_day))
  and not exists (select 1 from care c where c.child = n.child
    and c.started_on <= m.last_day and (c.ended_on is null or c.ended_on > m.last_day))
qualify row_number() over (partition by n.child, m.last_day order by n.place) = 1
