import * as fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { isoDay, parseIsoDay } from '#calendar'
import { arbitraryPublished } from '../../conformance/published/arbitrary.ts'
import { calendarFeed } from './icalendar.ts'
import { instantOf } from './local-time.ts'
import { meetingName, type PublishedMeeting } from './published.ts'

const day = (text: string): number => parseIsoDay(text) ?? 0
const at = new Date('2026-11-21T12:00:00Z')
const bodies = [
  {
    id: 'b',
    name: 'Children’s scrutiny; part, one',
    kind: '',
    startsOn: null,
    endsOn: null,
    url: null,
    members: [],
    createdAt: at,
    modifiedAt: at,
  },
]
const meeting: PublishedMeeting = {
  id: 'm1',
  body: 'b',
  title: null,
  state: 'scheduled',
  mode: 'hybrid',
  starts: { day: day('2026-03-30'), time: '10:00' },
  ends: { day: day('2026-03-30'), time: '12:30' },
  startedActually: null,
  endedActually: null,
  venue: { id: 'v', name: 'Shire Hall', room: 'Room 1', address: null, postcode: null },
  isWebcast: true,
  revision: 2,
  url: 'https://council.example/m/1',
  attendance: [],
  items: [],
  papers: [],
  createdAt: at,
  modifiedAt: at,
}
const feed = { name: 'Meetings', url: 'https://council.example/m', host: 'council.example' }

/** Parsed strictly: what is not as RFC 5545 has it throws. */
function events(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map(each => new ICAL.Event(each))
}

test('on both sides of a change of the clocks it is the same time in London', () => {
  const times = ['2026-03-27', '2026-03-30', '2026-10-23', '2026-10-26'].map((on, index) => ({
    ...meeting,
    id: `m${index}`,
    starts: { day: day(on), time: '10:00' },
    ends: null,
  }))
  const found = events(calendarFeed({ bodies }, times, feed))
  expect(found.map(each => each.startDate.toJSDate().toISOString())).toEqual([
    '2026-03-27T10:00:00.000Z',
    '2026-03-30T09:00:00.000Z',
    '2026-10-23T09:00:00.000Z',
    '2026-10-26T10:00:00.000Z',
  ])
})

test('a meeting says what it is, where, and that it changed', () => {
  const [event] = events(calendarFeed({ bodies }, [meeting], feed))
  expect(event?.uid).toBe('meeting-m1@council.example')
  expect(event?.sequence).toBe(2)
  expect(event?.summary).toBe('Children’s scrutiny; part, one')
  expect(event?.location).toBe('Room 1, Shire Hall')
  expect(event?.description).toBe(
    'In person and online.\nThis meeting is webcast.\nhttps://council.example/m/1',
  )
  expect(event?.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
  expect(event?.component.getFirstPropertyValue('url')).toBe('https://council.example/m/1')
  expect(event?.component.getAllSubcomponents('valarm')).toEqual([])
})

test('a cancelled meeting stays and says so; a provisional one is tentative', () => {
  const states = (['cancelled', 'postponed', 'provisional'] as const).map(state => ({
    ...meeting,
    state,
  }))
  const found = events(calendarFeed({ bodies }, states, feed))
  expect(
    found.map(each => [each.component.getFirstPropertyValue('status'), each.summary.split(':')[0]]),
  ).toEqual([
    ['CANCELLED', 'Cancelled'],
    ['CANCELLED', 'Postponed'],
    ['TENTATIVE', 'Provisional'],
  ])
})

test('a deadline and a meeting without a time last a day', () => {
  const text = calendarFeed(
    { bodies },
    [{ ...meeting, starts: { day: day('2026-07-01'), time: null } }],
    {
      ...feed,
      deadlines: [
        { id: 'q', title: 'Questions close', dueOn: day('2026-06-25'), url: null, modifiedAt: at },
      ],
    },
  )
  expect(text).toContain('DTSTART;VALUE=DATE:20260701')
  expect(text).toContain('DTSTART;VALUE=DATE:20260625')
})

test('whatever the words, it parses, no line is longer than 75 bytes, and nothing is lost', () => {
  fc.assert(
    fc.property(arbitraryPublished(), published => {
      const text = calendarFeed(published, published.meetings, feed)
      for (const line of text.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(line).not.toMatch(/[\n\r]/)
      }
      const found = events(text)
      expect(found).toHaveLength(published.meetings.length)
      published.meetings.forEach((each, index) => {
        const event = found[index]
        const starts = event?.startDate.isDate
          ? event.startDate.toString()
          : event?.startDate.toJSDate()
        expect(starts).toEqual(
          each.starts.time === null ? isoDay(each.starts.day) : instantOf(each.starts),
        )
        const name = meetingName(each, published.bodies)
        expect(event?.summary.endsWith(name)).toBe(true)
      })
    }),
    { numRuns: 150 },
  )
})
