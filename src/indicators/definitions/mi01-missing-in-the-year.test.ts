import { careEpisodes, missingEpisodes } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { missingInTheYear } from './mi01-missing-in-the-year.ts'

test('missing in the last twelve months and in this period of care', () => {
  const care = { startedOn: '2024-06-03', startReason: 'S' }
  const made = record()
    .child('missing')
    .had(careEpisodes, care)
    .had(missingEpisodes, { startedOn: '2025-04-01', kind: 'M' })
    .child('a day too long ago')
    .had(careEpisodes, care)
    .had(missingEpisodes, { startedOn: '2025-03-31', kind: 'M' })
    .child('away')
    .had(careEpisodes, care)
    .had(missingEpisodes, { startedOn: '2026-01-01', kind: 'A' })
    .child('on the first day in care')
    .had(careEpisodes, { ...care, startedOn: '2026-01-05' })
    .had(missingEpisodes, { startedOn: '2026-01-05', kind: 'M' })
    .child('before care')
    .had(careEpisodes, { ...care, startedOn: '2026-01-05' })
    .had(missingEpisodes, { startedOn: '2026-01-04', kind: 'M' })
  expect(made.in('2026-03', missingInTheYear)).toEqual({
    counted: ['missing', 'on the first day in care'],
    not: ['a day too long ago', 'away', 'before care'],
  })
})
