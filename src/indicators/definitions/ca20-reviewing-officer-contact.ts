import { periodsOfCare } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { careReviewsHeld, reviewersSeen } from '../timelines.ts'
import { isOnOrAfter } from '../words.ts'

export const reviewingOfficerContact = indicator('CA20', {
  name: 'Children in care contacted by their reviewing officer since the last review',
  family: 'Children in care',
  words: {
    everyone: 'children in care at the end of the month',
    counted:
      'had been visited or contacted by their independent reviewing officer since the last review, or since care began where there was none',
    caution:
      'A file holds only the latest contact of each child, so the months between two files are known less well. How often is the council’s own standard.',
  },
  of: periodsOfCare,
  when: openAtMonthEnd,
  eachChildOnce: true,
  that: (p, day) =>
    isOnOrAfter(
      p.child.latest(reviewersSeen, day),
      Math.max(p.child.latest(careReviewsHeld, day) ?? 0, p.startedOn ?? day),
    ),
  uses: [reviewersSeen, careReviewsHeld],
  good: 'high',
  source: ['annex-a:8', 'ssd:ssd_cla_episodes'],
})
