import { series } from '../definition.ts'

export const schoolMoves = series('CA22', {
  name: 'Children in care who moved school in mid-year',
  family: 'Education',
  words: {
    everyone: 'pupils in care in the school year',
    counted: 'moved school at least once in mid-year',
  },
  unit: 'percentage',
  numerator: 'Pupils in care with a move in mid-year',
  denominator: 'Pupils in care',
  every: 'year',
  yearEnds: 8,
  by: ['age'],
  good: 'low',
  source: ['The Children’s Commissioner’s stability index, and the virtual school'],
})
