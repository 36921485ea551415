select l.as_on as day, l.child, l.team, l.place, l.in_touch = 'YES' as counted
from care_leavers l join children k using (child) join months m on l.as_on = m.last_day
where l.eligibility not in ('eligible', 'qualifying') and l.in_touch not in ('DIED', 'RHOM')
  and date_diff('year', k.born_on, l.as_on)
    - (strftime(l.as_on, '%m%d') < strftime(k.born_on, '%m%d'))::int between 17 and 21
