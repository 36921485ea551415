select r.held_on as day, r.child, '' as team, r.place,
  r.participation in ('PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6') as counted
from care_reviews r join children k using (child)
where date_diff('year', k.born_on, r.held_on)
  - (strftime(r.held_on, '%m%d') < strftime(k.born_on, '%m%d'))::int >= 4
