-- measured: median
select authorised_on as day, child, team, place, workdays(started_on, authorised_on) as counted
from assessments where started_on is not null
