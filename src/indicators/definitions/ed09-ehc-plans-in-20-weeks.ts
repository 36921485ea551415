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
    says: 'The finalised plan is sent as soon as practicable, and in any event within 20 weeks of the authority receiving the request for an assessment or becoming responsible for the child; not where regulation 10(4)(a) to (d) makes that impractical',
    document: 'Special Educational Needs and Disability Regulations 2014 (SI 2014/1530)',
    paragraph: 'regulation 13(2) and (3)',
    read: '2026-11-21',
  },
  source: ['The council’s special educational needs service (SEN2)'],
})
