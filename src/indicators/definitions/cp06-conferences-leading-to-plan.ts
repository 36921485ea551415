import { conferences } from '#records'
import { indicator } from '../definition.ts'

export const conferencesLeadingToPlan = indicator('CP06', {
  name: 'Initial conferences leading to a plan',
  family: 'Child protection',
  words: {
    everyone: 'initial child protection conferences held in the month',
    counted: 'ended with a child protection plan',
  },
  of: conferences,
  when: c => c.heldOn,
  that: c => c.ledToPlan === true,
  needs: ['ledToPlan'],
  good: 'neutral',
  source: ['annex-a:5', 'cin:Section47', 'ssd:ssd_initial_cp_conference'],
})
