select ended_on as day, child, '' as team, place, end_reason in ('E11', 'E12') as counted from care
