import { expect, test } from 'vitest'
import { journeysWords } from './journeys.ts'

test('journeys that nobody made are counted, and nothing is made up from them', () => {
  expect(journeysWords({ meetings: 40, there: 312, joined: 61 })).toBe(
    'In the last 12 months people were at 40 meetings 312 times in all. 61 of these times (20%) they joined online, which spared as many journeys.',
  )
  expect(journeysWords({ meetings: 3, there: 20, joined: 0 })).toBeNull()
  expect(journeysWords({ meetings: 0, there: 0, joined: 0 })).toBeNull()
})
