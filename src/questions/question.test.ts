import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { inLondon, exampleConstitution, isoDay, parseIsoDay } from '#calendar'
import { countWords, isInTime, noticeOf, partState } from './question.ts'
import { receivedAtOf } from './pages/received.ts'

const day = (iso: string) => parseIsoDay(iso) ?? Number.NaN

test('notice of a question to a meeting on 18 September 2017 is due four clear working days before', () => {
  const notice = noticeOf(exampleConstitution, 'member', day('2017-09-18'))
  expect(notice && isoDay(notice.due)).toBe('2017-09-11')
  expect(notice?.at).toBe('10:00')
})

test('a matter that is not on the agenda needs six clear working days', () => {
  const notice = noticeOf(exampleConstitution, 'public', day('2017-09-18'), false)
  expect(notice && isoDay(notice.due)).toBe('2017-09-07')
})

test('10:00 is in time and 10:01 is not, by the clocks of the country in summer and winter', () => {
  const summer = { due: day('2017-09-11'), at: '10:00' }
  expect(isInTime(summer, new Date('2017-09-11T09:00:59Z'))).toBe(true)
  expect(isInTime(summer, new Date('2017-09-11T09:01:00Z'))).toBe(false)
  expect(isInTime(summer, new Date('2017-09-10T23:30:00Z'))).toBe(true)
  const winter = { due: day('2020-01-10'), at: '10:00' }
  expect(isInTime(winter, new Date('2020-01-10T10:00:00Z'))).toBe(true)
  expect(isInTime(winter, new Date('2020-01-10T10:01:00Z'))).toBe(false)
})

test('a day and a time that are typed mean the moment that clocks then showed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: day('2012-01-01'), max: day('2028-12-31') }),
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
      (on, hour, minute) => {
        const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
        const shown = inLondon(receivedAtOf(isoDay(on), clock))
        // One hour in spring is on no clock.
        const exists = !(hour === 1 && shown.clock !== clock)
        expect(!exists || (shown.day === on && shown.clock === clock)).toBe(true)
      },
    ),
  )
})

test('nothing asked is said, and so is one', () => {
  expect(countWords('public', 0)).toBe('No questions from the public were received.')
  expect(countWords('member', 1)).toBe('One question from members was received before the meeting.')
  expect(countWords('member', 6)).toBe('6 questions from members were received before the meeting.')
})

test('a promise of an answer stands until the answer is sent', () => {
  const part = { answer: 'More will be sent.', owner: 'Chief Executive', dueOn: null, later: null }
  expect(partState(part)).toBe('to follow')
  const later = { words: 'It is so.', on: 17430, how: '', by: '', amends: '' }
  expect(partState({ ...part, later })).toBe('answered later')
  expect(partState({ ...part, owner: '' })).toBe('answered')
})
