import { protectionPlans } from '#records'
import { indicator } from '../definition.ts'
import { protectionPlansEnded } from '../timelines.ts'
import { lessThanMonths } from '../words.ts'

export const secondPlansWithinTwoYears = indicator('CP10', {
  name: 'Second or subsequent plans within two years',
  family: 'Child protection',
  words: {
    everyone: 'child protection plans that started in the month',
    counted: 'started less than two years after the child’s earlier plan had ended',
  },
  of: protectionPlans,
  when: p => p.startedOn,
  that: (p, day) => lessThanMonths(24, p.child.latest(protectionPlansEnded, day), day),
  uses: [protectionPlansEnded],
  looksBack: 25,
  good: 'low',
  source: ['annex-a:7', 'cin:ChildProtectionPlans', 'ssd:ssd_cp_plans'],
})
