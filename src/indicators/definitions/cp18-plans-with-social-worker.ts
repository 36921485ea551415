import { involvements, protectionPlans } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'

export const plansWithSocialWorker = indicator('CP18', {
  name: 'Children with a protection plan who have a social worker',
  family: 'Child protection',
  words: {
    everyone: 'children with a child protection plan at the end of the month',
    counted: 'had an allocated social worker',
  },
  of: protectionPlans,
  when: openAtMonthEnd,
  eachChildOnce: true,
  that: (p, day) => p.worker !== '' || p.child.isIn(involvements, day),
  either: { field: 'worker', or: involvements },
  good: 'high',
  law: {
    says: 'A lead social worker for every child with a child protection plan',
    document: 'Working Together to Safeguard Children 2023',
    paragraph: 'unverified',
    read: 'unverified',
  },
  source: ['annex-a:7', 'ssd:ssd_cp_plans', 'ssd:ssd_involvements'],
})
