import { protectionPlans } from '#records'
import { indicator } from '../definition.ts'

export const plansStarting = indicator('CP08', {
  name: 'Child protection plans starting, rate per 10,000 children',
  family: 'Child protection',
  words: { everyone: 'child protection plans that started in the month' },
  of: protectionPlans,
  when: p => p.startedOn,
  per10kChildren: true,
  good: 'neutral',
  source: ['annex-a:7', 'cin:ChildProtectionPlans', 'ssd:ssd_cp_plans'],
})
