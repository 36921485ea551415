select r.referred_on as day, r.child, r.team, r.place, exists (
  select 1 from referrals e
  where e.child = r.child and e.referred_on < r.referred_on
    and e.referred_on + interval 12 month > r.referred_on
) as counted
from referrals r
