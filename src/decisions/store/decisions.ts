import { sql } from 'kysely'
import { isoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
import { storedDay } from '#meetings'
import type { Decision, MakerKind, OfficerGround, Outcome } from '../decision.ts'

type DecisionsTable = {
  authority: string
  id: string
  number: number
  title: string
  maker_kind: MakerKind
  body_id: string | null
  maker: string
  meeting_id: string | null
  item_id: string | null
  taken_on: string
  outcome: Outcome
  recommended: string[]
  resolved: string[]
  reasons: string
  alternatives: string
  interests: string
  documents: string
  is_key: boolean
  key_words: string
  notice_id: string | null
  executive: boolean
  urgent_words: string
  officer_ground: OfficerGround | null
  exempt_words: string
  published_at: Date | null
  made_at: Date
  made_by: string
  version: number
}
type Tables = { 'decisions.decisions': DecisionsTable }

/** Writes a decision down and gives it the next number. */
export async function insertDecision(
  trx: Trx,
  authority: string,
  decision: Omit<Decision, 'number'>,
  by: { readonly actorName: string; readonly at: Date },
): Promise<number> {
  await sql`select pg_advisory_xact_lock(
    hashtext('decisions.number'), hashtext(current_setting('sightline.authority')))`.execute(trx)
  const db = trx.withTables<Tables>()
  const last = await db
    .selectFrom('decisions.decisions')
    .select(each => each.fn.max('number').as('number'))
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  await db
    .insertInto('decisions.decisions')
    .values({ authority, made_at: by.at, made_by: by.actorName, ...rowOf({ ...decision, number }) })
    .execute()
  return number
}

/** Writes a decision over what was there, one version on. */
export async function updateDecision(trx: Trx, decision: Decision): Promise<void> {
  const { id, ...row } = rowOf(decision)
  await trx
    .withTables<Tables>()
    .updateTable('decisions.decisions')
    .set({ ...row, version: decision.version + 1 })
    .where('id', '=', id)
    .execute()
}

export async function decisionById(trx: Trx, id: string, held = false): Promise<Decision | null> {
  if (!isUuid(id)) return null
  const query = trx
    .withTables<Tables>()
    .selectFrom('decisions.decisions')
    .selectAll()
    .where('id', '=', id)
  const row = await (held ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? null : decisionOf(row)
}

/** Every decision, the newest first. */
export async function allDecisions(trx: Trx): Promise<readonly Decision[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('decisions.decisions')
    .selectAll()
    .orderBy('taken_on', 'desc')
    .orderBy('number', 'desc')
    .execute()
  return rows.map(decisionOf)
}

/** What a meeting decided, in the order of its number. */
export async function decisionsOfMeeting(
  trx: Trx,
  meetingId: string,
): Promise<readonly Decision[]> {
  if (!isUuid(meetingId)) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('decisions.decisions')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .orderBy('number')
    .execute()
  return rows.map(decisionOf)
}

function rowOf(decision: Decision): Omit<DecisionsTable, 'authority' | 'made_at' | 'made_by'> {
  return {
    id: decision.id,
    number: decision.number,
    title: decision.title,
    maker_kind: decision.makerKind,
    body_id: decision.bodyId,
    maker: decision.maker,
    meeting_id: decision.meetingId,
    item_id: decision.itemId,
    taken_on: isoDay(decision.takenOn),
    outcome: decision.outcome,
    recommended: [...decision.recommended],
    resolved: [...decision.resolved],
    reasons: decision.reasons,
    alternatives: decision.alternatives,
    interests: decision.interests,
    documents: decision.documents,
    is_key: decision.isKey,
    key_words: decision.keyWords,
    notice_id: decision.noticeId,
    executive: decision.executive,
    urgent_words: decision.urgentWords,
    officer_ground: decision.officerGround,
    exempt_words: decision.exemptWords,
    published_at: decision.publishedAt,
    version: decision.version,
  }
}

function decisionOf(row: DecisionsTable): Decision {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    makerKind: row.maker_kind,
    bodyId: row.body_id,
    maker: row.maker,
    meetingId: row.meeting_id,
    itemId: row.item_id,
    takenOn: storedDay(row.taken_on),
    outcome: row.outcome,
    recommended: row.recommended,
    resolved: row.resolved,
    reasons: row.reasons,
    alternatives: row.alternatives,
    interests: row.interests,
    documents: row.documents,
    isKey: row.is_key,
    keyWords: row.key_words,
    noticeId: row.notice_id,
    executive: row.executive,
    urgentWords: row.urgent_words,
    officerGround: row.officer_ground,
    exemptWords: row.exempt_words,
    publishedAt: row.published_at,
    version: row.version,
  }
}
