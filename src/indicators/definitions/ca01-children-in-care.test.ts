import { careEpisodes } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { childrenInCare } from './ca01-children-in-care.ts'

test('children in care at the end of the month, short breaks left out', () => {
  const made = record()
    .child('first day in care')
    .had(careEpisodes, { startedOn: '2026-03-31', startReason: 'S', legalStatus: 'V2' })
    .child('left that day')
    .had(careEpisodes, {
      startedOn: '2026-01-05',
      startReason: 'S',
      legalStatus: 'C2',
      endedOn: '2026-03-31',
      endReason: 'E4A',
    })
    .child('moved that day')
    .had(careEpisodes, {
      startedOn: '2026-01-05',
      startReason: 'S',
      endedOn: '2026-03-31',
      endReason: 'X1',
    })
    .had(careEpisodes, { startedOn: '2026-03-31', startReason: 'P' })
    .child('short breaks')
    .had(careEpisodes, { startedOn: '2026-01-05', startReason: 'S', legalStatus: 'V4' })
  expect(made.in('2026-03', childrenInCare).counted).toEqual([
    'first day in care',
    'moved that day',
  ])
  expect(made.value('2026-03', childrenInCare)).toBe(2)
})
