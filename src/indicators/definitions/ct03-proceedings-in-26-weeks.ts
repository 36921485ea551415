import { series } from '../definition.ts'

export const proceedingsIn26Weeks = series('CT03', {
  name: 'Care proceedings concluded within 26 weeks',
  family: 'Pre-proceedings and court',
  words: {
    everyone: 'care proceedings that ended in the quarter',
    counted: 'had taken 26 weeks or less',
    caution:
      'The court may extend the time where that is needed to resolve the proceedings justly.',
  },
  unit: 'percentage',
  numerator: 'Proceedings that ended within 26 weeks',
  denominator: 'Care proceedings that ended',
  every: 'quarter',
  by: ['locality', 'team'],
  good: 'high',
  law: {
    says: 'An application is disposed of without delay and in any event within 26 weeks of the day it was issued',
    document: 'Children Act 1989, as amended by section 14 of the Children and Families Act 2014',
    paragraph: 'section 32(1)(a); the court may extend it under section 32(5)',
    read: '2026-11-21',
  },
  source: ['Cafcass, and the council’s legal service'],
})
