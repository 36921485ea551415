import { adoptions } from '#records'
import { indicator } from '../definition.ts'
import { monthsAfter, withinMonths } from '../words.ts'

export const adoptionDecisionReversed = indicator('PE07', {
  name: 'Adoption decisions reversed within a year',
  family: 'Permanence',
  words: {
    everyone:
      'children of whom it was decided, a year before a day in the month, that they should be adopted',
    counted: 'had had that decision reversed within the year',
  },
  of: adoptions,
  when: a => monthsAfter(12, a.decidedOn),
  that: a => withinMonths(12, a.decidedOn, a.reversedOn),
  looksBack: 13,
  good: 'neutral',
  source: ['annex-a:10', 'ssda903:placed_adoption', 'ssd:ssd_permanence'],
})
