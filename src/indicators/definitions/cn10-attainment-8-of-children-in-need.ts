import { series } from '../definition.ts'

export const needAttainment8 = series('CN10', {
  name: 'Average Attainment 8 score of children in need',
  family: 'Children in need',
  words: {
    everyone: 'children in need at the end of key stage 4 in the school year',
  },
  unit: 'average',
  measure: { summary: 'mean', unit: 'points' },
  numerator: 'Sum of their Attainment 8 scores',
  denominator: 'Children in need at the end of key stage 4',
  every: 'year',
  yearEnds: 8,
  by: ['sex', 'ethnicity'],
  good: 'high',
  source: [
    'The Department for Education’s statistics of outcomes for children in need, from the national pupil database',
  ],
})
