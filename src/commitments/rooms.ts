import type { Day } from '#calendar'
import type { FindingsRooms } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import type { Viewer } from '#people'
import type { Thing } from '#thread'
import type { KnownDate, KnownMeeting } from './entry.ts'

/** What the pages of commitments need besides what those of findings do. */
export interface CommitmentsRooms extends FindingsRooms {
  /** Every meeting from a year ago on, with what is on its agenda. Meetings know this room, not it them. */
  readonly meetingsOf: (trx: Trx, today: Day) => Promise<readonly KnownMeeting[]>
  /** Dates of the law that other rooms know of: a statement of action, an intervention's review. */
  readonly datesOf: (
    trx: Trx,
    asked: { readonly today: Day; readonly viewer: Viewer },
  ) => Promise<readonly KnownDate[]>
  /** An item of an agenda, as the thread knows it. */
  readonly agendaItem: (itemId: string) => Thing
}
