import { involvements, needEpisodes } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'

export const unallocatedChildren = indicator('WF10', {
  name: 'Children with no allocated worker',
  family: 'Workforce',
  words: { everyone: 'children in need at the end of the month with no allocated worker' },
  of: needEpisodes,
  when: openAtMonthEnd,
  where: (e, day) => e.worker === '' && !e.child.isIn(involvements, day),
  eachChildOnce: true,
  either: { field: 'worker', or: involvements },
  good: 'low',
  source: ['annex-a:6', 'ssd:ssd_cin_episodes', 'ssd:ssd_involvements'],
})
