import { periodsOfCare } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { careReviewsHeld } from '../timelines.ts'
import { isOnOrAfter, withinMonths, withinWorkingDays } from '../words.ts'

export const latestCareReviewOnTime = indicator('CA13L', {
  name: 'Children in care whose latest review is not overdue',
  family: 'Children in care',
  words: {
    everyone: 'children in care at the end of the month for more than 20 working days',
    counted: 'had been reviewed in this period of care and in the last six months',
    caution:
      'Judged by the latest review alone, which is all that Annex A gives. Whether the first and second review were on time does not show.',
  },
  of: periodsOfCare,
  when: openAtMonthEnd,
  where: (p, day) => !withinWorkingDays(20, p.startedOn, day),
  eachChildOnce: true,
  that: (p, day) => {
    const reviewed = p.child.latest(careReviewsHeld, day)
    return isOnOrAfter(reviewed, p.startedOn) && withinMonths(6, reviewed, day)
  },
  uses: [careReviewsHeld],
  good: 'high',
  law: {
    says: 'Later reviews at intervals of no more than six months',
    document: 'Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959)',
    paragraph: 'regulation 33',
    read: 'unverified',
  },
  source: [
    'annex-a:8',
    'ssda903:episodes',
    'ssda903:reviews',
    'ssd:ssd_cla_episodes',
    'ssd:ssd_cla_reviews',
  ],
})
