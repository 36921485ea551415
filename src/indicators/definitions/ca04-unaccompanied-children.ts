import { periodsOfCare, uasc } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'

export const unaccompaniedChildren = indicator('CA04', {
  name: 'Unaccompanied asylum-seeking children among children in care',
  family: 'Children in care',
  words: {
    everyone: 'children in care at the end of the month',
    counted: 'were unaccompanied asylum-seeking children',
  },
  of: periodsOfCare,
  when: openAtMonthEnd,
  eachChildOnce: true,
  that: (p, day) => p.child.some(uasc, u => u.endedOn === null || u.endedOn > day),
  uses: [uasc],
  good: 'neutral',
  source: ['annex-a:8', 'ssda903:uasc', 'ssd:ssd_immigration_status'],
})
