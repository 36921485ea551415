import { series } from '../definition.ts'

export const socialWorkerTurnover = series('WF01', {
  name: 'Social worker turnover',
  family: 'Workforce',
  words: {
    everyone: 'posts of children’s social workers, in full-time equivalents at 30 September',
    counted: 'had been left in the year',
  },
  unit: 'percentage',
  numerator: 'Social workers who left in the year, in full-time equivalents',
  denominator: 'Social workers in post at 30 September, in full-time equivalents',
  every: 'year',
  yearEnds: 9,
  by: ['team'],
  good: 'low',
  source: ['The children’s social work workforce census, and the council’s record of staff'],
})
