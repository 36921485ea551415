import { periodsOfCare } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { permanencePlansMade } from '../timelines.ts'
import { hasLasted, isOnOrAfter } from '../words.ts'

export const permanencePlanByFourMonths = indicator('CA19', {
  name: 'Children in care with a plan for permanence',
  family: 'Children in care',
  words: {
    everyone: 'children in care at the end of the month for four months or more',
    counted: 'had a recorded plan for permanence',
  },
  of: periodsOfCare,
  when: openAtMonthEnd,
  where: (p, day) => hasLasted(4, p.startedOn, day),
  eachChildOnce: true,
  that: (p, day) => isOnOrAfter(p.child.latest(permanencePlansMade, day), p.startedOn),
  uses: [permanencePlansMade],
  good: 'high',
  law: {
    says: 'A plan for permanence by the second review, which is due by four months',
    document: 'Children Act 1989 guidance and regulations, volume 2',
    paragraph: 'unverified',
    read: 'unverified',
  },
  source: ['annex-a:8', 'ssd:ssd_cla_care_plan'],
})
