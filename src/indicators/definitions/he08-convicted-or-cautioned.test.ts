import { careEpisodes, healthChecks } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { convictedOrCautioned } from './he08-convicted-or-cautioned.ts'

test('a conviction in the last twelve months, of those aged ten or over', () => {
  const care = { startedOn: '2024-06-03', startReason: 'S' }
  const convicted = { checkedOn: '2025-03-31', kind: 'conviction' }
  const made = record()
    .child('ten that day', { bornOn: '2016-03-31' })
    .had(careEpisodes, care)
    .had(healthChecks, convicted)
    .child('nine', { bornOn: '2016-04-01' })
    .had(careEpisodes, care)
    .had(healthChecks, convicted)
    .child('not convicted', { bornOn: '2010-01-01' })
    .had(careEpisodes, care)
  expect(made.in('2026-03', convictedOrCautioned)).toEqual({
    counted: ['ten that day'],
    not: ['not convicted'],
  })
})
