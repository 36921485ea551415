import { sql } from 'kysely'
import { type Day, isoDay, parseIsoDay } from '#calendar'
import { type Database, takeAway, type Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
import type {
  Category,
  Declaration,
  How,
  Interest,
  Kind,
  NilKind,
  Then,
  Whose,
} from './declaration.ts'

type DeclarationsTable = {
  authority: string
  id: string
  meeting_id: string
  item_id: string | null
  person_id: string | null
  name: string
  capacity: string
  kind: Kind
  whose: Whose
  words: string
  sensitive: boolean
  how: How
  then_did: Then
  dispensation: string
  registered: boolean | null
  withdrawn_words: string | null
  made_at: Date
}
type InterestsTable = {
  authority: string
  id: string
  person_id: string
  category: Category
  whose: Interest['whose']
  words: string
  sensitive: boolean
  notified_on: string
  ended_on: string | null
}
type NilTable = {
  authority: string
  meeting_id: string
  kind: NilKind
  noted_at: Date
  noted_by: string
}
type Tables = {
  'declarations.declarations': DeclarationsTable
  'declarations.interests': InterestsTable
  'declarations.nil_returns': NilTable
}

const day = (text: string | null): Day | null => (text === null ? null : parseIsoDay(text))

export async function insertDeclaration(
  trx: Trx,
  authority: string,
  declaration: Declaration,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('declarations.declarations')
    .values({ authority, ...rowOf(declaration) })
    .execute()
}

export async function updateDeclaration(trx: Trx, declaration: Declaration): Promise<void> {
  const { id, ...row } = rowOf(declaration)
  await trx
    .withTables<Tables>()
    .updateTable('declarations.declarations')
    .set(row)
    .where('id', '=', id)
    .execute()
}

/** One declaration, held until the transaction ends. */
export async function declarationById(trx: Trx, id: string): Promise<Declaration | null> {
  if (!isUuid(id)) return null
  const row = await trx
    .withTables<Tables>()
    .selectFrom('declarations.declarations')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : declarationOf(row)
}

/** What was declared for some meetings, as it was made. */
export async function declarationsOf(
  trx: Trx,
  ...meetingIds: string[]
): Promise<readonly Declaration[]> {
  const wanted = meetingIds.filter(isUuid)
  if (wanted.length === 0) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('declarations.declarations')
    .selectAll()
    .where('meeting_id', 'in', wanted)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.map(declarationOf)
}

export async function nilReturnsOf(trx: Trx, meetingId: string): Promise<ReadonlySet<NilKind>> {
  if (!isUuid(meetingId)) return new Set()
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('declarations.nil_returns')
    .select('kind')
    .where('meeting_id', '=', meetingId)
    .execute()
  return new Set(rows.map(row => row.kind))
}

export async function putNilReturn(
  trx: Trx,
  authority: string,
  meetingId: string,
  kind: NilKind,
  by: { readonly actor: string; readonly at: Date },
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('declarations.nil_returns')
    .values({ authority, meeting_id: meetingId, kind, noted_at: by.at, noted_by: by.actor })
    .onConflict(one => one.doNothing())
    .execute()
}

export async function deleteNilReturn(trx: Trx, meetingId: string, kind: NilKind): Promise<void> {
  await trx
    .withTables<Tables>()
    .deleteFrom('declarations.nil_returns')
    .where('meeting_id', '=', meetingId)
    .where('kind', '=', kind)
    .execute()
}

export async function insertInterest(
  trx: Trx,
  authority: string,
  interest: Interest,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('declarations.interests')
    .values({
      authority,
      id: interest.id,
      person_id: interest.personId,
      category: interest.category,
      whose: interest.whose,
      words: interest.words,
      sensitive: interest.sensitive,
      notified_on: isoDay(interest.notifiedOn),
      ended_on: interest.endedOn === null ? null : isoDay(interest.endedOn),
    })
    .execute()
}

/** Ends an interest; gives whether there was one that had not ended. */
export async function endInterest(trx: Trx, id: string, on: Day): Promise<boolean> {
  const done = await trx
    .withTables<Tables>()
    .updateTable('declarations.interests')
    .set({ ended_on: isoDay(on) })
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** The register, the newest first. */
export async function allInterests(trx: Trx): Promise<readonly Interest[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('declarations.interests')
    .selectAll()
    .orderBy('notified_on', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    category: row.category,
    whose: row.whose,
    words: row.words,
    sensitive: row.sensitive,
    notifiedOn: day(row.notified_on) ?? 0,
    endedOn: day(row.ended_on),
  }))
}

function rowOf(declaration: Declaration): Omit<DeclarationsTable, 'authority'> {
  return {
    id: declaration.id,
    meeting_id: declaration.meetingId,
    item_id: declaration.itemId,
    person_id: declaration.personId,
    name: declaration.name,
    capacity: declaration.capacity,
    kind: declaration.kind,
    whose: declaration.whose,
    words: declaration.words,
    sensitive: declaration.sensitive,
    how: declaration.how,
    then_did: declaration.thenDid,
    dispensation: declaration.dispensation,
    registered: declaration.registered,
    withdrawn_words: declaration.withdrawnWords,
    made_at: declaration.madeAt,
  }
}

function declarationOf(row: DeclarationsTable): Declaration {
  return {
    id: row.id,
    meetingId: row.meeting_id,
    itemId: row.item_id,
    personId: row.person_id,
    name: row.name,
    capacity: row.capacity,
    kind: row.kind,
    whose: row.whose,
    words: row.words,
    sensitive: row.sensitive,
    how: row.how,
    thenDid: row.then_did,
    dispensation: row.dispensation,
    registered: row.registered,
    withdrawnWords: row.withdrawn_words,
    madeAt: row.made_at,
  }
}

/** How many registered interests have been over since before a day. */
export async function countOldInterests(trx: Trx, before: Day): Promise<number> {
  const { rows } = await sql<{ many: number }>`select count(*) as many
    from declarations.interests where ended_on < ${isoDay(before)}`.execute(trx)
  return Number(rows[0]?.many ?? 0)
}

/** Takes them out of the register for good; what was declared at a meeting stays with its minutes. */
export const forgetOldInterests = (
  db: Database,
  authority: string,
  before: Day,
  within: (trx: Trx) => Promise<void>,
): Promise<void> =>
  takeAway(
    db,
    authority,
    [
      sql`delete from declarations.interests
        where authority = ${authority} and ended_on < ${isoDay(before)}`,
    ],
    within,
  )
