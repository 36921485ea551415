select m.last_day as day, c.child, '' as team, c.place, 1 as counted
from care c join months m
  on c.started_on <= m.last_day and (c.ended_on is null or c.ended_on > m.last_day)
qualify row_number() over (partition by c.child, m.last_day order by c.place) = 1
