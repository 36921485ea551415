import { referrals } from '#records'
import { indicator } from '../definition.ts'
import { referralsMade } from '../timelines.ts'
import { lessThanMonths } from '../words.ts'

export const reReferrals = indicator('FD07', {
  name: 'Re-referrals within 12 months',
  family: 'Front door',
  words: {
    everyone: 'referrals to children’s social care in the month',
    counted: 'came less than 12 months after an earlier referral of the same child',
  },
  of: referrals,
  when: r => r.referredOn,
  that: (r, day) => lessThanMonths(12, r.child.latest(referralsMade, day - 1), day),
  uses: [referralsMade],
  looksBack: 13,
  good: 'low',
  source: ['annex-a:3', 'cin:CINdetails', 'ssd:ssd_cin_episodes'],
})
