import { series } from '../definition.ts'

export const vacanciesCovered = series('WF04', {
  name: 'Vacancies covered by agency workers',
  family: 'Workforce',
  words: {
    everyone:
      'vacant posts of children’s social workers at the end of the month, in full-time equivalents',
    counted: 'were covered by an agency worker',
  },
  unit: 'percentage',
  numerator: 'Vacancies covered, in full-time equivalents',
  denominator: 'Vacant posts, in full-time equivalents',
  every: 'month',
  atEnd: true,
  by: ['locality', 'team'],
  good: 'neutral',
  source: ['The children’s social work workforce census, and the council’s record of staff'],
})
