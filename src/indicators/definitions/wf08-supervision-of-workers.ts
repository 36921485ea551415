import { series } from '../definition.ts'

export const workersSupervised = series('WF08', {
  name: 'Social workers supervised on time',
  family: 'Workforce',
  words: {
    everyone: 'social workers who held cases at the end of the month',
    counted: 'had had supervision within the local standard',
    caution:
      'How often is the council’s own standard, usually every four weeks. No statute gives one.',
  },
  unit: 'percentage',
  numerator: 'Workers supervised within the standard',
  denominator: 'Workers who held cases',
  every: 'month',
  atEnd: true,
  by: ['locality', 'team'],
  good: 'high',
  source: ['The record of supervision'],
})
