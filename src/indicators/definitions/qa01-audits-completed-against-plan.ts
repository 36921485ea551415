import { series } from '../definition.ts'

export const auditsAgainstPlan = series('QA01', {
  name: 'Practice audits completed against plan',
  family: 'Quality assurance',
  words: {
    everyone: 'practice audits planned for the month',
    counted: 'were completed',
    caution:
      'The plan is the council’s own. Audits that people were let off still stand among those planned.',
  },
  unit: 'percentage',
  numerator: 'Audits completed, of those planned',
  denominator: 'Audits planned',
  every: 'month',
  by: ['team'],
  good: 'high',
  source: ['The practice audits in Sightline', 'where audits are done elsewhere, their programme'],
})
