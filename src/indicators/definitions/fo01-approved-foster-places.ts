import { series } from '../definition.ts'

export const fosterPlaces = series('FO01', {
  name: 'Approved foster places',
  family: 'Fostering',
  words: {
    everyone:
      'approved mainstream places in the council’s own foster homes at the end of the quarter',
  },
  unit: 'count',
  numerator: 'Approved places',
  every: 'quarter',
  atEnd: true,
  by: [],
  good: 'high',
  source: ['The fostering service'],
})
