import type { Day } from '#calendar'
import type { Database } from '#kit/db/index.ts'
import type { Viewer } from '#people'
import { mainRole } from './looking.ts'
import { mayOpen, type Opening, type Reason, reasonInWords, type Sight } from './opening.ts'
import { insertOpenings, openingsOfChild, openingsOn } from './store/index.ts'

/** What stands before a child's record. */
export interface Door {
  /** Decides, and where the record may be opened writes it down before anything is shown. */
  open(who: Caller, child: ChildAtDoor, at: Date, today: Day): Promise<Opened>
  /** Writes down why: the record is then open for the rest of the day. */
  giveReason(
    who: Caller,
    child: ChildAtDoor,
    why: { readonly reason: Reason; readonly words: string },
    at: Date,
    today: Day,
  ): Promise<'given' | 'refuse'>
  /** Who opened a child's record, newest first. */
  openings(authority: string, ref: string): Promise<readonly Opening[]>
}

export interface Caller {
  readonly viewer: Viewer
  readonly sight: Sight
}

/** A child as the door knows one: by reference, never by identifier. */
export interface ChildAtDoor {
  readonly ref: string
  readonly team: string
}

export type Opened =
  | { readonly kind: 'open'; readonly because: string | null }
  | { readonly kind: 'ask-reason' }
  | { readonly kind: 'refuse' }

// A page that is loaded again, or that follows the answer why, is the same opening.
const SAME_OPENING_MS = 60_000

export function openDoor(db: Database): Door {
  const may = async ({ viewer, sight }: Caller, { ref, team }: ChildAtDoor, today: Day) => {
    const earlier = await db.as(viewer.authority, trx => openingsOn(trx, viewer.id, ref, today))
    const answer = mayOpen({ sight, ownTeams: viewer.teams }, team, earlier)
    return {
      answer,
      given: earlier.findLast(each => each.reason !== null),
      latest: earlier.at(-1)?.at ?? null,
    }
  }
  const write = async (
    { viewer }: Caller,
    { ref, team }: ChildAtDoor,
    why: Pick<Opening, 'reason' | 'words'>,
    at: Date,
  ): Promise<void> => {
    const opening: Opening = {
      viewer: viewer.id,
      role: mainRole(viewer.roles),
      childRef: ref,
      team,
      at,
      reason: why.reason,
      words: why.words,
    }
    await db.as(viewer.authority, trx => insertOpenings(trx, viewer.authority, [opening]))
  }
  return {
    async open(who, child, at, today) {
      const { answer, given, latest } = await may(who, child, today)
      if (answer !== 'open') return { kind: answer }
      const isOwn = who.viewer.teams.includes(child.team) && child.team !== ''
      const why = isOwn ? null : (given ?? null)
      const isSame = latest !== null && at.getTime() - latest.getTime() < SAME_OPENING_MS
      if (!isSame) await write(who, child, why ?? { reason: null, words: '' }, at)
      return { kind: 'open', because: why === null ? null : reasonInWords(why) }
    },
    async giveReason(who, child, why, at, today) {
      const { answer } = await may(who, child, today)
      if (answer === 'refuse') return 'refuse'
      if (answer === 'ask-reason') await write(who, child, why, at)
      return 'given'
    },
    openings: (authority, ref) => db.as(authority, trx => openingsOfChild(trx, ref)),
  }
}
