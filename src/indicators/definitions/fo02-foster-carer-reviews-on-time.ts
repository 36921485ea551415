import { series } from '../definition.ts'

export const fosterReviews = series('FO02', {
  name: 'Foster carers reviewed within a year',
  family: 'Fostering',
  words: {
    everyone: 'fostering households approved for a year or more at the end of the month',
    counted: 'had been reviewed in the last 12 months',
  },
  unit: 'percentage',
  numerator: 'Households reviewed in the last 12 months',
  denominator: 'Households approved for a year or more',
  every: 'month',
  atEnd: true,
  by: ['team'],
  good: 'high',
  law: {
    says: 'Approval is reviewed not more than a year after approval, and thereafter whenever the provider thinks it necessary but at intervals of not more than a year',
    document: 'Fostering Services (England) Regulations 2011 (SI 2011/581)',
    paragraph: 'unverified',
    read: 'unverified',
  },
  source: ['The fostering service'],
})
