import { type Day, longDay, weekdayNames, weekdayOf } from '#calendar'
import type { Item, Meeting, Paper } from './meeting.ts'

/** 'Monday 18 September 2017'. */
export const fullDay = (day: Day): string =>
  `${weekdayNames[weekdayOf(day) - 1] ?? ''} ${longDay(day)}`

/** 'Cabinet, 18 September 2017'; 'Cabinet: extraordinary meeting, 18 September 2017'. */
export function nameOfMeeting(
  body: { readonly name: string },
  { title, heldOn }: Pick<Meeting, 'title' | 'heldOn'>,
): string {
  const named = title === '' ? body.name : `${body.name}: ${title}`
  return `${named}, ${longDay(heldOn)}`
}

/** '10:00', '10:00 to 12:30'. */
export const timesWords = ({ startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>): string =>
  endsAt === null ? startsAt : `${startsAt} to ${endsAt}`

export const nameOfItem = ({ number, title }: Pick<Item, 'number' | 'title'>): string =>
  number === '' ? title : `${number}. ${title}`

export const meetingPath = (id: string): string => `/meetings/${id}`
export const paperPath = ({ meetingId, id }: Pick<Paper, 'meetingId' | 'id'>): string =>
  `/meetings/${meetingId}/papers/${id}`
