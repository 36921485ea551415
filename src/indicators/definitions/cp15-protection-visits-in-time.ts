import { protectionPlans } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { localStandards } from '../local-standards.ts'
import { protectionVisits } from '../timelines.ts'
import { withinWorkingDays } from '../words.ts'

const days = localStandards.protectionVisitWorkingDays

export const protectionVisitsInTime = indicator('CP15', {
  name: 'Children with a protection plan visited in time',
  family: 'Child protection',
  words: {
    everyone: `children with a plan at the end of the month that had been open for more than ${days} working days`,
    counted: `had been visited in the last ${days} working days`,
    caution: 'The number of days is the council’s own standard.',
  },
  of: protectionPlans,
  when: openAtMonthEnd,
  where: (p, day) => !withinWorkingDays(days, p.startedOn, day),
  eachChildOnce: true,
  that: (p, day) => withinWorkingDays(days, p.child.latest(protectionVisits, day), day),
  uses: [protectionVisits],
  good: 'high',
  source: ['annex-a:7', 'ssd:ssd_cp_plans', 'ssd:ssd_cp_visits'],
})
