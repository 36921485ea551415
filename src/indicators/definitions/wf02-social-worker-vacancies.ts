import { series } from '../definition.ts'

export const vacancyRate = series('WF02', {
  name: 'Social worker vacancies',
  family: 'Workforce',
  words: {
    everyone:
      'posts of children’s social workers at the end of the month, in full-time equivalents',
    counted: 'were vacant',
  },
  unit: 'percentage',
  numerator: 'Vacant posts, in full-time equivalents',
  denominator: 'Filled and vacant posts, in full-time equivalents',
  every: 'month',
  atEnd: true,
  by: ['locality', 'team'],
  good: 'low',
  source: ['The children’s social work workforce census, and the council’s record of staff'],
})
