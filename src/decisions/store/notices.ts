import { isoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
import { storedDay } from '#meetings'
import type { Notice, NoticeKind } from '../notice.ts'

type NoticesTable = {
  authority: string
  id: string
  kind: NoticeKind
  matter: string
  maker: string
  members: string
  body_id: string | null
  from_on: string
  to_on: string
  documents: string
  address: string
  other_documents: string
  how_to_request: string
  reason: string
  agreed_by: string
  agreed_on: string | null
  replaces: string | null
  published_at: Date | null
  made_at: Date
  made_by: string
}
type Tables = { 'decisions.notices': NoticesTable }

export async function insertNotice(
  trx: Trx,
  authority: string,
  notice: Notice,
  by: { readonly actorName: string; readonly at: Date },
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('decisions.notices')
    .values({ authority, made_at: by.at, made_by: by.actorName, ...rowOf(notice) })
    .execute()
}

export async function updateNotice(trx: Trx, notice: Notice): Promise<void> {
  const { id, ...row } = rowOf(notice)
  await trx
    .withTables<Tables>()
    .updateTable('decisions.notices')
    .set(row)
    .where('id', '=', id)
    .execute()
}

export async function noticeById(trx: Trx, id: string, held = false): Promise<Notice | null> {
  if (!isUuid(id)) return null
  const query = trx
    .withTables<Tables>()
    .selectFrom('decisions.notices')
    .selectAll()
    .where('id', '=', id)
  const row = await (held ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? null : noticeOf(row)
}

/** Every notice, the one whose decision comes first at the top. */
export async function allNotices(trx: Trx): Promise<readonly Notice[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('decisions.notices')
    .selectAll()
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return rows.map(noticeOf)
}

function rowOf(notice: Notice): Omit<NoticesTable, 'authority' | 'made_at' | 'made_by'> {
  return {
    id: notice.id,
    kind: notice.kind,
    matter: notice.matter,
    maker: notice.maker,
    members: notice.members,
    body_id: notice.bodyId,
    from_on: isoDay(notice.fromOn),
    to_on: isoDay(notice.toOn),
    documents: notice.documents,
    address: notice.address,
    other_documents: notice.otherDocuments,
    how_to_request: notice.howToRequest,
    reason: notice.reason,
    agreed_by: notice.agreedBy,
    agreed_on: notice.agreedOn === null ? null : isoDay(notice.agreedOn),
    replaces: notice.replaces,
    published_at: notice.publishedAt,
  }
}

function noticeOf(row: NoticesTable): Notice {
  return {
    id: row.id,
    kind: row.kind,
    matter: row.matter,
    maker: row.maker,
    members: row.members,
    bodyId: row.body_id,
    fromOn: storedDay(row.from_on),
    toOn: storedDay(row.to_on),
    documents: row.documents,
    address: row.address,
    otherDocuments: row.other_documents,
    howToRequest: row.how_to_request,
    reason: row.reason,
    agreedBy: row.agreed_by,
    agreedOn: row.agreed_on === null ? null : storedDay(row.agreed_on),
    replaces: row.replaces,
    publishedAt: row.published_at,
  }
}
