import { expect, test } from 'vitest'
import { dayOf } from './day.ts'
import { dayIn, inLondon, momentInWords } from './london.ts'

test('in summer the day in London begins an hour before that of Universal Time', () => {
  expect(inLondon(new Date('2026-06-30T23:30:00Z'))).toEqual({
    day: dayOf(2026, 7, 1),
    clock: '00:30',
  })
  expect(dayIn(new Date('2026-11-21T23:59:59Z'))).toBe(dayOf(2026, 11, 21))
})

test('a moment is in words as people write it', () => {
  const words = ['08:05', '11:00', '22:30', '23:00'].map(clock =>
    momentInWords(new Date(`2026-07-01T${clock}:00Z`)),
  )
  expect(words).toEqual([
    '1 July 2026, 9:05am',
    '1 July 2026, 12:00pm',
    '1 July 2026, 11:30pm',
    '2 July 2026, 12:00am',
  ])
})
