import { careReviews, reviewsHeld } from '#records'
import { tookPart } from '../care-codes.ts'
import { indicator } from '../definition.ts'
import { isOneOf } from '../words.ts'

export const viewsAtReviews = indicator('VO03', {
  name: 'Reviews with the child’s views',
  family: 'Voice and feedback',
  words: {
    everyone:
      'child protection reviews and reviews of children in care held in the month, of children aged four or over',
    counted: 'were ones in which the child took part, in person or by giving their views',
  },
  of: reviewsHeld,
  when: r => r.heldOn,
  // PN0 says that the child was under four, where the date of birth is not known.
  where: (r, day) => r.participation !== 'PN0' && !(r.child.ageOn(day) < 4),
  that: r => isOneOf(r.participation, tookPart),
  needs: ['participation'],
  uses: [careReviews],
  good: 'high',
  source: ['ssd:ssd_cp_reviews', 'ssd:ssd_cla_reviews'],
})
