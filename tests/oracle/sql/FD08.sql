select referred_on as day, child, team, place, coalesce(no_further_action, false) as counted
from referrals
