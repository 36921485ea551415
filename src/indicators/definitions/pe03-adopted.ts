import { periodsOfCare } from '#records'
import { adopted } from '../care-codes.ts'
import { indicator } from '../definition.ts'
import { isOneOf } from '../words.ts'

export const adoptedFromCare = indicator('PE03', {
  name: 'Children leaving care through adoption',
  family: 'Permanence',
  words: {
    everyone: 'children who left care in the month',
    counted: 'were adopted',
  },
  of: periodsOfCare,
  when: p => p.endedOn,
  that: p => isOneOf(p.endReason, adopted),
  good: 'high',
  source: ['annex-a:8', 'ssda903:episodes', 'ssd:ssd_cla_episodes'],
})
