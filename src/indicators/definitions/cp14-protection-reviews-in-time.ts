import { protectionPlans } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { everyReviewInTime } from '../reviews.ts'
import { protectionReviewsHeld } from '../timelines.ts'
import { addMonths } from '#calendar'
import { hasLasted } from '../words.ts'

export const protectionReviewsInTime = indicator('CP14', {
  name: 'Child protection reviews within timescale',
  family: 'Child protection',
  words: {
    everyone:
      'children with a plan at the end of the month that had been open three months or more',
    counted: 'had had every review that fell due in the last 12 months in time',
    caution:
      'The first review is due three months after the plan starts, each later one six months after the one before. Reviews due more than 12 months ago are not judged.',
  },
  of: protectionPlans,
  when: openAtMonthEnd,
  where: (p, day) => hasLasted(3, p.startedOn, day),
  eachChildOnce: true,
  that: (p, day) =>
    everyReviewInTime(p.child, protectionReviewsHeld, p.startedOn ?? day, day, (from, before) =>
      addMonths(from, before === 0 ? 3 : 6),
    ),
  uses: [protectionReviewsHeld],
  looksBack: 12,
  good: 'high',
  law: {
    says: 'The first review within three months of the initial conference, further reviews at intervals of no more than six months',
    document: 'Working Together to Safeguard Children 2023',
    paragraph: 'unverified',
    read: 'unverified',
  },
  source: ['cin:ChildProtectionPlans', 'cin:Reviews', 'ssd:ssd_cp_plans', 'ssd:ssd_cp_reviews'],
})
