import { periodsOfCare } from '#records'
import { indicator } from '../definition.ts'

export const childrenLeavingCare = indicator('CA03', {
  name: 'Children leaving care, rate per 10,000 children',
  family: 'Children in care',
  words: { everyone: 'children who left care in the month' },
  of: periodsOfCare,
  when: p => p.endedOn,
  per10kChildren: true,
  good: 'neutral',
  source: ['annex-a:8', 'ssda903:episodes', 'ssd:ssd_cla_episodes'],
})
