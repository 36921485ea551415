import { series } from '../definition.ts'

export const inadequateReaudited = series('QA05', {
  name: 'Inadequate audits re-audited within six weeks',
  family: 'Quality assurance',
  words: {
    everyone: 'audits graded inadequate whose six weeks ended in the quarter',
    counted: 'had been re-audited within them',
    caution:
      'Six weeks is a local standard. There are few such audits, so this moves a lot by chance.',
  },
  unit: 'percentage',
  numerator: 'Audits re-audited within six weeks',
  denominator: 'Audits graded inadequate',
  every: 'quarter',
  by: ['team'],
  good: 'high',
  source: ['The practice audits in Sightline', 'where audits are done elsewhere, their programme'],
})
