import { careEpisodes } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { placedOutsideTheArea } from './ca07a-placed-outside-the-area.ts'

test('children of whom it is not known are left out', () => {
  const care = { startedOn: '2025-03-02', startReason: 'S' }
  const made = record()
    .child('outside')
    .had(careEpisodes, { ...care, outsideArea: true })
    .child('inside')
    .had(careEpisodes, { ...care, outsideArea: false })
    .child('not known')
    .had(careEpisodes, care)
  expect(made.in('2026-03', placedOutsideTheArea)).toEqual({
    counted: ['outside'],
    not: ['inside'],
  })
})
