import { protectionPlans } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { hasLasted } from '../words.ts'

export const plansOfTwoYears = indicator('CP11', {
  name: 'Child protection plans lasting two years or more',
  family: 'Child protection',
  words: {
    everyone: 'child protection plans open at the end of the month',
    counted: 'had been open for two years or more',
  },
  of: protectionPlans,
  when: openAtMonthEnd,
  that: (p, day) => hasLasted(24, p.startedOn, day),
  good: 'low',
  source: ['annex-a:7', 'cin:ChildProtectionPlans', 'ssd:ssd_cp_plans'],
})
