select referred_on as day, child, team, place, 1 as counted from referrals
