import type { FindingsRooms } from '#findings'
import type { Policy } from '#people'

/** A way to a page of another room; ':id' in a way from a meeting stands for the meeting. */
export interface Way {
  readonly text: string
  readonly href: string
  /** Who may go there: others are not shown the way. */
  readonly needs: Policy
}

/** What the pages of meetings are given. */
export interface MeetingsRooms extends FindingsRooms {
  /** Ways from the first page of meetings to other rooms: bodies, questions, decisions. */
  readonly waysFromMeetings?: readonly Way[]
  /** Ways from one meeting: its minutes, its questions, its decisions. */
  readonly waysFromMeeting?: readonly Way[]
}
