import { series } from '../definition.ts'

export const offeredAnAdvocate = series('VO02', {
  name: 'Children offered an advocate',
  family: 'Voice and feedback',
  words: {
    everyone: 'children aged 8 or over with a protection plan or in care at the end of the quarter',
    counted: 'had been offered an advocate',
  },
  unit: 'percentage',
  numerator: 'Children offered an advocate',
  denominator: 'Children aged 8 or over with a protection plan or in care',
  every: 'quarter',
  atEnd: true,
  by: ['age'],
  good: 'high',
  source: ['The advocacy service'],
})
