import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
import type { Pack, Paper, PaperKind } from '../meeting.ts'
import { type ExemptionColumns, exemptionColumns, exemptionOf } from './values.ts'

type PapersTable = ExemptionColumns & {
  authority: string
  id: string
  meeting_id: string
  item_id: string | null
  position: number
  kind: PaperKind
  title: string
  author: string
  words: string | null
  file_sha: string | null
  replaces: string | null
  replaces_words: string
  withdrawn_words: string | null
  added_at: Date
  added_by: string
  published_at: Date | null
  pack_id: string | null
  first_page: string | null
  last_page: string | null
}
type PacksTable = {
  authority: string
  id: string
  meeting_id: string
  nth: number
  restricted: boolean
  title: string
  first_page: number
  last_page: number
  file_sha: string | null
  contents: unknown
  published_at: Date
  published_by: string
}
type FilesTable = {
  authority: string
  sha256: string
  name: string
  media_type: string
  size: number
  bytes: Buffer
  words: string
  brought_at: Date
  brought_by: string
  barred: string | null
}
type Tables = {
  'meetings.papers': PapersTable
  'meetings.packs': PacksTable
  'meetings.files': FilesTable
}

export async function insertPaper(trx: Trx, authority: string, paper: Paper): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('meetings.papers')
    .values({ authority, ...rowOf(paper) })
    .execute()
}

/** Writes a paper over what was there. What was there is in the journal. */
export async function updatePaper(trx: Trx, paper: Paper): Promise<void> {
  const { id, ...row } = rowOf(paper)
  await trx
    .withTables<Tables>()
    .updateTable('meetings.papers')
    .set(row)
    .where('id', '=', id)
    .execute()
}

/** Takes away a paper that nobody has seen; one that was published is withdrawn or replaced. */
export async function deletePaper(trx: Trx, id: string): Promise<void> {
  await trx
    .withTables<Tables>()
    .deleteFrom('meetings.papers')
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .execute()
}

/** The papers of some meetings, in the order of their agendas. */
export async function papersOf(trx: Trx, ...meetingIds: string[]): Promise<readonly Paper[]> {
  const wanted = meetingIds.filter(isUuid)
  if (wanted.length === 0) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('meetings.papers')
    .selectAll()
    .where('meeting_id', 'in', wanted)
    .orderBy('meeting_id')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(paperOf)
}

export async function paperById(trx: Trx, id: string, held = false): Promise<Paper | null> {
  if (!isUuid(id)) return null
  const query = trx
    .withTables<Tables>()
    .selectFrom('meetings.papers')
    .selectAll()
    .where('id', '=', id)
  const row = await (held ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? null : paperOf(row)
}

export async function insertPack(trx: Trx, authority: string, pack: Pack): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('meetings.packs')
    .values({
      authority,
      id: pack.id,
      meeting_id: pack.meetingId,
      nth: pack.nth,
      restricted: pack.restricted,
      title: pack.title,
      first_page: pack.firstPage,
      last_page: pack.lastPage,
      file_sha: pack.fileSha,
      contents: JSON.stringify(pack.contents),
      published_at: pack.publishedAt,
      published_by: pack.publishedBy,
    })
    .execute()
}

/** The packs of some meetings, in the order in which they were published. */
export async function packsOf(trx: Trx, ...meetingIds: string[]): Promise<readonly Pack[]> {
  const wanted = meetingIds.filter(isUuid)
  if (wanted.length === 0) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('meetings.packs')
    .selectAll()
    .where('meeting_id', 'in', wanted)
    .orderBy('meeting_id')
    .orderBy('nth')
    .orderBy('restricted')
    .execute()
  return rows.map(row => ({
    id: row.id,
    meetingId: row.meeting_id,
    nth: row.nth,
    restricted: row.restricted,
    title: row.title,
    firstPage: row.first_page,
    lastPage: row.last_page,
    fileSha: row.file_sha,
    contents: row.contents,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
  }))
}

/** What was brought, without its bytes. */
export interface FileFacts {
  readonly sha256: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  /** The words in it; empty where none could be read. */
  readonly words: string
  /** Why it may not be published as it is; null where it may. */
  readonly barred?: string | null
}

/** Keeps a file once, however often it is brought. */
export async function keepFile(
  trx: Trx,
  authority: string,
  file: FileFacts & { readonly bytes: Uint8Array },
  by: { readonly actor: string; readonly at: Date },
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('meetings.files')
    .values({
      authority,
      sha256: file.sha256,
      name: file.name,
      media_type: file.mediaType,
      size: file.size,
      bytes: Buffer.from(file.bytes),
      words: file.words,
      barred: file.barred ?? null,
      brought_at: by.at,
      brought_by: by.actor,
    })
    .onConflict(one => one.columns(['authority', 'sha256']).doNothing())
    .execute()
}

export async function fileBytes(trx: Trx, sha256: string): Promise<Uint8Array | null> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('meetings.files')
    .select('bytes')
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row?.bytes ?? null
}

export async function filesFacts(
  trx: Trx,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, FileFacts>> {
  if (hashes.length === 0) return new Map()
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('meetings.files')
    .select(['sha256', 'name', 'media_type', 'size', 'words', 'barred'])
    .where('sha256', 'in', [...hashes])
    .execute()
  return new Map(
    rows.map(row => [
      row.sha256,
      {
        sha256: row.sha256,
        name: row.name,
        mediaType: row.media_type,
        size: row.size,
        words: row.words,
        barred: row.barred,
      },
    ]),
  )
}

function rowOf(paper: Paper): Omit<PapersTable, 'authority'> {
  return {
    id: paper.id,
    meeting_id: paper.meetingId,
    item_id: paper.itemId,
    position: paper.position,
    kind: paper.kind,
    title: paper.title,
    author: paper.author,
    words: paper.words,
    file_sha: paper.fileSha,
    ...exemptionColumns(paper.exempt),
    replaces: paper.replaces,
    replaces_words: paper.replacesWords,
    withdrawn_words: paper.withdrawnWords,
    added_at: paper.addedAt,
    added_by: paper.addedBy,
    published_at: paper.publishedAt,
    pack_id: paper.packId,
    first_page: paper.pages?.first ?? null,
    last_page: paper.pages?.last ?? null,
  }
}

function paperOf(row: PapersTable): Paper {
  const { first_page: first, last_page: last } = row
  return {
    id: row.id,
    meetingId: row.meeting_id,
    itemId: row.item_id,
    position: row.position,
    kind: row.kind,
    title: row.title,
    author: row.author,
    words: row.words,
    fileSha: row.file_sha,
    exempt: exemptionOf(row),
    replaces: row.replaces,
    replacesWords: row.replaces_words,
    withdrawnWords: row.withdrawn_words,
    addedAt: row.added_at,
    addedBy: row.added_by,
    publishedAt: row.published_at,
    packId: row.pack_id,
    pages: first === null || last === null ? null : { first, last },
  }
}
