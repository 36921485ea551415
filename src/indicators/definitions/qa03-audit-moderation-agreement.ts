import { series } from '../definition.ts'

export const moderationAgreement = series('QA03', {
  name: 'Audits in which the moderator agreed the grade',
  family: 'Quality assurance',
  words: {
    everyone: 'audits moderated in the month',
    counted: 'kept their grade',
    caution: 'Moderation may be of audits that were chosen, and so not of all of them.',
  },
  unit: 'percentage',
  numerator: 'Audits whose grade the moderator agreed',
  denominator: 'Audits moderated',
  every: 'month',
  by: [],
  good: 'high',
  source: ['The practice audits in Sightline', 'where audits are done elsewhere, their programme'],
})
