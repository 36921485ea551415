select m.last_day as day, c.child, '' as team, c.place, exists (
  select 1 from health_checks h where h.child = c.child and h.kind = 'dental'
    and h.checked_on <= m.last_day and h.checked_on + interval 12 month >= m.last_day
) as counted
from care c join months m
  on c.started_on <= m.last_day and (c.ended_on is null or c.ended_on > m.last_day)
where c.started_on + interval 12 month <= m.last_day
qualify row_number() over (partition by c.child, m.last_day order by c.place) = 1
