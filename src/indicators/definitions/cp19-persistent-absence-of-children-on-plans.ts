import { series } from '../definition.ts'

export const protectionPersistentAbsence = series('CP19', {
  name: 'Children with a protection plan who were persistently absent',
  family: 'Child protection',
  words: {
    everyone: 'pupils who had a child protection plan in the school year',
    counted: 'missed a tenth of their sessions or more',
  },
  unit: 'percentage',
  numerator: 'Pupils with a plan who missed a tenth of their sessions or more',
  denominator: 'Pupils with a plan',
  every: 'year',
  yearEnds: 8,
  by: ['age', 'sex', 'ethnicity', 'disability'],
  good: 'low',
  source: [
    'The Department for Education’s statistics of outcomes for children in need, from the national pupil database',
  ],
})
