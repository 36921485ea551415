import { adoptions, careEpisodes } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { careToAdoptiveFamily } from './pe04-care-to-adoptive-family.ts'

test('up to the placement, or for foster carers up to the day the child came to them', () => {
  const adoption = {
    decidedOn: '2025-05-01',
    enteredCareOn: '2025-01-01',
    placedOn: '2025-10-01',
    adoptedOn: '2026-03-10',
  }
  const made = record()
    .child('by others')
    .had(adoptions, adoption)
    .child('by foster carers')
    .had(adoptions, { ...adoption, byFosterCarer: true })
    .had(careEpisodes, {
      startedOn: '2025-01-01',
      startReason: 'S',
      placementType: 'U6',
      endedOn: '2025-02-01',
      endReason: 'X1',
    })
    .had(careEpisodes, {
      startedOn: '2025-02-01',
      startReason: 'P',
      placementType: 'U5',
      endedOn: '2025-10-01',
      endReason: 'X1',
    })
    .had(careEpisodes, { startedOn: '2025-10-01', startReason: 'T', placementType: 'A5' })
    .child('entry not known')
    .had(adoptions, { decidedOn: '2025-05-01', placedOn: '2025-10-01', adoptedOn: '2026-03-10' })
    .child('not adopted')
    .had(adoptions, { decidedOn: '2025-05-01', enteredCareOn: '2025-01-01' })
  expect(made.in('2026-03', careToAdoptiveFamily).counted).toEqual([
    'by others',
    'by foster carers',
  ])
  // 273 days from 1 January to 1 October, 31 to 1 February.
  expect(made.value('2026-03', careToAdoptiveFamily)).toBe((273 + 31) / 2)
})
