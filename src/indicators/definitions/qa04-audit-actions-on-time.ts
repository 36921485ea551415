import { series } from '../definition.ts'

export const auditActionsOnTime = series('QA04', {
  name: 'Audit actions completed on time',
  family: 'Quality assurance',
  words: {
    everyone: 'actions from audits that were due in the month',
    counted: 'were completed by the day they were due',
    caution:
      'In Sightline an action is complete on the day that somebody else verified it, or it was closed.',
  },
  unit: 'percentage',
  numerator: 'Actions completed on time',
  denominator: 'Actions due',
  every: 'month',
  by: ['team'],
  good: 'high',
  source: ['The practice audits in Sightline', 'where audits are done elsewhere, their programme'],
})
