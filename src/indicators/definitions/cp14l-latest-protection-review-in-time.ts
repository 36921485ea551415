import { protectionPlans } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { protectionReviewsHeld } from '../timelines.ts'
import { hasLasted, isOnOrAfter, withinMonths } from '../words.ts'

export const latestProtectionReviewInTime = indicator('CP14L', {
  name: 'Child protection plans whose latest review is not overdue',
  family: 'Child protection',
  words: {
    everyone:
      'children with a plan at the end of the month that had been open three months or more',
    counted: 'had been reviewed under this plan in the last six months',
    caution:
      'Judged by the latest review alone, which is all that Annex A gives. Whether the first review was held within three months does not show.',
  },
  of: protectionPlans,
  when: openAtMonthEnd,
  where: (p, day) => hasLasted(3, p.startedOn, day),
  eachChildOnce: true,
  that: (p, day) => {
    const reviewed = p.child.latest(protectionReviewsHeld, day)
    return isOnOrAfter(reviewed, p.startedOn) && withinMonths(6, reviewed, day)
  },
  uses: [protectionReviewsHeld],
  good: 'high',
  law: {
    says: 'Further reviews at intervals of no more than six months',
    document: 'Working Together to Safeguard Children 2023',
    paragraph: 'unverified',
    read: 'unverified',
  },
  source: [
    'annex-a:7',
    'cin:ChildProtectionPlans',
    'cin:Reviews',
    'ssd:ssd_cp_plans',
    'ssd:ssd_cp_reviews',
  ],
})
