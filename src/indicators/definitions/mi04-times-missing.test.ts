import { missingEpisodes } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { missingEpisodesStarted } from './mi04-times-missing.ts'

test('every time counts, and being away without leave does not', () => {
  const made = record()
    .child('twice')
    .had(missingEpisodes, { startedOn: '2026-03-01', kind: 'M' })
    .had(missingEpisodes, { startedOn: '2026-03-31', kind: 'M' })
    .child('away')
    .had(missingEpisodes, { startedOn: '2026-03-10', kind: 'A' })
    .child('in April')
    .had(missingEpisodes, { startedOn: '2026-04-01', kind: 'M' })
  expect(made.in('2026-03', missingEpisodesStarted).counted).toEqual(['twice', 'twice'])
})
