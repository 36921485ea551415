import { sql } from 'kysely'
import type { Database, Trx } from '#kit/db/index.ts'
import { chainCheck, type Head, type JournalFault } from './faults.ts'
import { BEGINNING, type Change, hashOf, type Line } from './line.ts'

type LinesTable = {
  authority: string
  seq: number
  at: Date
  actor: string
  action: string
  subject_kind: string
  subject_id: string
  detail: Line['detail']
  previous_hash: string
  hash: string
}

type Tables = {
  'journal.lines': LinesTable
  'journal.heads': { authority: string; seq: number; hash: string }
}

const AT_ONCE = 2000

/**
 * Writes the line in the transaction of the change itself, so that neither is ever there without
 * the other. Lines of one authority are written one after another: the next waits for this
 * transaction to end, so record last and end soon.
 * @param at the instant of the change, kept to the millisecond
 */
export async function record(trx: Trx, change: Change, at: Date): Promise<Line> {
  const { authority, head } = await takeHead(trx)
  const draft = {
    authority,
    seq: head.seq + 1,
    at,
    actor: change.actor,
    action: change.action,
    subjectKind: change.subject.kind,
    subjectId: change.subject.id,
    detail: change.detail ?? {},
    previousHash: head.hash,
  }
  const line: Line = { ...draft, hash: hashOf(draft) }
  const db = trx.withTables<Tables>()
  await db
    .insertInto('journal.lines')
    .values({
      authority,
      seq: line.seq,
      at,
      actor: line.actor,
      action: line.action,
      subject_kind: line.subjectKind,
      subject_id: line.subjectId,
      detail: sql`${JSON.stringify(line.detail)}::jsonb`,
      previous_hash: line.previousHash,
      hash: line.hash,
    })
    .execute()
  await db
    .updateTable('journal.heads')
    .set({ seq: line.seq, hash: line.hash })
    .where('authority', '=', authority)
    .execute()
  return line
}

/** Where the chain ends, locked until the transaction does, so that the chain cannot fork. */
async function takeHead(trx: Trx): Promise<{ authority: string; head: Head }> {
  const { rows } = await sql<Head & { authority: string }>`
    insert into journal.heads (authority, seq, hash)
    values (current_setting('sightline.authority'), 0, ${BEGINNING})
    on conflict (authority) do update set seq = heads.seq
    returning authority, seq, hash`.execute(trx)
  const [head] = rows
  if (!head) throw new Error('The journal can only be written to within an authority.')
  return { authority: head.authority, head }
}

export type JournalQuery = {
  /** Of one kind of thing, or of one thing. */
  readonly subject?: { readonly kind: string; readonly id?: string | undefined }
  /** Only lines before this one, for the page after the first. */
  readonly before?: number
  readonly limit: number
}

/** The newest lines first. */
export async function readJournal(trx: Trx, query: JournalQuery): Promise<readonly Line[]> {
  const { subject, before } = query
  let lines = trx.withTables<Tables>().selectFrom('journal.lines').selectAll()
  if (subject) {
    lines = lines.where('subject_kind', '=', subject.kind)
    if (subject.id !== undefined) lines = lines.where('subject_id', '=', subject.id)
  }
  if (before !== undefined) lines = lines.where('seq', '<', before)
  return (await lines.orderBy('seq', 'desc').limit(query.limit).execute()).map(toLine)
}

/**
 * Where the chain ends now. Noted somewhere out of reach of whoever can write to the database, it
 * later shows a chain that was written anew from end to end, which the chain itself cannot.
 */
export async function journalHead(trx: Trx): Promise<Head | undefined> {
  return trx
    .withTables<Tables>()
    .selectFrom('journal.heads')
    .select(['seq', 'hash'])
    .executeTakeFirst()
}

/**
 * Reads an authority's whole journal and yields what was done to it after it was written.
 * @param noted its heads of earlier days that were kept elsewhere
 */
export async function* verifyJournal(
  db: Database,
  authority: string,
  noted: readonly Head[] = [],
): AsyncGenerator<JournalFault> {
  const check = chainCheck(noted)
  let after = 0
  // The head is read first: lines that are written meanwhile come after it and are not counted.
  const head = await db.as(authority, journalHead)
  for (;;) {
    const lines = await db.as(authority, trx => page(trx, after, head?.seq))
    for (const line of lines) yield* check.line(line)
    const last = lines.at(-1)
    if (!last) break
    after = last.seq
  }
  yield* check.end(head)
}

async function page(trx: Trx, after: number, upTo: number | undefined) {
  let lines = trx.withTables<Tables>().selectFrom('journal.lines').selectAll()
  lines = lines.where('seq', '>', after)
  if (upTo !== undefined) lines = lines.where('seq', '<=', upTo)
  return (await lines.orderBy('seq').limit(AT_ONCE).execute()).map(toLine)
}

function toLine(row: LinesTable): Line {
  const { subject_kind, subject_id, previous_hash, ...rest } = row
  return { ...rest, subjectKind: subject_kind, subjectId: subject_id, previousHash: previous_hash }
}
