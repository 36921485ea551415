select visited_on as day, child, '' as team, place, coalesce(seen_alone, false) as counted
from visits where kind = 'protection'
