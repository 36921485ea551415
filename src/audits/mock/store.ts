import { sql } from 'kysely'
import { type Day, isoDay, parseIsoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'

/** A rehearsal of an inspection of one service. */
export interface Mock {
  readonly id: string
  readonly number: number
  readonly service: string
  /** The key of the framework that it rehearses. */
  readonly framework: string
  readonly from: Day
  readonly until: Day
  /** The posts of those who reviewed. */
  readonly reviewers: readonly string[]
  readonly closedAt: Date | null
}

/** One judgement as it was written last; the versions before it are kept. */
export interface MockJudgement {
  readonly judgement: string
  readonly version: number
  /** Null where the words say why no grade is given. */
  readonly grade: string | null
  readonly words: string
  readonly writtenAt: Date
  readonly writtenBy: string
}

interface By {
  readonly actor: string
  readonly actorName: string
  readonly at: Date
}
type MocksTable = {
  authority: string
  id: string
  number: number
  service: string
  framework: string
  from_day: string
  until_day: string
  reviewers: string[]
  made_at: Date
  made_by: string
  closed_at: Date | null
  closed_by: string | null
}
type JudgementsTable = {
  authority: string
  mock_id: string
  judgement: string
  version: number
  grade: string | null
  words: string
  written_at: Date
  written_by_id: string
  written_by: string
}
type AuditsTable = {
  authority: string
  mock_id: string
  audit_id: string
  added_at: Date
  added_by: string
}
type FindingsTable = {
  authority: string
  mock_id: string
  finding_id: string
  judgement: string
  added_at: Date
  added_by: string
}
type Tables = {
  'audits.mocks': MocksTable
  'audits.mock_judgements': JudgementsTable
  'audits.mock_audits': AuditsTable
  'audits.mock_findings': FindingsTable
}

export async function insertMock(
  trx: Trx,
  authority: string,
  mock: Omit<Mock, 'number' | 'closedAt'>,
  by: By,
): Promise<number> {
  await sql`select pg_advisory_xact_lock(
    hashtext('audits.mock'), hashtext(current_setting('sightline.authority')))`.execute(trx)
  const db = trx.withTables<Tables>()
  const last = await db
    .selectFrom('audits.mocks')
    .select(each => each.fn.max('number').as('number'))
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  await db
    .insertInto('audits.mocks')
    .values({
      authority,
      id: mock.id,
      number,
      service: mock.service,
      framework: mock.framework,
      from_day: isoDay(mock.from),
      until_day: isoDay(mock.until),
      reviewers: [...mock.reviewers],
      made_at: by.at,
      made_by: by.actorName,
    })
    .execute()
  return number
}

/** Every mock inspection, the newest first. */
export async function mocks(trx: Trx): Promise<readonly Mock[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('audits.mocks')
    .selectAll()
    .orderBy('from_day', 'desc')
    .orderBy('number', 'desc')
    .execute()
  return rows.map(mockOf)
}

export async function mockById(trx: Trx, id: string, held = false): Promise<Mock | null> {
  if (!isUuid(id)) return null
  const query = trx.withTables<Tables>().selectFrom('audits.mocks').selectAll().where('id', '=', id)
  const row = await (held ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? null : mockOf(row)
}

export async function closeMock(trx: Trx, id: string, by: By): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('audits.mocks')
    .set({ closed_at: by.at, closed_by: by.actorName })
    .where('id', '=', id)
    .execute()
}

export async function insertJudgement(
  trx: Trx,
  authority: string,
  mockId: string,
  given: Pick<MockJudgement, 'judgement' | 'version' | 'grade' | 'words'>,
  by: By,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('audits.mock_judgements')
    .values({
      authority,
      mock_id: mockId,
      judgement: given.judgement,
      version: given.version,
      grade: given.grade,
      words: given.words,
      written_at: by.at,
      written_by_id: by.actor,
      written_by: by.actorName,
    })
    .execute()
}

/** The newest version of each judgement of a mock inspection, by its key. */
export async function judgementsOf(
  trx: Trx,
  mockId: string,
): Promise<ReadonlyMap<string, MockJudgement>> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('audits.mock_judgements')
    .selectAll()
    .where('mock_id', '=', mockId)
    .orderBy('version')
    .execute()
  return new Map(
    rows.map(row => [
      row.judgement,
      {
        judgement: row.judgement,
        version: row.version,
        grade: row.grade,
        words: row.words,
        writtenAt: row.written_at,
        writtenBy: row.written_by,
      },
    ]),
  )
}

export async function linkAudit(
  trx: Trx,
  authority: string,
  link: { readonly mockId: string; readonly auditId: string },
  by: By,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('audits.mock_audits')
    .values({
      authority,
      mock_id: link.mockId,
      audit_id: link.auditId,
      added_at: by.at,
      added_by: by.actorName,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

export async function auditsOfMock(trx: Trx, mockId: string): Promise<readonly string[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('audits.mock_audits')
    .select('audit_id')
    .where('mock_id', '=', mockId)
    .orderBy('added_at')
    .execute()
  return rows.map(row => row.audit_id)
}

export async function insertMockFinding(
  trx: Trx,
  authority: string,
  found: { readonly mockId: string; readonly findingId: string; readonly judgement: string },
  by: By,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('audits.mock_findings')
    .values({
      authority,
      mock_id: found.mockId,
      finding_id: found.findingId,
      judgement: found.judgement,
      added_at: by.at,
      added_by: by.actorName,
    })
    .execute()
}

export async function findingsOfMock(trx: Trx, mockId: string): Promise<readonly string[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('audits.mock_findings')
    .select('finding_id')
    .where('mock_id', '=', mockId)
    .orderBy('added_at')
    .execute()
  return rows.map(row => row.finding_id)
}

function mockOf(row: MocksTable): Mock {
  return {
    id: row.id,
    number: row.number,
    service: row.service,
    framework: row.framework,
    from: parseIsoDay(row.from_day) ?? 0,
    until: parseIsoDay(row.until_day) ?? 0,
    reviewers: row.reviewers,
    closedAt: row.closed_at,
  }
}
