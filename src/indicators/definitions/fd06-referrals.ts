import { referrals } from '#records'
import { indicator } from '../definition.ts'

export const referralsRate = indicator('FD06', {
  name: 'Referrals, rate per 10,000 children',
  family: 'Front door',
  words: { everyone: 'referrals to children’s social care in the month' },
  of: referrals,
  when: r => r.referredOn,
  per10kChildren: true,
  good: 'neutral',
  source: ['annex-a:3', 'cin:CINdetails', 'ssd:ssd_cin_episodes'],
})
