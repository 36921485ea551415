import { series } from '../definition.ts'

export const careAbsence = series('ED04', {
  name: 'Absence from school of children in care',
  family: 'Education',
  words: {
    everyone:
      'sessions of school that were possible for pupils who had been in care for 12 months in the school year',
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
    'The Department for Education’s statistics of outcomes for children in care, from the national pupil database',
  ],
})
