select ended_on as day, child, team, place,
  started_on <= ended_on and ended_on < started_on + interval 3 month as counted
from need_episodes
