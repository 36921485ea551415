select started_on as day, child, '' as team, place, 1 as counted from care
