import { series } from '../definition.ts'

export const auditsGood = series('QA02', {
  name: 'Audits graded good or better',
  family: 'Quality assurance',
  words: {
    everyone: 'practice audits completed in the month',
    counted: 'were graded good or outstanding',
    caution:
      'The grade is the moderated one where there is one. A grade that has to wait for moderation is not in it, and a child audited twice counts once.',
  },
  unit: 'percentage',
  numerator: 'Audits graded good or outstanding',
  denominator: 'Audits completed',
  every: 'month',
  by: ['team'],
  good: 'high',
  source: ['The practice audits in Sightline', 'where audits are done elsewhere, their programme'],
})
