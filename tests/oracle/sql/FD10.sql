select referred_on as day, child, team, place, source = '2A' as counted from referrals
