import { protectionPlans } from '#records'
import { indicator } from '../definition.ts'
import { protectionPlansStarted } from '../timelines.ts'

export const secondPlans = indicator('CP09', {
  name: 'Second or subsequent child protection plans',
  family: 'Child protection',
  words: {
    everyone: 'child protection plans that started in the month',
    counted: 'were for a child who had had a plan before, however long ago',
    caution:
      'Counted from the number of earlier plans that the file gives and from earlier plans in the record.',
  },
  of: protectionPlans,
  when: p => p.startedOn,
  that: (p, day) =>
    (p.earlierPlans ?? 0) > 0 || p.child.latest(protectionPlansStarted, day - 1) !== null,
  uses: [protectionPlansStarted],
  good: 'low',
  source: ['annex-a:7', 'cin:ChildProtectionPlans', 'ssd:ssd_cp_plans'],
})
