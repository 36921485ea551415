import { stays } from '#records'
import { fosterPlacements } from '../care-codes.ts'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { isOneOf } from '../words.ts'

export const inFosterCare = indicator('CA08', {
  name: 'Children in care who live with foster carers',
  family: 'Children in care',
  words: {
    everyone: 'children in care at the end of the month',
    counted: 'lived with foster carers',
  },
  of: stays,
  when: openAtMonthEnd,
  eachChildOnce: true,
  that: s => isOneOf(s.type, fosterPlacements),
  alsoBy: ['provider'],
  good: 'high',
  source: ['annex-a:8', 'ssda903:episodes', 'ssd:ssd_cla_placement'],
})
