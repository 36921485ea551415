import { involvements, protectionPlans } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { plansWithSocialWorker } from './cp18-plans-with-social-worker.ts'

test('a worker stands beside the plan or in the list of allocations', () => {
  const plan = { startedOn: '2026-01-05' }
  const made = record()
    .child('beside the plan')
    .had(protectionPlans, { ...plan, worker: 'w1' })
    .child('allocated')
    .had(protectionPlans, plan)
    .had(involvements, { startedOn: '2026-01-05', worker: 'w1' })
    .child('allocation ended')
    .had(protectionPlans, plan)
    .had(involvements, { startedOn: '2026-01-05', endedOn: '2026-03-31', worker: 'w1' })
    .child('nobody')
    .had(protectionPlans, plan)
  expect(made.in('2026-03', plansWithSocialWorker)).toEqual({
    counted: ['beside the plan', 'allocated'],
    not: ['allocation ended', 'nobody'],
  })
})
