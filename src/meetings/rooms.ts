import type { FindingsRooms } from '#findings'
import type { Way } from '#people'

/** What the pages of meetings are given. */
export interface MeetingsRooms extends FindingsRooms {
  /** Ways from the first page of meetings to other rooms: bodies, questions, decisions. */
  readonly waysFromMeetings?: readonly Way[]
  /** Ways from one meeting, which ':id' stands for: its minutes, its questions, its decisions. */
  readonly waysFromMeeting?: readonly Way[]
}
