import { protectionPlans } from '#records'
import { indicator } from '../definition.ts'
import { hasLasted } from '../words.ts'

export const plansEndedAfterTwoYears = indicator('CP12', {
  name: 'Child protection plans that ended after two years or more',
  family: 'Child protection',
  words: {
    everyone: 'child protection plans that ended in the month',
    counted: 'had lasted two years or more',
  },
  of: protectionPlans,
  when: p => p.endedOn,
  that: p => hasLasted(24, p.startedOn, p.endedOn),
  good: 'low',
  source: ['annex-a:7', 'cin:ChildProtectionPlans', 'ssd:ssd_cp_plans'],
})
