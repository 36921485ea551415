import { series } from '../definition.ts'

export const workersFromMinorities = series('WF12', {
  name: 'Social workers from ethnic minority backgrounds',
  family: 'Workforce',
  words: {
    everyone: 'children’s social workers whose ethnic background is known, at 30 September',
    counted: 'are from an ethnic minority background',
  },
  unit: 'percentage',
  numerator: 'Social workers from an ethnic minority background',
  denominator: 'Social workers whose background is known',
  every: 'year',
  yearEnds: 9,
  atEnd: true,
  by: [],
  good: 'neutral',
  source: ['The children’s social work workforce census, and the council’s record of staff'],
})
