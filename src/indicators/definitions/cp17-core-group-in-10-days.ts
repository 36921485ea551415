import { series } from '../definition.ts'

export const coreGroupIn10Days = series('CP17', {
  name: 'First core group within 10 working days of the conference',
  family: 'Child protection',
  words: {
    everyone: 'child protection plans that started in the month',
    counted: 'had their first core group within 10 working days of the initial conference',
  },
  unit: 'percentage',
  numerator: 'Plans with a core group within 10 working days',
  denominator: 'Child protection plans that started',
  every: 'month',
  by: ['locality', 'team', 'age', 'sex', 'ethnicity', 'disability'],
  good: 'high',
  law: {
    says: 'The core group meets within 10 working days of the initial child protection conference',
    document: 'Working Together to Safeguard Children 2023',
    paragraph: 'unverified',
    read: 'unverified',
  },
  source: ['The case system’s record of core groups'],
})
