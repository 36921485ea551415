import type { Route } from '#kit/http/index.ts'
import { allow, behind } from '#people'
import { keepMinutes, seeMinutes } from '../policy.ts'
import type { MinutesRooms } from '../rooms.ts'
import { agreePages } from './agree.ts'
import { editPages } from './edit.ts'
import { readPages } from './read.ts'
import { writePages } from './write.ts'

/** Every page of this room with its guard. */
export function minutesPages(rooms: MinutesRooms): readonly Route[] {
  return [
    behind(allow(seeMinutes), ...readPages(rooms)),
    behind(allow(keepMinutes), ...writePages(rooms), ...editPages(rooms), ...agreePages(rooms)),
  ]
}
