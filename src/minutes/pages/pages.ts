import type { Route } from '#kit/http/index.ts'
import { allow, behind } from '#people'
import { keepMinutes, seeMinutes } from '../policy.ts'
import type { MinutesRooms } from '../rooms.ts'
import { agreePages } from './agree.ts'
import { askPages } from './asks.ts'
import { bringPages } from './bring.ts'
import { editPages } from './edit.ts'
import { figurePages } from './figures.ts'
import { readPages } from './read.ts'
import { votePages } from './vote.ts'
import { writePages } from './write.ts'

/** Every page of this room with its guard. */
export function minutesPages(rooms: MinutesRooms): readonly Route[] {
  return [
    behind(allow(seeMinutes), ...readPages(rooms)),
    behind(
      allow(keepMinutes),
      ...writePages(rooms),
      ...editPages(rooms),
      ...votePages(rooms),
      ...figurePages(rooms),
      ...askPages(rooms),
      ...bringPages(rooms),
      ...agreePages(rooms),
    ),
  ]
}
