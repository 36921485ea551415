import { series } from '../definition.ts'

export const careKeyStage2 = series('ED06', {
  name: 'Children in care at the expected standard at age 11',
  family: 'Education',
  words: {
    everyone:
      'children who had been in care for 12 months at the end of key stage 2 in the school year',
    counted: 'reached the expected standard in reading, writing and mathematics',
  },
  unit: 'percentage',
  numerator: 'Children at the expected standard',
  denominator: 'Children at the end of key stage 2',
  every: 'year',
  yearEnds: 8,
  by: ['sex', 'ethnicity'],
  good: 'high',
  source: [
    'The Department for Education’s statistics of outcomes for children in care, from the national pupil database',
  ],
})
