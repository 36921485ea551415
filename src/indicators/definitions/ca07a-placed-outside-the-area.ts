import { stays } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'

export const placedOutsideTheArea = indicator('CA07A', {
  name: 'Children in care placed outside the council’s area',
  family: 'Children in care',
  words: {
    everyone: 'children in care at the end of the month',
    counted: 'were placed outside the council’s area',
    caution:
      'The national figure (CA07) counts only those more than 20 miles from home, which these files do not give.',
  },
  of: stays,
  when: openAtMonthEnd,
  where: s => s.outsideArea !== null,
  eachChildOnce: true,
  that: s => s.outsideArea === true,
  alsoBy: ['placement'],
  good: 'low',
  source: ['annex-a:8'],
})
