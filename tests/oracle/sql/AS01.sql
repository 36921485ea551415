select authorised_on as day, child, team, place,
  started_on <= authorised_on and workdays(started_on, authorised_on) <= 45 as counted
from assessments
