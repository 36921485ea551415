import { series } from '../definition.ts'

export const needKeyStage2 = series('CN09', {
  name: 'Children in need at the expected standard at age 11',
  family: 'Children in need',
  words: {
    everyone: 'children in need at the end of key stage 2 in the school year',
    counted: 'reached the expected standard in reading, writing and mathematics',
  },
  unit: 'percentage',
  numerator: 'Children in need at the expected standard',
  denominator: 'Children in need at the end of key stage 2',
  every: 'year',
  yearEnds: 8,
  by: ['sex', 'ethnicity'],
  good: 'high',
  source: [
    'The Department for Education’s statistics of outcomes for children in need, from the national pupil database',
  ],
})
