import { series } from '../definition.ts'

export const needPersistentAbsence = series('CN08', {
  name: 'Children in need who were persistently absent',
  family: 'Children in need',
  words: {
    everyone: 'pupils who were children in need in the school year',
    counted: 'missed a tenth of their sessions or more',
  },
  unit: 'percentage',
  numerator: 'Pupils in need who missed a tenth of their sessions or more',
  denominator: 'Pupils in need',
  every: 'year',
  yearEnds: 8,
  by: ['age', 'sex', 'ethnicity', 'disability'],
  good: 'low',
  source: [
    'The Department for Education’s statistics of outcomes for children in need, from the national pupil database',
  ],
})
