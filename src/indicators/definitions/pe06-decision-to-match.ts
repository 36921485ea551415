import { adoptions } from '#records'
import { indicator } from '../definition.ts'
import { daysBetween } from '../words.ts'

export const decisionToMatch = indicator('PE06', {
  name: 'Time from adoption decision to match',
  family: 'Permanence',
  words: {
    everyone:
      'children matched with adopters in the month, from the decision that they should be adopted',
  },
  of: adoptions,
  when: a => a.matchedOn,
  measure: { summary: 'mean', unit: 'days', of: a => daysBetween(a.decidedOn, a.matchedOn) },
  good: 'low',
  source: ['annex-a:10', 'ssda903:ad1', 'ssd:ssd_permanence'],
})
