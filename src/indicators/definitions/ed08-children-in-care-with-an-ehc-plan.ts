import { series } from '../definition.ts'

export const careWithHealthPlan = series('ED08', {
  name: 'Children in care with an education, health and care plan',
  family: 'Education',
  words: {
    everyone: 'pupils who had been in care for 12 months at the end of the school year',
    counted: 'had an education, health and care plan',
  },
  unit: 'percentage',
  numerator: 'Pupils with a plan',
  denominator: 'Pupils in care for 12 months',
  every: 'year',
  yearEnds: 8,
  by: ['age', 'sex', 'ethnicity', 'disability'],
  good: 'neutral',
  source: [
    'The Department for Education’s statistics of outcomes for children in care, from the national pupil database',
  ],
})
