import { careLeavers } from '#records'
import { hasLeftCare } from '../care-leavers.ts'
import { describedAtMonthEnd, indicator } from '../definition.ts'
import { isBetween, withinMonths } from '../words.ts'

export const pathwayPlansReviewedInSixMonths = indicator('LC07', {
  name: 'Pathway plans reviewed in the last six months',
  family: 'Care leavers',
  words: {
    everyone: 'young people aged 17 to 21 who have left care',
    counted: 'had their pathway plan reviewed in the last six months',
  },
  of: careLeavers,
  when: describedAtMonthEnd,
  where: (l, day) => hasLeftCare(l) && isBetween(17, l.child.ageOn(day), 21),
  that: (l, day) => withinMonths(6, l.pathwayPlanOn, day),
  needs: ['pathwayPlanOn'],
  good: 'high',
  law: {
    says: 'A review of the pathway plan at least every six months',
    document: 'Care Leavers (England) Regulations 2010 (SI 2010/2571)',
    paragraph: 'regulation 7',
    read: 'unverified',
  },
  source: ['annex-a:9', 'ssd:ssd_care_leavers'],
})
