import { sql } from 'kysely'
import { type Day, isoDay, parseIsoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import type { FrameworkKey, GradeKey } from '../frameworks/index.ts'
import type {
  Inspection,
  InspectionKind,
  JudgementMade,
  Point,
  PointKind,
  Statement,
} from '../inspection.ts'
import { type Challenge, type ChallengeOutcome, type Version } from '../kept.ts'

type InspectionsTable = {
  authority: string
  id: string
  kind: InspectionKind
  framework: FrameworkKey | null
  title: string
  theme: string | null
  visit_number: number | null
  began_on: string
  ended_on: string
  team_size: number | null
  received_on: string | null
  embargoed_until: string | null
  embargo_lifted_on: string | null
  readers: string[]
  published_on: string | null
  summary: string
  statement: Statement
  letter_due_on: string | null
  letter_reason: string | null
  stages_done: string[]
  document_id: string | null
  made_at: Date
}

type Tables = {
  'inspections.inspections': InspectionsTable
  'inspections.judgements': {
    authority: string
    inspection_id: string
    judgement: string
    grade: GradeKey
    words: string
  }
  'inspections.points': {
    authority: string
    id: string
    inspection_id: string
    kind: PointKind
    position: number
    words: string
    number: string | null
    paragraphs: string
    page: number | null
    finding_id: string | null
  }
  'inspections.challenges': {
    authority: string
    id: string
    inspection_id: string
    sent_on: string
    paragraph: string
    words: string
    outcome: ChallengeOutcome
    answer: string | null
    answered_on: string | null
  }
  'inspections.versions': {
    authority: string
    inspection_id: string
    version: number
    says: unknown
    saved_at: Date
    saved_by: string
    saved_by_name: string
  }
}

export const dayOrNull = (text: string | null): Day | null =>
  text === null ? null : parseIsoDay(text)
export const isoOrNull = (day: Day | null): string | null => (day === null ? null : isoDay(day))
/** A date column that is never empty. */
export const dayIn = (text: string): Day => parseIsoDay(text) ?? Number.NaN

/** Every inspection of the council, the newest first, with what was judged and asked. */
export async function allInspections(trx: Trx): Promise<readonly Inspection[]> {
  return read(trx, null)
}

export async function inspectionById(trx: Trx, id: string): Promise<Inspection | null> {
  return (await read(trx, [id]))[0] ?? null
}

export async function inspectionsById(
  trx: Trx,
  ids: readonly string[],
): Promise<readonly Inspection[]> {
  return ids.length === 0 ? [] : read(trx, ids)
}

/** Keeps the row until the transaction ends, so that two changes come one after another. */
export async function holdInspection(trx: Trx, id: string): Promise<void> {
  await sql`select from inspections.inspections where id = ${id} for update`.execute(trx)
}

async function read(trx: Trx, ids: readonly string[] | null): Promise<readonly Inspection[]> {
  const db = trx.withTables<Tables>()
  let rows = db.selectFrom('inspections.inspections').selectAll()
  let judgements = db.selectFrom('inspections.judgements').selectAll()
  let points = db.selectFrom('inspections.points').selectAll()
  if (ids !== null) {
    rows = rows.where('id', 'in', ids)
    judgements = judgements.where('inspection_id', 'in', ids)
    points = points.where('inspection_id', 'in', ids)
  }
  const found = await rows.orderBy('ended_on', 'desc').orderBy('made_at', 'desc').execute()
  const made = Map.groupBy(await judgements.execute(), each => each.inspection_id)
  const asked = Map.groupBy(await points.orderBy('position').execute(), each => each.inspection_id)
  return found.map(row => ({
    id: row.id,
    kind: row.kind,
    framework: row.framework,
    title: row.title,
    theme: row.theme,
    visitNumber: row.visit_number,
    beganOn: dayIn(row.began_on),
    endedOn: dayIn(row.ended_on),
    teamSize: row.team_size,
    receivedOn: dayOrNull(row.received_on),
    embargoedUntil: dayOrNull(row.embargoed_until),
    embargoLiftedOn: dayOrNull(row.embargo_lifted_on),
    readers: row.readers,
    publishedOn: dayOrNull(row.published_on),
    summary: row.summary,
    statement: row.statement,
    letter:
      row.letter_due_on === null
        ? null
        : { due: dayIn(row.letter_due_on), reason: row.letter_reason ?? '' },
    stagesDone: row.stages_done,
    documentId: row.document_id,
    judgements: (made.get(row.id) ?? []).map(
      ({ judgement, grade, words }): JudgementMade => ({
        judgement,
        grade,
        words,
      }),
    ),
    points: (asked.get(row.id) ?? []).map(
      (point): Point => ({
        id: point.id,
        kind: point.kind,
        words: point.words,
        number: point.number,
        paragraphs: point.paragraphs,
        page: point.page,
        findingId: point.finding_id,
      }),
    ),
  }))
}

/** The inspection that a point belongs to. */
export async function inspectionOfPoints(
  trx: Trx,
  pointIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (pointIds.length === 0) return new Map()
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('inspections.points')
    .select(['id', 'inspection_id'])
    .where('id', 'in', pointIds)
    .execute()
  return new Map(rows.map(row => [row.id, row.inspection_id]))
}

/** Writes all that is said of an inspection, new or over what was there, and keeps the version. */
export async function writeInspection(
  trx: Trx,
  authority: string,
  inspection: Inspection,
  by: { readonly actor: string; readonly actorName: string; readonly at: Date },
): Promise<number> {
  const db = trx.withTables<Tables>()
  const { id } = inspection
  const row = {
    kind: inspection.kind,
    framework: inspection.framework,
    title: inspection.title,
    theme: inspection.theme,
    visit_number: inspection.visitNumber,
    began_on: isoDay(inspection.beganOn),
    ended_on: isoDay(inspection.endedOn),
    team_size: inspection.teamSize,
    received_on: isoOrNull(inspection.receivedOn),
    embargoed_until: isoOrNull(inspection.embargoedUntil),
    embargo_lifted_on: isoOrNull(inspection.embargoLiftedOn),
    readers: [...inspection.readers],
    published_on: isoOrNull(inspection.publishedOn),
    summary: inspection.summary,
    statement: inspection.statement,
    letter_due_on: isoOrNull(inspection.letter?.due ?? null),
    letter_reason: inspection.letter?.reason ?? null,
    stages_done: [...inspection.stagesDone],
    document_id: inspection.documentId,
  }
  await db
    .insertInto('inspections.inspections')
    .values({ authority, id, ...row, made_at: by.at })
    .onConflict(conflict => conflict.columns(['authority', 'id']).doUpdateSet(row))
    .execute()
  await db.deleteFrom('inspections.judgements').where('inspection_id', '=', id).execute()
  if (inspection.judgements.length > 0)
    await db
      .insertInto('inspections.judgements')
      .values(inspection.judgements.map(each => ({ authority, inspection_id: id, ...each })))
      .execute()
  await db.deleteFrom('inspections.points').where('inspection_id', '=', id).execute()
  if (inspection.points.length > 0)
    await db
      .insertInto('inspections.points')
      .values(
        inspection.points.map((point, position) => ({
          authority,
          id: point.id,
          inspection_id: id,
          kind: point.kind,
          position,
          words: point.words,
          number: point.number,
          paragraphs: point.paragraphs,
          page: point.page,
          finding_id: point.findingId,
        })),
      )
      .execute()
  const { rows } = await sql<{ version: number }>`
    insert into inspections.versions
      (authority, inspection_id, version, says, saved_at, saved_by, saved_by_name)
    select ${authority}, ${id}, coalesce(max(version), 0) + 1, ${JSON.stringify(inspection)}::jsonb,
      ${by.at}, ${by.actor}, ${by.actorName}
    from inspections.versions where inspection_id = ${id}
    returning version`.execute(trx)
  return rows[0]?.version ?? 0
}

/** The versions of an inspection, the newest first. */
export async function versionsOf(trx: Trx, id: string): Promise<readonly Version[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('inspections.versions')
    .select(['version', 'saved_at', 'saved_by_name'])
    .where('inspection_id', '=', id)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(row => ({
    version: row.version,
    savedAt: row.saved_at,
    savedBy: row.saved_by_name,
  }))
}

export async function challengesOf(trx: Trx, id: string): Promise<readonly Challenge[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('inspections.challenges')
    .selectAll()
    .where('inspection_id', '=', id)
    .orderBy('sent_on')
    .orderBy('paragraph')
    .execute()
  return rows.map(row => ({
    id: row.id,
    sentOn: dayIn(row.sent_on),
    paragraph: row.paragraph,
    words: row.words,
    outcome: row.outcome,
    answer: row.answer,
    answeredOn: dayOrNull(row.answered_on),
  }))
}

export async function writeChallenge(
  trx: Trx,
  authority: string,
  inspectionId: string,
  challenge: Challenge,
): Promise<void> {
  const row = {
    inspection_id: inspectionId,
    sent_on: isoDay(challenge.sentOn),
    paragraph: challenge.paragraph,
    words: challenge.words,
    outcome: challenge.outcome,
    answer: challenge.answer,
    answered_on: isoOrNull(challenge.answeredOn),
  }
  await trx
    .withTables<Tables>()
    .insertInto('inspections.challenges')
    .values({ authority, id: challenge.id, ...row })
    .onConflict(conflict => conflict.columns(['authority', 'id']).doUpdateSet(row))
    .execute()
}

/** Says that a recommendation is in the inbox as a finding that is there already. */
export async function linkFinding(trx: Trx, pointId: string, findingId: string): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('inspections.points')
    .set({ finding_id: findingId })
    .where('id', '=', pointId)
    .execute()
}
