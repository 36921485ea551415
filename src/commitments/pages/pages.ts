import { bringFindings } from '#findings'
import type { Route } from '#kit/http/index.ts'
import { allow, behind } from '#people'
import { answerCommitments, checkCommitments, keepCommitments, seeCommitments } from '../policy.ts'
import type { CommitmentsRooms } from '../rooms.ts'
import { agendaPages } from './agenda.ts'
import { assurancesPage } from './assurances.ts'
import { commitmentPage } from './commitment.ts'
import { listPages } from './commitments.ts'
import { concernsPage, joinPages } from './concerns.ts'
import { findingPages } from './finding.ts'
import { linePages } from './line.ts'
import { stepPages } from './steps.ts'
import { whoPage } from './who.ts'
import { workplanPages } from './workplan.ts'
import { writingPages } from './writing.ts'

/** Every page of this room with its guard. */
export function commitmentsPages(rooms: CommitmentsRooms): readonly Route[] {
  const steps = stepPages(rooms)
  const workplan = workplanPages(rooms)
  return [
    behind(
      allow(seeCommitments),
      ...listPages(rooms),
      concernsPage(rooms),
      assurancesPage(rooms),
      whoPage(rooms),
      commitmentPage(rooms),
      ...workplan.see,
    ),
    behind(
      allow(keepCommitments),
      ...writingPages(rooms),
      ...joinPages(rooms),
      ...agendaPages(rooms),
      ...linePages(rooms),
      ...steps.keep,
      ...workplan.keep,
    ),
    behind(allow(answerCommitments), ...steps.answer),
    behind(allow(checkCommitments), ...steps.check),
    behind(allow(bringFindings), ...findingPages(rooms)),
  ]
}
