import { needEpisodes, needPlans, periodsOfCare, protectionPlans } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'

export const childrenInNeedWithAPlan = indicator('CN02', {
  name: 'Children in need with a plan',
  family: 'Children in need',
  words: {
    everyone:
      'children in need at the end of the month who have no protection plan and are not in care',
    counted: 'had a child in need plan',
    caution:
      'The files do not say when these plans were reviewed, so whether they are up to date is not known. Children whose assessment is not finished have no plan yet.',
  },
  of: needEpisodes,
  when: openAtMonthEnd,
  where: (e, day) => !e.child.isIn(protectionPlans, day) && !e.child.isIn(periodsOfCare, day),
  eachChildOnce: true,
  that: (e, day) => e.child.isIn(needPlans, day),
  uses: [needPlans, protectionPlans, periodsOfCare],
  good: 'high',
  source: ['ssd:ssd_cin_episodes', 'ssd:ssd_cin_plans'],
})
