import { series } from '../definition.ts'

export const careSuspensions = series('ED05', {
  name: 'Children in care with a suspension from school',
  family: 'Education',
  words: {
    everyone: 'pupils who had been in care for 12 months in the school year',
    counted: 'were suspended at least once',
  },
  unit: 'percentage',
  numerator: 'Pupils with a suspension',
  denominator: 'Pupils in care for 12 months',
  every: 'year',
  yearEnds: 8,
  by: ['age', 'sex', 'ethnicity', 'disability'],
  good: 'low',
  source: [
    'The Department for Education’s statistics of outcomes for children in care, from the national pupil database',
  ],
})
