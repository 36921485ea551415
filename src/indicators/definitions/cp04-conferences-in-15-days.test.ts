import { conferences } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { conferencesIn15Days } from './cp04-conferences-in-15-days.ts'

test('15 working days are in time, 16 are not', () => {
  // The 15th working day after Monday 2 March 2026 is Monday 23 March.
  const made = record()
    .child('15 days')
    .had(conferences, { heldOn: '2026-03-23', strategyOn: '2026-03-02' })
    .child('16 days')
    .had(conferences, { heldOn: '2026-03-24', strategyOn: '2026-03-02' })
    .child('no enquiry')
    .had(conferences, { heldOn: '2026-03-24' })
    .child('before it')
    .had(conferences, { heldOn: '2026-03-24', strategyOn: '2026-03-25' })
  expect(made.in('2026-03', conferencesIn15Days)).toEqual({
    counted: ['15 days'],
    not: ['16 days', 'before it'],
  })
})
