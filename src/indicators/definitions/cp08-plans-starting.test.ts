import { protectionPlans } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { plansStarting } from './cp08-plans-starting.ts'

test('plans count when they start', () => {
  const made = record()
    .child('starts')
    .had(protectionPlans, { startedOn: '2026-03-31' })
    .child('started before')
    .had(protectionPlans, { startedOn: '2026-02-27' })
  expect(made.in('2026-03', plansStarting).counted).toEqual(['starts'])
})
