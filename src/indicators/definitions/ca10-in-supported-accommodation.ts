import { stays } from '#records'
import { supportedAccommodation } from '../care-codes.ts'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { isOneOf } from '../words.ts'

export const inSupportedAccommodation = indicator('CA10', {
  name: 'Children in care who live in supported accommodation',
  family: 'Children in care',
  words: {
    everyone: 'children in care at the end of the month',
    counted: 'lived in supported or semi-independent accommodation, or independently',
  },
  of: stays,
  when: openAtMonthEnd,
  eachChildOnce: true,
  that: s => isOneOf(s.type, supportedAccommodation),
  alsoBy: ['provider'],
  good: 'neutral',
  source: ['annex-a:8', 'ssda903:episodes', 'ssd:ssd_cla_placement'],
})
