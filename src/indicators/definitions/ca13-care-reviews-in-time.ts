import { addMonths, addWorkingDays } from '#calendar'
import { periodsOfCare } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { everyReviewInTime } from '../reviews.ts'
import { careReviewsHeld } from '../timelines.ts'
import { withinWorkingDays } from '../words.ts'

export const careReviewsInTime = indicator('CA13', {
  name: 'Reviews of children in care on time',
  family: 'Children in care',
  words: {
    everyone: 'children in care at the end of the month for 20 working days or more',
    counted: 'had had every review that fell due in the last 12 months on time',
    caution:
      'The first review is due within 20 working days, the second three months after it, each later one six months after the one before. Reviews due more than 12 months ago are not judged.',
  },
  of: periodsOfCare,
  when: openAtMonthEnd,
  where: (p, day) => !withinWorkingDays(19, p.startedOn, day),
  eachChildOnce: true,
  that: (p, day) =>
    everyReviewInTime(p.child, careReviewsHeld, p.startedOn ?? day, day, (from, before) => {
      if (before === 0) return addWorkingDays(from, 20)
      return addMonths(from, before === 1 ? 3 : 6)
    }),
  uses: [careReviewsHeld],
  looksBack: 12,
  good: 'high',
  law: {
    says: 'The first review within 20 working days of the start of care, the second within three months of the first, later ones at intervals of no more than six months',
    document: 'Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959)',
    paragraph: 'regulation 33',
    read: 'unverified',
  },
  source: ['ssda903:episodes', 'ssda903:reviews', 'ssd:ssd_cla_episodes', 'ssd:ssd_cla_reviews'],
})
