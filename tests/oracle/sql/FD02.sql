select received_on as day, child, team, place,
  decided_on >= received_on and workdays(received_on, decided_on) <= 1 as counted
from contacts
