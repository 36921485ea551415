import type { Route } from '#kit/http/index.ts'
import { allow, behind } from '#people'
import { bringFindings, decideFindings, seeFindings } from '../policy.ts'
import { findingPage } from './finding.ts'
import { inboxPage, writingPages } from './findings.ts'
import { importPages } from './import.ts'
import type { FindingsRooms } from './rooms.ts'
import { stepPages } from './steps.ts'

/** Every page of this room with its guard. */
export function findingsPages(rooms: FindingsRooms): readonly Route[] {
  const writing = writingPages(rooms)
  return [
    behind(allow(seeFindings), inboxPage(rooms), findingPage(rooms)),
    behind(allow(bringFindings), ...writing.bring, ...importPages(rooms)),
    behind(allow(decideFindings), ...writing.change, ...stepPages(rooms)),
  ]
}
