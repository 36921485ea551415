import type { Route } from '#kit/http/index.ts'
import { conversationPages } from './pages/conversation.ts'
import { lookingPage } from './pages/county.ts'
import { ownLookingPage } from './pages/mine.ts'
import { quietPage } from './pages/quiet.ts'
import { teamLookingPage } from './pages/team.ts'
import type { LookingRooms } from './rooms.ts'

/** Every page of this room. */
export function lookingPages(rooms: LookingRooms): readonly Route[] {
  return [
    ownLookingPage(rooms),
    teamLookingPage(rooms),
    lookingPage(rooms),
    quietPage(rooms),
    ...conversationPages(rooms),
  ]
}
