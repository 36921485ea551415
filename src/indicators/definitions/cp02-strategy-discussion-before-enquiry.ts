import { series } from '../definition.ts'

export const strategySameDay = series('CP02', {
  name: 'Enquiries with a strategy discussion before or on the day they began',
  family: 'Child protection',
  words: {
    everyone: 'section 47 enquiries that started in the month',
    counted: 'had a strategy discussion recorded on or before the day they began',
    caution:
      'Annex A gives one date for the strategy discussion and the enquiry, so no statutory file can answer it.',
  },
  unit: 'percentage',
  numerator: 'Enquiries with a strategy discussion on or before their first day',
  denominator: 'Section 47 enquiries that started',
  every: 'month',
  by: ['locality', 'team', 'age', 'sex', 'ethnicity', 'disability'],
  good: 'high',
  law: {
    says: 'A strategy discussion whenever there is reasonable cause to suspect that a child is suffering or is likely to suffer significant harm; when it is held is a matter of local procedure',
    document: 'Working Together to Safeguard Children 2023',
    paragraph: 'unverified',
    read: 'unverified',
  },
  source: ['The case system’s record of strategy discussions'],
})
