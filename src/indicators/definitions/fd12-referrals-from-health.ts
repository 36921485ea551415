import { referrals } from '#records'
import { indicator } from '../definition.ts'
import { isOneOf } from '../words.ts'

const health = ['3A', '3B', '3C', '3D', '3E', '3F']

export const referralsFromHealth = indicator('FD12', {
  name: 'Referrals from health services',
  family: 'Front door',
  words: {
    everyone: 'referrals to children’s social care in the month',
    counted: 'came from a health service',
  },
  of: referrals,
  when: r => r.referredOn,
  that: r => isOneOf(r.source, health),
  needs: ['source'],
  good: 'neutral',
  source: ['annex-a:3', 'cin:CINdetails', 'ssd:ssd_cin_episodes'],
})
