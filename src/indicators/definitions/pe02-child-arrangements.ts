import { periodsOfCare } from '#records'
import { childArrangementsOrder } from '../care-codes.ts'
import { indicator } from '../definition.ts'
import { isOneOf } from '../words.ts'

export const leftToChildArrangements = indicator('PE02', {
  name: 'Children leaving care under a child arrangements order',
  family: 'Permanence',
  words: {
    everyone: 'children who left care in the month',
    counted: 'left because a child arrangements order or residence order was made',
  },
  of: periodsOfCare,
  when: p => p.endedOn,
  that: p => isOneOf(p.endReason, childArrangementsOrder),
  good: 'neutral',
  source: ['annex-a:8', 'ssda903:episodes', 'ssd:ssd_cla_episodes'],
})
