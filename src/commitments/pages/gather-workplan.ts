import type { Day } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import type { Viewer } from '#people'
import { allLines, linePath, mayReadLine } from '#plan'
import type { Commitment } from '../commitment.ts'
import type { Alarm, KnownDate, Workplan } from '../entry.ts'
import { commitmentPath } from '../in-thread.ts'
import { mayReadCommitment } from '../policy.ts'
import type { CommitmentsRooms } from '../rooms.ts'
import { allCommitments, ownEntries } from '../store/index.ts'
import { workplanOf } from '../workplan.ts'
import type { Seen } from './seen.ts'

type From = Pick<CommitmentsRooms, 'meetingsOf' | 'datesOf'>

/** The workplan of every body, from all that whoever asks may see. */
export function workplanFor(
  rooms: Pick<CommitmentsRooms, 'db'> & From,
  seen: Seen,
  capacity?: number,
): Promise<Workplan> {
  return rooms.db.as(seen.authority, trx => workplanIn(trx, rooms, seen.all, seen, capacity))
}

async function workplanIn(
  trx: Trx,
  { meetingsOf, datesOf }: From,
  commitments: readonly Commitment[],
  { today, viewer }: { readonly today: Day; readonly viewer: Viewer },
  capacity?: number,
): Promise<Workplan> {
  return workplanOf({
    commitments,
    own: await ownEntries(trx),
    dates: [...(await datesOf(trx, { today, viewer })), ...(await milestones(trx, viewer))],
    meetings: await meetingsOf(trx, today),
    today,
    hrefOf: one => commitmentPath(one.id),
    ...(capacity !== undefined && { capacity }),
  })
}

async function milestones(trx: Trx, viewer: Viewer): Promise<readonly KnownDate[]> {
  return (await allLines(trx)).flatMap(line =>
    line.kind !== 'milestone' ||
    line.dueOn === null ||
    line.closedOn !== null ||
    line.carriedTo !== null ||
    !mayReadLine(viewer, line)
      ? []
      : [
          {
            id: line.id,
            title: line.title,
            on: line.dueOn,
            source: 'Milestone of the plan',
            href: linePath(line.id),
          },
        ],
  )
}

/** What somebody has to see to now: for the front page, and for whoever prepares an agenda. */
export async function commitmentAlarms(
  trx: Trx,
  rooms: From,
  asked: { readonly today: Day; readonly viewer: Viewer },
): Promise<readonly Alarm[]> {
  const readable = (await allCommitments(trx)).filter(one => mayReadCommitment(asked.viewer, one))
  return (await workplanIn(trx, rooms, readable, asked)).alarms
}
