select ended_on as day, child, team, place, started_on + interval 24 month <= ended_on as counted
from protection_plans
