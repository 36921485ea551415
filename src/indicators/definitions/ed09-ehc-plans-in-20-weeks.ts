import { series } from '../definition.ts'

export const healthPlansIn20Weeks = series('ED09', {
  name: 'Education, health and care plans issued within 20 weeks',
  family: 'Special educational needs',
  words: {
    everyone:
      'first education, health and care plans issued in the month, without those to which an exception applies',
    counted: 'were issued within 20 weeks of the request',
  },
  unit: 'percentage',
  numerator: 'Plans issued within 20 weeks',
  denominator: 'Plans issued, without exceptions',
  every: 'month',
  by: ['age', 'sex', 'ethnicity'],
  good: 'high',
  law: {
    says: 'The finalised plan is sent within 20 weeks of the request for an assessment',
    document: 'Special Educational Needs and Disability Regulations 2014 (SI 2014/1530)',
    paragraph: 'unverified',
    read: 'unverified',
  },
  source: ['The council’s special educational needs service (SEN2)'],
})
