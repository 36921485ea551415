import { series } from '../definition.ts'

export const protectionAbsence = series('CP20', {
  name: 'Absence from school of children with a protection plan',
  family: 'Child protection',
  words: {
    everyone:
      'sessions of school that were possible for children with a child protection plan in the school year',
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
