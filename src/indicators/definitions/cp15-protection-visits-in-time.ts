import { protectionPlans } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { protectionVisits } from '../timelines.ts'
import { withinWorkingDays } from '../words.ts'

const STANDARD = 'protection-visit-working-days'

export const protectionVisitsInTime = indicator('CP15', {
  name: 'Children with a protection plan visited in time',
  family: 'Child protection',
  words: {
    everyone:
      'children with a plan at the end of the month that had been open for longer than the council’s visiting standard',
    counted: 'had been visited within that standard',
    caution: 'The number of days is the council’s own standard.',
  },
  of: protectionPlans,
  when: openAtMonthEnd,
  where: (p, day, standard) => !withinWorkingDays(standard(STANDARD, day), p.startedOn, day),
  eachChildOnce: true,
  that: (p, day, standard) =>
    withinWorkingDays(standard(STANDARD, day), p.child.latest(protectionVisits, day), day),
  uses: [protectionVisits],
  standards: [STANDARD],
  good: 'high',
  source: ['annex-a:7', 'ssd:ssd_cp_plans', 'ssd:ssd_cp_visits'],
})
