import { periodsOfCare } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { permanencePlansMade } from '../timelines.ts'
import { isOnOrAfter, withinWorkingDays } from '../words.ts'

export const carePlanInForce = indicator('CA18', {
  name: 'Children in care with a care plan',
  family: 'Children in care',
  words: {
    everyone: 'children in care at the end of the month for 10 working days or more',
    counted: 'had a care plan recorded in this time in care',
    caution:
      'The files name a care plan by the plan for permanence that it holds. One without it, as early ones can be, is not seen here.',
  },
  of: periodsOfCare,
  when: openAtMonthEnd,
  where: (p, day) => !withinWorkingDays(9, p.startedOn, day),
  eachChildOnce: true,
  that: (p, day) => isOnOrAfter(p.child.latest(permanencePlansMade, day), p.startedOn),
  uses: [permanencePlansMade],
  good: 'high',
  law: {
    says: 'A care plan is made before the child is placed or, where that is not practicable, within 10 working days of the start of the first placement',
    document: 'Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959)',
    paragraph: 'regulation 4(2), as made',
    read: '2026-11-22',
  },
  source: ['annex-a:8', 'ssd:ssd_cla_care_plan'],
})
