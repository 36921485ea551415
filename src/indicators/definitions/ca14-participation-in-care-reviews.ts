import { careReviews } from '#records'
import { tookPart } from '../care-codes.ts'
import { indicator } from '../definition.ts'
import { isOneOf } from '../words.ts'

export const participationInCareReviews = indicator('CA14', {
  name: 'Children who took part in their review',
  family: 'Children in care',
  words: {
    everyone: 'reviews held in the month of children in care aged four or over',
    counted: 'were ones in which the child took part, in person or by giving their views',
  },
  of: careReviews,
  when: r => r.heldOn,
  where: (r, day) => r.child.ageOn(day) >= 4,
  that: r => isOneOf(r.participation, tookPart),
  needs: ['participation'],
  good: 'high',
  source: ['ssda903:reviews', 'ssd:ssd_cla_reviews'],
})
