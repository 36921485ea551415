import { series } from '../definition.ts'

export const auditsGood = series('QA02', {
  name: 'Audits graded good or better',
  family: 'Quality assurance',
  words: {
    everyone: 'practice audits completed in the month',
    counted: 'were graded good or outstanding',
    caution: 'Grades before and after moderation are not to be mixed: enter them as moderated.',
  },
  unit: 'percentage',
  numerator: 'Audits graded good or outstanding',
  denominator: 'Audits completed',
  every: 'month',
  by: ['team'],
  good: 'high',
  source: ['The programme of practice audits'],
})
