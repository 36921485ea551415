import { series } from '../definition.ts'

export const sicknessAbsence = series('WF07', {
  name: 'Sickness absence of social workers',
  family: 'Workforce',
  words: {
    everyone: 'working days of children’s social workers in the month',
    counted: 'were lost to sickness',
  },
  unit: 'percentage',
  numerator: 'Working days lost to sickness',
  denominator: 'Working days available',
  every: 'month',
  by: ['locality', 'team'],
  good: 'low',
  source: ['The children’s social work workforce census, and the council’s record of staff'],
})
