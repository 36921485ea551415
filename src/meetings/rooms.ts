import type { FindingsRooms } from '#findings'

/** What the pages of meetings are given. */
export type MeetingsRooms = FindingsRooms
