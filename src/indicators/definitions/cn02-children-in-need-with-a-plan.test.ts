import { careEpisodes, needEpisodes, needPlans, protectionPlans } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { childrenInNeedWithAPlan } from './cn02-children-in-need-with-a-plan.ts'

test('children in need who are neither in care nor on a protection plan have a plan', () => {
  const need = { startedOn: '2026-01-05' }
  const made = record()
    .child('with a plan')
    .had(needEpisodes, need)
    .had(needPlans, { startedOn: '2026-02-02' })
    .child('plan ended')
    .had(needEpisodes, need)
    .had(needPlans, { startedOn: '2026-02-02', endedOn: '2026-03-31' })
    .child('no plan')
    .had(needEpisodes, need)
    .child('protected')
    .had(needEpisodes, need)
    .had(protectionPlans, { startedOn: '2026-02-02' })
    .child('in care')
    .had(needEpisodes, need)
    .had(careEpisodes, { startedOn: '2026-02-02', startReason: 'S' })
  expect(made.in('2026-03', childrenInNeedWithAPlan)).toEqual({
    counted: ['with a plan'],
    not: ['plan ended', 'no plan'],
  })
})
