select started_on as day, child, team, place, 1 as counted from enquiries
