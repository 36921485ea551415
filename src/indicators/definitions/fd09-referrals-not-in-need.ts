import { referrals } from '#records'
import { indicator } from '../definition.ts'

export const referralsNotInNeed = indicator('FD09', {
  name: 'Referrals assessed as not in need',
  family: 'Front door',
  words: {
    everyone: 'referrals to children’s social care in the month',
    counted: 'were assessed and the child found not to be in need',
    caution:
      'A month is counted three months later, when its assessments should be finished. One that is still open counts as not found so.',
  },
  of: referrals,
  when: r => r.referredOn,
  that: r => r.notInNeed === true,
  needs: ['notInNeed'],
  looksAhead: 3,
  good: 'neutral',
  source: ['cin:CINdetails', 'ssd:ssd_cin_episodes'],
})
