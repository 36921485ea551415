import { protectionPlans } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'

export const childrenOnPlans = indicator('CP07', {
  name: 'Children with a child protection plan, rate per 10,000 children',
  family: 'Child protection',
  words: { everyone: 'children with a child protection plan at the end of the month' },
  of: protectionPlans,
  when: openAtMonthEnd,
  eachChildOnce: true,
  per10kChildren: true,
  good: 'neutral',
  source: ['annex-a:7', 'cin:ChildProtectionPlans', 'ssd:ssd_cp_plans'],
})
