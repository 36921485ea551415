import { series } from '../definition.ts'

export const shareOfSpend = series('FI01', {
  name: 'Share of the council’s spending on children’s services',
  family: 'Finance',
  words: {
    everyone: 'spending of the council in the year',
    counted: 'was on children’s services',
  },
  unit: 'percentage',
  numerator: 'Spending on children’s services, in pounds',
  denominator: 'Spending of the council, in pounds',
  every: 'year',
  yearEnds: 3,
  by: [],
  good: 'neutral',
  source: ['The revenue outturn returns'],
})
