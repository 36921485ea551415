import { needEpisodes, periodsOfCare, protectionPlans } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { needVisits } from '../timelines.ts'
import { withinWorkingDays } from '../words.ts'

const STANDARD = 'need-visit-working-days'

export const childrenInNeedSeen = indicator('CN03', {
  name: 'Children in need seen within the visiting standard',
  family: 'Children in need',
  words: {
    everyone:
      'children in need at the end of the month for longer than the council’s visiting standard, who have no protection plan and are not in care',
    counted: 'had been visited within that standard',
    caution: 'The number of days is the council’s own standard.',
  },
  of: needEpisodes,
  when: openAtMonthEnd,
  where: (e, day, standard) =>
    !withinWorkingDays(standard(STANDARD, day), e.startedOn, day) &&
    !e.child.isIn(protectionPlans, day) &&
    !e.child.isIn(periodsOfCare, day),
  eachChildOnce: true,
  that: (e, day, standard) =>
    withinWorkingDays(standard(STANDARD, day), e.child.latest(needVisits, day), day),
  uses: [needVisits, protectionPlans, periodsOfCare],
  standards: [STANDARD],
  good: 'high',
  source: ['ssd:ssd_cin_episodes', 'ssd:ssd_cin_visits'],
})
