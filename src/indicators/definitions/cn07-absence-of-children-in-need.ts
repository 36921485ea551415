import { series } from '../definition.ts'

export const needAbsence = series('CN07', {
  name: 'Absence from school of children in need',
  family: 'Children in need',
  words: {
    everyone: 'sessions of school that were possible for children in need in the school year',
    counted: 'were missed',
  },
  unit: 'percentage',
  numerator: 'Sessions missed',
  denominator: 'Sessions possible',
  every: 'year',
  yearEnds: 8,
  by: ['age', 'sex', 'ethnicity', 'disability'],
  good: 'low',
  source: [
    'The Department for Education’s statistics of outcomes for children in need, from the national pupil database',
  ],
})
