import { careLeavers } from '#records'
import { hasLeftCare } from '../care-leavers.ts'
import { describedAtMonthEnd, indicator } from '../definition.ts'
import { isBetween, withinMonths } from '../words.ts'

export const leaversContactedInTwoMonths = indicator('LC06', {
  name: 'Care leavers in contact with their adviser in the last two months',
  family: 'Care leavers',
  words: {
    everyone: 'young people aged 17 to 21 who have left care',
    counted: 'had been in contact with their personal adviser in the last two months',
    caution:
      'The regulation is about those in accommodation that the council provides; the same two months are asked for all.',
  },
  of: careLeavers,
  when: describedAtMonthEnd,
  where: (l, day) => hasLeftCare(l) && isBetween(17, l.child.ageOn(day), 21),
  that: (l, day) => withinMonths(2, l.latestContactOn, day),
  needs: ['latestContactOn'],
  good: 'high',
  law: {
    says: 'Where the council provides the accommodation: a visit within seven days of it first being provided, again before the pathway plan is reviewed, and then at intervals of not more than two months',
    document: 'Care Leavers (England) Regulations 2010 (SI 2010/2571)',
    paragraph: 'regulation 8(2)',
    read: '2026-11-21',
  },
  source: ['annex-a:9', 'ssd:ssd_care_leavers'],
})
