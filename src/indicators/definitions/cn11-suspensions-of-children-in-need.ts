import { series } from '../definition.ts'

export const needSuspensions = series('CN11', {
  name: 'Children in need with a suspension from school',
  family: 'Children in need',
  words: {
    everyone: 'pupils who were children in need in the school year',
    counted: 'were suspended at least once',
  },
  unit: 'percentage',
  numerator: 'Pupils in need with a suspension',
  denominator: 'Pupils in need',
  every: 'year',
  yearEnds: 8,
  by: ['age', 'sex', 'ethnicity', 'disability'],
  good: 'low',
  source: [
    'The Department for Education’s statistics of outcomes for children in need, from the national pupil database',
  ],
})
