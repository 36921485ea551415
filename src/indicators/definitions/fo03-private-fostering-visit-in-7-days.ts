import { series } from '../definition.ts'

export const privateFosteringVisits = series('FO03', {
  name: 'Private fostering: visited within 7 working days',
  family: 'Fostering',
  words: {
    everyone: 'notifications of private fostering received in the quarter',
    counted: 'were followed by a visit within 7 working days',
    caution: 'There are few notifications, so this moves a lot by chance.',
  },
  unit: 'percentage',
  numerator: 'Notifications visited within 7 working days',
  denominator: 'Notifications received',
  every: 'quarter',
  by: ['team'],
  good: 'high',
  law: {
    says: 'An officer visits within seven working days of a notification',
    document: 'Children (Private Arrangements for Fostering) Regulations 2005 (SI 2005/1533)',
    paragraph: 'regulation 4(1), read in a reprint of the regulations',
    read: '2026-11-21',
  },
  source: ['The private fostering service'],
})
