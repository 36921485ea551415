import { sql } from 'kysely'
import { historyIn, type Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
import type { Commitment } from '../commitment.ts'
import { commitmentOf, type CommitmentsTable, rowOf } from './columns.ts'

type Tables = {
  'commitments.commitments': CommitmentsTable
}

/** Writes a new commitment down and gives it the next number. */
export async function insertCommitment(
  trx: Trx,
  authority: string,
  fresh: Omit<Commitment, 'number'>,
): Promise<Commitment> {
  await sql`select pg_advisory_xact_lock(
    hashtext('commitments.number'), hashtext(current_setting('sightline.authority')))`.execute(trx)
  const db = trx.withTables<Tables>()
  const last = await db
    .selectFrom('commitments.commitments')
    .select(each => each.fn.max('number').as('number'))
    .executeTakeFirst()
  const commitment = { ...fresh, number: (last?.number ?? 0) + 1 }
  await db
    .insertInto('commitments.commitments')
    .values({ authority, ...rowOf(commitment) })
    .execute()
  return commitment
}

/** Writes a commitment over what was there. What was there is in its events. */
export async function updateCommitment(trx: Trx, commitment: Commitment): Promise<void> {
  const { id, number: _number, made_at: _at, made_by: _by, ...row } = rowOf(commitment)
  await trx
    .withTables<Tables>()
    .updateTable('commitments.commitments')
    .set(row)
    .where('id', '=', id)
    .execute()
}

/** Every commitment of the council, the newest number first. */
export async function allCommitments(trx: Trx): Promise<readonly Commitment[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('commitments.commitments')
    .selectAll()
    .orderBy('number', 'desc')
    .execute()
  return rows.map(commitmentOf)
}

/** What was raised from these paragraphs or meetings, in the order in which it was raised. */
export async function commitmentsFrom(
  trx: Trx,
  originIds: readonly string[],
): Promise<readonly Commitment[]> {
  if (originIds.length === 0) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('commitments.commitments')
    .selectAll()
    .where('origin_id', 'in', [...originIds])
    .orderBy('number')
    .execute()
  return rows.map(commitmentOf)
}

export async function commitmentsById(
  trx: Trx,
  ids: readonly string[],
): Promise<readonly Commitment[]> {
  const wanted = ids.filter(isUuid)
  if (wanted.length === 0) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('commitments.commitments')
    .selectAll()
    .where('id', 'in', wanted)
    .orderBy('number')
    .execute()
  return rows.map(commitmentOf)
}

/** One commitment, held until the transaction ends where it is to be changed. */
export async function commitmentById(
  trx: Trx,
  id: string,
  held = false,
): Promise<Commitment | null> {
  if (!isUuid(id)) return null
  const query = trx
    .withTables<Tables>()
    .selectFrom('commitments.commitments')
    .selectAll()
    .where('id', '=', id)
  const row = await (held ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? null : commitmentOf(row)
}

const history = historyIn('commitments.events', 'commitment_id')
export const addEvent = history.add
export const commitmentEvents = history.of
