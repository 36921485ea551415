import { careEpisodes, careLeavers } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { stayingPut } from './lc11-staying-put.ts'

test('of those who lived with foster carers on the day before they were 18', () => {
  const nineteen = { bornOn: '2007-01-15' }
  const stayed = { asOn: '2026-03-31', accommodation: 'Z' }
  const fostered = {
    startedOn: '2020-01-06',
    startReason: 'S',
    placementType: 'U4',
    endedOn: '2025-01-15',
    endReason: 'E17',
  }
  const made = record()
    .child('stayed', nineteen)
    .had(careLeavers, stayed)
    .had(careEpisodes, fostered)
    .child('moved out', nineteen)
    .had(careLeavers, { ...stayed, accommodation: 'U' })
    .had(careEpisodes, fostered)
    .child('left foster care at 17', nineteen)
    .had(careLeavers, stayed)
    .had(careEpisodes, { ...fostered, endedOn: '2025-01-14' })
    .child('in a home', nineteen)
    .had(careLeavers, stayed)
    .had(careEpisodes, { ...fostered, placementType: 'K2' })
    .child('twenty-one', { bornOn: '2005-01-15' })
    .had(careLeavers, stayed)
    .had(careEpisodes, fostered)
  expect(made.in('2026-03', stayingPut)).toEqual({ counted: ['stayed'], not: ['moved out'] })
})
