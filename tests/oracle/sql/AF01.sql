select authorised_on as day, child, team, place, 1 as counted
from assessments where list_contains(string_split(factors, ' '), '3B')
