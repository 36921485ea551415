import { stays } from '#records'
import { secureAndChildrensHomes } from '../care-codes.ts'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { isOneOf } from '../words.ts'

export const inChildrensHomes = indicator('CA09', {
  name: 'Children in care who live in children’s homes or secure homes',
  family: 'Children in care',
  words: {
    everyone: 'children in care at the end of the month',
    counted: 'lived in a children’s home or a secure children’s home',
  },
  of: stays,
  when: openAtMonthEnd,
  eachChildOnce: true,
  that: s => isOneOf(s.type, secureAndChildrensHomes),
  alsoBy: ['provider'],
  good: 'neutral',
  source: ['annex-a:8', 'ssda903:episodes', 'ssd:ssd_cla_placement'],
})
