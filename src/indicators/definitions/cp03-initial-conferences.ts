import { conferences } from '#records'
import { indicator } from '../definition.ts'

export const initialConferences = indicator('CP03', {
  name: 'Initial child protection conferences, rate per 10,000 children',
  family: 'Child protection',
  words: { everyone: 'initial child protection conferences held in the month' },
  of: conferences,
  when: c => c.heldOn,
  per10kChildren: true,
  good: 'neutral',
  source: ['annex-a:5', 'cin:Section47', 'ssd:ssd_initial_cp_conference'],
})
