import { referrals } from '#records'
import { indicator } from '../definition.ts'

export const referralsFromSchools = indicator('FD10', {
  name: 'Referrals from schools',
  family: 'Front door',
  words: {
    everyone: 'referrals to children’s social care in the month',
    counted: 'came from a school',
  },
  of: referrals,
  when: r => r.referredOn,
  that: r => r.source === '2A',
  needs: ['source'],
  good: 'neutral',
  source: ['annex-a:3', 'cin:CINdetails', 'ssd:ssd_cin_episodes'],
})
