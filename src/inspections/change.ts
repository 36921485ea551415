import { randomUUID } from 'node:crypto'
import type { Day } from '#calendar'
import { addFinding, noCohort, type SourceKind } from '#findings'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { conflict, notFound } from '#kit/http/index.ts'
import { ensureLink } from '#thread'
import { themesOf } from './themes.ts'
import { inspectionThing, recommendationThing } from './in-thread.ts'
import {
  type Inspection,
  type InspectionKind,
  isAsked,
  isEmbargoed,
  type Point,
} from './inspection.ts'
import { holdInspection, inspectionById, writeInspection } from './store/index.ts'

/** Who changes it, when, and in which council. */
export interface Changing {
  readonly authority: string
  readonly actor: string
  readonly actorName: string
  readonly at: Date
  readonly today: Day
}

/** What a form says of an inspection; the rest is kept by this room. */
export type Said = Omit<
  Inspection,
  'id' | 'points' | 'embargoLiftedOn' | 'stagesDone' | 'letter'
> & {
  readonly points: readonly (Omit<Point, 'id' | 'findingId'> & { readonly id: string | null })[]
}

/**
 * Makes an inspection. Its recommendations go to the inbox of findings in the same transaction,
 * unless it is under embargo: then they go when the embargo is lifted, because more people read the
 * inbox than may read the report.
 */
export async function makeInspection(
  trx: Trx,
  by: Changing,
  said: Said,
  toInbox: boolean,
  id: string = randomUUID(),
): Promise<Inspection> {
  const inspection: Inspection = {
    ...said,
    id,
    embargoLiftedOn: null,
    stagesDone: [],
    letter: null,
    points: said.points.map(point => ({ ...point, id: point.id ?? randomUUID(), findingId: null })),
  }
  const sent = toInbox && !isEmbargoed(inspection, by.today)
  const made = sent ? await withFindings(trx, by, inspection) : inspection
  await writeInspection(trx, by.authority, made, by)
  await linkPoints(trx, by, made)
  const { kind, framework, points } = made
  const detail = { kind, framework, points: points.length, toInbox: sent }
  await journal(trx, by, 'inspection.recorded', made.id, detail)
  return made
}

/** Records an inspection anew. What it said before stays in its versions. */
export async function changeInspection(
  trx: Trx,
  by: Changing,
  id: string,
  said: Said,
): Promise<Inspection> {
  const before = await held(trx, id)
  const known = new Map(before.points.map(point => [point.id, point]))
  const points = said.points.map((point): Point => {
    const old = point.id === null ? undefined : known.get(point.id)
    return { ...point, id: old?.id ?? randomUUID(), findingId: old?.findingId ?? null }
  })
  const kept = new Set(points.map(point => point.id))
  if (before.points.some(point => point.findingId !== null && !kept.has(point.id)))
    throw conflict(
      'A recommendation that is in the inbox of findings cannot be taken out here. Decline it there, with the reason.',
    )
  const { embargoLiftedOn, stagesDone, documentId, letter } = before
  const now: Inspection = {
    ...said,
    id,
    points,
    embargoLiftedOn,
    stagesDone,
    letter,
    documentId: said.documentId ?? documentId,
  }
  await writeInspection(trx, by.authority, now, by)
  await linkPoints(trx, by, now)
  await journal(trx, by, 'inspection.changed', id, { fields: changedFields(before, now) })
  return now
}

/** Lifts the embargo; the recommendations then go to the inbox of findings. */
export async function liftEmbargo(trx: Trx, by: Changing, id: string): Promise<void> {
  const before = await held(trx, id)
  if (!isEmbargoed(before, by.today)) throw conflict('The embargo has ended already.')
  const lifted = await withFindings(trx, by, { ...before, embargoLiftedOn: by.today })
  await writeInspection(trx, by.authority, lifted, by)
  await journal(trx, by, 'inspection.embargo-lifted', id, {})
}

/** Puts recommendations into the inbox that are not there yet. */
export async function sendToInbox(trx: Trx, by: Changing, id: string): Promise<void> {
  const before = await held(trx, id)
  if (isEmbargoed(before, by.today))
    throw conflict('It is under embargo: more people read the inbox than may read this report.')
  const sent = await withFindings(trx, by, before)
  await writeInspection(trx, by.authority, sent, by)
  await journal(trx, by, 'inspection.sent-to-inbox', id, { points: sent.points.length })
}

/** Changes the dates of the statement of action, or which stages of its way are done. */
export async function changeStatement(
  trx: Trx,
  by: Changing,
  id: string,
  change: Partial<Pick<Inspection, 'letter' | 'stagesDone' | 'statement'>>,
): Promise<void> {
  const now = { ...(await held(trx, id)), ...change }
  await writeInspection(trx, by.authority, now, by)
  await journal(trx, by, 'inspection.statement-changed', id, { fields: Object.keys(change) })
}

async function held(trx: Trx, id: string): Promise<Inspection> {
  await holdInspection(trx, id)
  const found = await inspectionById(trx, id)
  if (found === null) throw notFound()
  return found
}

const sourceKindOf: Readonly<Record<InspectionKind, SourceKind>> = {
  full: 'inspection',
  focused: 'monitoring-visit',
  monitoring: 'monitoring-visit',
  assurance: 'monitoring-visit',
  'annual-engagement': 'regulator',
  'self-evaluation': 'self-evaluation',
  'peer-review': 'peer-review',
  mock: 'mock-inspection',
  hmip: 'inspection',
  send: 'inspection',
  jtai: 'inspection',
  'dfe-review': 'regulator',
}

async function withFindings(trx: Trx, by: Changing, inspection: Inspection): Promise<Inspection> {
  const points: Point[] = []
  for (const point of inspection.points) {
    if (point.findingId !== null || !isAsked(point)) points.push(point)
    else points.push({ ...point, findingId: await bring(trx, by, inspection, point) })
  }
  return { ...inspection, points }
}

async function bring(
  trx: Trx,
  by: Changing,
  inspection: Inspection,
  point: Point,
): Promise<string> {
  const number = point.number === null ? '' : `, recommendation ${point.number}`
  const page = point.page === null ? '' : `, page ${point.page}`
  const { id } = await addFinding(
    trx,
    by,
    {
      sourceKind: sourceKindOf[inspection.kind],
      source: `${inspection.title}${number}${page}`.slice(0, 300),
      words: point.words,
      theme: themesOf(point.words)[0] ?? 'other',
      foundOn: Math.min(inspection.publishedOn ?? inspection.endedOn, by.today),
      severity: point.kind === 'priority' ? 'urgent' : 'high',
      cohort: noCohort,
      sharedWith: [],
    },
    recommendationThing(point.id),
  )
  return id
}

async function linkPoints(trx: Trx, by: Changing, inspection: Inspection): Promise<void> {
  for (const point of inspection.points.filter(isAsked))
    await ensureLink(
      trx,
      {
        from: recommendationThing(point.id),
        relation: 'comes from',
        to: inspectionThing(inspection.id),
      },
      by,
    )
}

function changedFields(before: Inspection, now: Inspection): string[] {
  // as: both have the keys of an inspection.
  return (Object.keys(now) as (keyof Inspection)[]).filter(
    key => JSON.stringify(before[key]) !== JSON.stringify(now[key]),
  )
}

async function journal(
  trx: Trx,
  { actor, at }: Changing,
  action: string,
  id: string,
  detail: Readonly<Record<string, string | number | boolean | string[] | null>>,
): Promise<void> {
  await record(trx, { actor, action, subject: { kind: 'inspection', id }, detail }, at)
}
