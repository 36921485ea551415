import { needEpisodes, periodsOfCare, protectionPlans } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { localStandards } from '../local-standards.ts'
import { needVisits } from '../timelines.ts'
import { withinWorkingDays } from '../words.ts'

const days = localStandards.needVisitWorkingDays

export const childrenInNeedSeen = indicator('CN03', {
  name: 'Children in need seen within the visiting standard',
  family: 'Children in need',
  words: {
    everyone: `children in need at the end of the month for more than ${days} working days, who have no protection plan and are not in care`,
    counted: `had been visited in the last ${days} working days`,
    caution: 'The number of days is the council’s own standard.',
  },
  of: needEpisodes,
  when: openAtMonthEnd,
  where: (e, day) =>
    !withinWorkingDays(days, e.startedOn, day) &&
    !e.child.isIn(protectionPlans, day) &&
    !e.child.isIn(periodsOfCare, day),
  eachChildOnce: true,
  that: (e, day) => withinWorkingDays(days, e.child.latest(needVisits, day), day),
  uses: [needVisits, protectionPlans, periodsOfCare],
  good: 'high',
  source: ['ssd:ssd_cin_episodes', 'ssd:ssd_cin_visits'],
})
