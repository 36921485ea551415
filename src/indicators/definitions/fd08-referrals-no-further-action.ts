import { referrals } from '#records'
import { indicator } from '../definition.ts'

export const referralsNoFurtherAction = indicator('FD08', {
  name: 'Referrals with no further action',
  family: 'Front door',
  words: {
    everyone: 'referrals to children’s social care in the month',
    counted: 'were closed with no further action',
  },
  of: referrals,
  when: r => r.referredOn,
  that: r => r.noFurtherAction === true,
  needs: ['noFurtherAction'],
  good: 'neutral',
  source: ['annex-a:3', 'cin:CINdetails', 'ssd:ssd_cin_episodes'],
})
