import { series } from '../definition.ts'

export const agencyRate = series('WF03', {
  name: 'Agency social workers',
  family: 'Workforce',
  words: {
    everyone: 'children’s social workers working at the end of the month, in full-time equivalents',
    counted: 'came from an agency',
  },
  unit: 'percentage',
  numerator: 'Agency workers, in full-time equivalents',
  denominator: 'Workers in post and from agencies, in full-time equivalents',
  every: 'month',
  atEnd: true,
  by: ['locality', 'team'],
  good: 'low',
  source: ['The children’s social work workforce census, and the council’s record of staff'],
})
