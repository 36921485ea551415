import type { Route } from '#kit/http/index.ts'
import { allow, behind } from '#people'
import { declareInterests, keepDeclarations, seeDeclarations } from '../policy.ts'
import type { DeclarationsRooms } from '../rooms.ts'
import { declarationsPage, keptPages, ownPages } from './declarations.ts'
import { registerKeptPages, registerPage } from './register.ts'

/** Every page of this room with its guard. */
export function declarationsPages(rooms: DeclarationsRooms): readonly Route[] {
  return [
    behind(allow(seeDeclarations), declarationsPage(rooms), registerPage(rooms)),
    behind(allow(declareInterests), ...ownPages(rooms)),
    behind(allow(keepDeclarations), ...keptPages(rooms), ...registerKeptPages(rooms)),
  ]
}
