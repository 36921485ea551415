import { addMonths } from '#calendar'
import { protectionPlans } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'

export const plansOfTwoYears = indicator('CP11', {
  name: 'Child protection plans lasting two years or more',
  family: 'Child protection',
  words: {
    everyone: 'child protection plans open at the end of the month',
    counted: 'had been open for two years or more',
  },
  of: protectionPlans,
  when: openAtMonthEnd,
  that: (p, day) => p.startedOn !== null && addMonths(p.startedOn, 24) <= day,
  good: 'low',
  source: ['annex-a:7', 'cin:ChildProtectionPlans', 'ssd:ssd_cp_plans'],
})
