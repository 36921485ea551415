import { type Day } from '#calendar'
import { type Child, placements } from '#records'
import { longTermFosterPlacements } from '../care-codes.ts'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { careVisits } from '../timelines.ts'
import { daysAfter, hasLasted, isOneOf, isOnOrAfter, monthsAfter } from '../words.ts'

export const careVisitsInTime = indicator('CA15', {
  name: 'Children in care visited in time',
  family: 'Children in care',
  words: {
    everyone: 'children in care at the end of the month',
    counted: 'were not overdue a visit from their social worker',
    caution:
      'A visit is due within a week of the start of a placement and then every six weeks, or every three months after a year in long-term foster care. Children placed with parents under an interim order have to be visited more often; they are judged here by the general rule.',
  },
  of: placements,
  when: openAtMonthEnd,
  eachChildOnce: true,
  that: (p, day) => isOnOrAfter(nextVisitDue(p, day), day),
  uses: [careVisits],
  good: 'high',
  law: {
    says: 'Within one week of the start of any placement; at intervals of not more than six weeks for the first year; thereafter not more than three months where the placement is intended to last until 18, otherwise six weeks',
    document: 'Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959)',
    paragraph: 'regulation 28(2)',
    read: '2026-11-21',
  },
  source: ['annex-a:8', 'ssd:ssd_cla_placement', 'ssd:ssd_cla_visits'],
})

interface Placement {
  readonly startedOn: Day | null
  readonly type: string
  readonly child: Child
}

function nextVisitDue({ startedOn, type, child }: Placement, day: Day): Day | null {
  const visited = child.latest(careVisits, day)
  if (!isOnOrAfter(visited, startedOn)) return daysAfter(7, startedOn)
  const settled = isOneOf(type, longTermFosterPlacements) && hasLasted(12, startedOn, day)
  return settled ? monthsAfter(3, visited) : daysAfter(42, visited)
}
