import { series } from '../definition.ts'

export const careAttainment8 = series('ED07', {
  name: 'Average Attainment 8 score of children in care',
  family: 'Education',
  words: {
    everyone:
      'children who had been in care for 12 months at the end of key stage 4 in the school year',
  },
  unit: 'average',
  measure: { summary: 'mean', unit: 'points' },
  numerator: 'Sum of their Attainment 8 scores',
  denominator: 'Children at the end of key stage 4',
  every: 'year',
  yearEnds: 8,
  by: ['sex', 'ethnicity'],
  good: 'high',
  source: [
    'The Department for Education’s statistics of outcomes for children in care, from the national pupil database',
  ],
})
