import { referrals } from '#records'
import { indicator } from '../definition.ts'

export const referralsFromPolice = indicator('FD11', {
  name: 'Referrals from police',
  family: 'Front door',
  words: {
    everyone: 'referrals to children’s social care in the month',
    counted: 'came from the police',
  },
  of: referrals,
  when: r => r.referredOn,
  that: r => r.source === '6',
  needs: ['source'],
  good: 'neutral',
  source: ['annex-a:3', 'cin:CINdetails', 'ssd:ssd_cin_episodes'],
})
