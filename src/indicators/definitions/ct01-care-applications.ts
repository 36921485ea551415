import { series } from '../definition.ts'

export const careApplications = series('CT01', {
  name: 'Care applications, rate per 10,000 children',
  family: 'Pre-proceedings and court',
  words: {
    everyone: 'care applications made in the month',
  },
  unit: 'rate',
  numerator: 'Care applications made',
  denominator: 'Children aged 0 to 17 in the area',
  overChildren: true,
  every: 'month',
  by: ['locality'],
  good: 'neutral',
  source: ['Cafcass, and the council’s legal service'],
})
