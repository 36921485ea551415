import { conferences } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { conferencesLeadingToPlan } from './cp06-conferences-leading-to-plan.ts'

test('a conference led to a plan where it says so', () => {
  const made = record()
    .child('plan')
    .had(conferences, { heldOn: '2026-03-10', ledToPlan: true })
    .child('no plan')
    .had(conferences, { heldOn: '2026-03-10', ledToPlan: false })
    .child('not said')
    .had(conferences, { heldOn: '2026-03-10' })
  expect(made.in('2026-03', conferencesLeadingToPlan)).toEqual({
    counted: ['plan'],
    not: ['no plan', 'not said'],
  })
})
