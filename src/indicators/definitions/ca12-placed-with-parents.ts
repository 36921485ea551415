import { stays } from '#records'
import { placedWithParents } from '../care-codes.ts'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { isOneOf } from '../words.ts'

export const livingWithParents = indicator('CA12', {
  name: 'Children in care placed with their parents',
  family: 'Children in care',
  words: {
    everyone: 'children in care at the end of the month',
    counted: 'were placed with their parents or others with parental responsibility',
  },
  of: stays,
  when: openAtMonthEnd,
  eachChildOnce: true,
  that: s => isOneOf(s.type, placedWithParents),
  good: 'neutral',
  source: ['annex-a:8', 'ssda903:episodes', 'ssd:ssd_cla_placement'],
})
