import { placements } from '#records'
import { indicator } from '../definition.ts'
import { careVisits } from '../timelines.ts'
import { daysAfter, withinDays } from '../words.ts'

export const visitInFirstWeek = indicator('CA16', {
  name: 'Children visited within a week of a new placement',
  family: 'Children in care',
  words: {
    everyone: 'placements whose first week ended in the month',
    counted: 'had a visit from the social worker in that week',
    caution: 'Placements that ended within the week are left out.',
  },
  of: placements,
  when: p => daysAfter(7, p.startedOn),
  where: (p, day) => p.endedOn === null || p.endedOn >= day,
  that: p => withinDays(7, p.startedOn, p.child.first(careVisits, p.startedOn)),
  uses: [careVisits],
  looksBack: 2,
  good: 'high',
  law: {
    says: 'Within one week of the start of any placement',
    document: 'Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959)',
    paragraph: 'regulation 28(2)(a)',
    read: '2026-11-21',
  },
  source: ['ssd:ssd_cla_placement', 'ssd:ssd_cla_visits'],
})
