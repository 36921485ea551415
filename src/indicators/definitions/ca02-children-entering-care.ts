import { periodsOfCare } from '#records'
import { indicator } from '../definition.ts'

export const childrenEnteringCare = indicator('CA02', {
  name: 'Children entering care, rate per 10,000 children',
  family: 'Children in care',
  words: { everyone: 'children who came into care in the month' },
  of: periodsOfCare,
  when: p => p.startedOn,
  per10kChildren: true,
  good: 'neutral',
  source: ['annex-a:8', 'ssda903:episodes', 'ssd:ssd_cla_episodes'],
})
