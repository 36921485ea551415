-- measured: mean
select matched_on as day, child, '' as team, place, matched_on - decided_on as counted
from adoptions where decided_on is not null
