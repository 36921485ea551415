import { series } from '../definition.ts'

export const returnInterviewsIn72Hours = series('MI03', {
  name: 'Return interviews held within 72 hours',
  family: 'Missing and exploitation',
  words: {
    everyone: 'return interviews that children accepted in the month',
    counted: 'were held within 72 hours of the child coming back',
    caution:
      'The statutory files say whether an interview was offered and accepted and not when it was held.',
  },
  unit: 'percentage',
  numerator: 'Interviews within 72 hours',
  denominator: 'Interviews accepted',
  every: 'month',
  by: ['locality', 'team', 'age', 'sex', 'ethnicity', 'disability'],
  good: 'high',
  law: {
    says: 'An independent return interview is held within 72 hours of the child returning',
    document:
      'Statutory guidance on children who run away or go missing from home or care, January 2014',
    paragraph: 'unverified',
    read: 'unverified',
  },
  source: ['The service that holds return interviews'],
})
