import { periodsOfCare } from '#records'
import { specialGuardianship } from '../care-codes.ts'
import { indicator } from '../definition.ts'
import { isOneOf } from '../words.ts'

export const leftToSpecialGuardianship = indicator('PE01', {
  name: 'Children leaving care to special guardians',
  family: 'Permanence',
  words: {
    everyone: 'children who left care in the month',
    counted: 'left because a special guardianship order was made',
  },
  of: periodsOfCare,
  when: p => p.endedOn,
  that: p => isOneOf(p.endReason, specialGuardianship),
  good: 'high',
  source: ['annex-a:8', 'ssda903:episodes', 'ssd:ssd_cla_episodes'],
})
