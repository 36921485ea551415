import { series } from '../definition.ts'

export const admissionsForInjuries = series('HO01', {
  name: 'Hospital admissions for injuries of children under 15, rate per 10,000',
  family: 'Safety',
  words: {
    everyone: 'emergency admissions of children under 15 for injuries in the year',
  },
  unit: 'rate',
  numerator: 'Admissions',
  denominator: 'Children aged 0 to 14 in the area',
  every: 'year',
  yearEnds: 3,
  by: [],
  good: 'low',
  source: ['The Office for Health Improvement and Disparities'],
})
