import { series } from '../definition.ts'

export const caseSupervision = series('WF09', {
  name: 'Children whose work was supervised on time',
  family: 'Workforce',
  words: {
    everyone: 'children with an open plan, in care or leaving care at the end of the month',
    counted: 'had supervision recorded on their file within the local standard',
    caution: 'How often is the council’s own standard and differs by plan. No statute gives one.',
  },
  unit: 'percentage',
  numerator: 'Children with supervision within the standard',
  denominator: 'Children with an open plan, in care or leaving care',
  every: 'month',
  atEnd: true,
  by: ['locality', 'team'],
  good: 'high',
  source: ['The case system’s record of supervision'],
})
