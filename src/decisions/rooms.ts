import type { MeetingsRooms } from '#meetings'

/** What the pages of decisions are given. */
export type DecisionsRooms = MeetingsRooms
