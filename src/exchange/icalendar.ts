import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { Day } from '#calendar'
import { instantOf } from './local-time.ts'
import {
  meetingName,
  type MeetingMode,
  type MeetingState,
  type Published,
  type PublishedMeeting,
} from './published.ts'
import { withoutControls } from './xml-tree.ts'

/** Something that is due on a day: questions close, an agenda is published. */
export interface Deadline {
  readonly id: string
  readonly title: string
  readonly dueOn: Day
  readonly url: string | null
  /** Whatever changed last about it. */
  readonly modifiedAt: Date
}

export interface CalendarFeed {
  readonly name: string
  /** Of the page that the feed belongs to. */
  readonly url: string
  /** The part of every event's identity that says whose it is: the site's host name. */
  readonly host: string
  readonly deadlines?: readonly Deadline[]
}

/**
 * The meetings as an iCalendar feed (RFC 5545). Each event keeps its identity for as long as the
 * meeting exists, and its sequence grows with every change, so that calendars move it and do not
 * show it twice; a cancelled meeting stays and says so. Times are instants in Universal Time, which
 * every calendar shows by its own clock, on both sides of a change of the clocks.
 */
export function calendarFeed(
  { bodies }: Pick<Published, 'bodies'>,
  meetings: readonly PublishedMeeting[],
  feed: CalendarFeed,
): string {
  const calendar = ical({
    name: clean(feed.name),
    url: address(feed.url),
    prodId: { company: 'Sightline', product: 'Meetings', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    // How often a calendar should look again, in seconds.
    ttl: 6 * 60 * 60,
    x: { 'X-WR-TIMEZONE': 'Europe/London' },
  })
  for (const meeting of meetings) {
    const { starts, ends } = timesOf(meeting)
    calendar.createEvent({
      id: `meeting-${clean(meeting.id)}@${feed.host}`,
      sequence: meeting.revision,
      stamp: meeting.modifiedAt,
      created: meeting.createdAt,
      lastModified: meeting.modifiedAt,
      start: starts,
      ...(ends === null ? {} : { end: ends }),
      allDay: meeting.starts.time === null,
      summary: summaryOf(meeting, clean(meetingName(meeting, bodies))),
      status: STATUS[meeting.state],
      transparency: isOff(meeting)
        ? ICalEventTransparency.TRANSPARENT
        : ICalEventTransparency.OPAQUE,
      location: placeOf(meeting),
      description: descriptionOf(meeting),
      url: address(meeting.url),
    })
  }
  for (const due of feed.deadlines ?? []) {
    calendar.createEvent({
      id: `deadline-${clean(due.id)}@${feed.host}`,
      stamp: due.modifiedAt,
      start: midnight(due.dueOn),
      allDay: true,
      summary: clean(due.title),
      transparency: ICalEventTransparency.TRANSPARENT,
      url: address(due.url),
    })
  }
  return `${calendar.toString()}\r\n`
}

const STATUS: Readonly<Record<MeetingState, ICalEventStatus>> = {
  provisional: ICalEventStatus.TENTATIVE,
  scheduled: ICalEventStatus.CONFIRMED,
  held: ICalEventStatus.CONFIRMED,
  postponed: ICalEventStatus.CANCELLED,
  cancelled: ICalEventStatus.CANCELLED,
}

const MODE: Readonly<Record<MeetingMode, string | null>> = {
  'in-person': null,
  hybrid: 'In person and online.',
  remote: 'Online.',
}

const isOff = ({ state }: PublishedMeeting): boolean =>
  state === 'cancelled' || state === 'postponed'

function summaryOf({ state }: PublishedMeeting, name: string): string {
  if (state === 'cancelled') return `Cancelled: ${name}`
  if (state === 'postponed') return `Postponed: ${name}`
  return state === 'provisional' ? `Provisional: ${name}` : name
}

/** An end that is not after the start is a slip of the pen, and many calendars drop such an event. */
function timesOf({ starts, ends }: PublishedMeeting): { starts: Date; ends: Date | null } {
  if (starts.time === null) return { starts: midnight(starts.day), ends: null }
  const first = instantOf(starts)
  const last = ends === null || ends.time === null ? null : instantOf(ends)
  return { starts: first, ends: last !== null && last > first ? last : null }
}

const MS_A_DAY = 86_400_000
/** A day without a time is that day everywhere. */
const midnight = (day: Day): Date => new Date(day * MS_A_DAY)

function placeOf({ venue }: PublishedMeeting): string | null {
  if (venue === null) return null
  const parts = [venue.room, venue.name, venue.address, venue.postcode]
  return clean(parts.filter(part => part !== null && part !== '').join(', '))
}

function descriptionOf(meeting: PublishedMeeting): string | null {
  const mode = meeting.mode === null ? null : MODE[meeting.mode]
  const lines = [mode, meeting.isWebcast ? 'This meeting is webcast.' : null, meeting.url]
  return clean(lines.filter(line => line !== null).join('\n')) || null
}

/** Without the signs that end a line or a file in some calendars. */
const clean = (text: string): string => withoutControls(text).replace(/\r\n?|\u2028|\u2029/g, '\n')

function address(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).href : null
}
