select held_on as day, child, team, place,
  strategy_on <= held_on and workdays(strategy_on, held_on) <= 15 as counted
from conferences where strategy_on is not null
