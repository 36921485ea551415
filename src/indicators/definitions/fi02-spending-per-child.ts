import { series } from '../definition.ts'

export const spendPerChild = series('FI02', {
  name: 'Spending on children’s services per child',
  family: 'Finance',
  words: {
    everyone: 'children aged 0 to 17 in the area in the year',
  },
  unit: 'average',
  measure: { summary: 'mean', unit: 'pounds' },
  numerator: 'Spending on children’s services, in pounds',
  denominator: 'Children aged 0 to 17 in the area',
  every: 'year',
  yearEnds: 3,
  by: [],
  good: 'neutral',
  source: ['The revenue outturn returns, and the Office for National Statistics'],
})
