select referred_on as day, child, team, place, source like '3%' as counted from referrals
