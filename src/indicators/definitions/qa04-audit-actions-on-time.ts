import { series } from '../definition.ts'

export const auditActionsOnTime = series('QA04', {
  name: 'Audit actions completed on time',
  family: 'Quality assurance',
  words: {
    everyone: 'actions from audits that were due in the month',
    counted: 'were completed by the day they were due',
  },
  unit: 'percentage',
  numerator: 'Actions completed on time',
  denominator: 'Actions due',
  every: 'month',
  by: ['team'],
  good: 'high',
  source: ['The programme of practice audits'],
})
