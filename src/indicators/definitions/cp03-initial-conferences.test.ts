import { conferences } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { initialConferences } from './cp03-initial-conferences.ts'

test('conferences count when they are held', () => {
  const made = record()
    .child('held')
    .had(conferences, { heldOn: '2026-03-01', strategyOn: '2026-02-10' })
    .child('next month')
    .had(conferences, { heldOn: '2026-04-01', strategyOn: '2026-03-10' })
  expect(made.in('2026-03', initialConferences).counted).toEqual(['held'])
})
