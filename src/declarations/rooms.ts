import type { MeetingsRooms } from '#meetings'

/** What the pages of declarations are given. */
export type DeclarationsRooms = MeetingsRooms
