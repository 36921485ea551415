import { protectionPlans } from '#records'
import { indicator } from '../definition.ts'
import { lessThanMonths } from '../words.ts'

export const plansEndedUnderThreeMonths = indicator('CP13', {
  name: 'Child protection plans that ended within three months',
  family: 'Child protection',
  words: {
    everyone: 'child protection plans that ended in the month',
    counted: 'had lasted less than three months',
  },
  of: protectionPlans,
  when: p => p.endedOn,
  that: p => lessThanMonths(3, p.startedOn, p.endedOn),
  good: 'low',
  source: ['annex-a:7', 'cin:ChildProtectionPlans', 'ssd:ssd_cp_plans'],
})
