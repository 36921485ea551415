import { series } from '../definition.ts'

export const complaintsIn10Days = series('VO01', {
  name: 'Stage 1 complaints answered in time',
  family: 'Voice and feedback',
  words: {
    everyone: 'complaints at stage 1 that were closed in the month',
    counted: 'had been answered within 10 working days, or 20 where the matter was complex',
  },
  unit: 'percentage',
  numerator: 'Complaints answered in time',
  denominator: 'Complaints closed at stage 1',
  every: 'month',
  by: ['team'],
  good: 'high',
  law: {
    says: 'A complaint is resolved at stage 1 within 10 working days, which may be extended by a further 10',
    document:
      'Children Act 1989 Representations Procedure (England) Regulations 2006 (SI 2006/1738)',
    paragraph: 'unverified',
    read: 'unverified',
  },
  source: ['The complaints service'],
})
