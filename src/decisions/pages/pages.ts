import type { Route } from '#kit/http/index.ts'
import { allow, behind } from '#people'
import { draftDecisions, keepDecisions, seeDecisions } from '../policy.ts'
import type { DecisionsRooms } from '../rooms.ts'
import { afterPages } from './after.ts'
import { decisionForms } from './decision-form.ts'
import { decisionPage } from './decision.ts'
import { decisionsPage } from './decisions.ts'
import { delegationsPage } from './delegations.ts'
import { noticeKeptPages, noticePages } from './notices.ts'

/** Every page of this room with its guard. */
export function decisionsPages(rooms: DecisionsRooms): readonly Route[] {
  return [
    behind(
      allow(seeDecisions),
      decisionsPage(rooms),
      decisionPage(rooms),
      delegationsPage(rooms),
      ...noticePages(rooms),
    ),
    behind(allow(draftDecisions), ...decisionForms(rooms)),
    behind(allow(keepDecisions), ...afterPages(rooms), ...noticeKeptPages(rooms)),
  ]
}
