import { careEpisodes, uasc } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { unaccompaniedChildren } from './ca04-unaccompanied-children.ts'

test('a child is unaccompanied until the status ends', () => {
  const care = { startedOn: '2025-03-02', startReason: 'S' }
  const made = record()
    .child('is')
    .had(careEpisodes, care)
    .had(uasc, {})
    .child('until the day after')
    .had(careEpisodes, care)
    .had(uasc, { endedOn: '2026-04-01' })
    .child('until that day')
    .had(careEpisodes, care)
    .had(uasc, { endedOn: '2026-03-31' })
    .child('is not')
    .had(careEpisodes, care)
    .child('not in care')
    .had(uasc, {})
  expect(made.in('2026-03', unaccompaniedChildren)).toEqual({
    counted: ['is', 'until the day after'],
    not: ['until that day', 'is not'],
  })
})
