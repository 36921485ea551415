import { series } from '../definition.ts'

export const carePersistentAbsence = series('ED03', {
  name: 'Children in care who were persistently absent',
  family: 'Education',
  words: {
    everyone: 'pupils who had been in care for 12 months in the school year',
    counted: 'missed a tenth of their sessions or more',
  },
  unit: 'percentage',
  numerator: 'Pupils who missed a tenth of their sessions or more',
  denominator: 'Pupils in care for 12 months',
  every: 'year',
  yearEnds: 8,
  by: ['age', 'sex', 'ethnicity', 'disability'],
  good: 'low',
  source: [
    'The Department for Education’s statistics of outcomes for children in care, from the national pupil database',
  ],
})
