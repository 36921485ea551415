import { isoDay } from '#calendar'
import type { Changing } from '#findings'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { conflict, notFound } from '#kit/http/index.ts'
import { isOpenLine, type Line, type Plan } from './line.ts'
import { lineThing } from './measure.ts'
import { addPlanEvent, lineById, planById, updateLine } from './store/index.ts'

export async function heldPlan(trx: Trx, id: string): Promise<Plan> {
  const plan = await planById(trx, id, true)
  if (plan === null) throw notFound()
  return plan
}

export async function heldLine(trx: Trx, id: string): Promise<Line> {
  const line = await lineById(trx, id, true)
  if (line === null) throw notFound()
  return line
}

export async function openLine(trx: Trx, id: string): Promise<Line> {
  const line = await heldLine(trx, id)
  if (!isOpenLine(line))
    throw conflict(
      line.closedOn === null
        ? 'This line was carried forward into another plan. Change it there.'
        : 'This line is closed. Open it again before changing it.',
    )
  return line
}

export async function save(
  trx: Trx,
  by: Changing,
  before: Line,
  now: Line,
  action: string,
  words: string,
): Promise<void> {
  await updateLine(trx, now)
  const changed = changes(lineWords(before), lineWords(now))
  await tell(trx, by, now.planId, now.id, action, words, changed.before, changed.after)
}

/** Writes an event for people and a line in the journal, which holds no words that somebody typed. */
export async function tell(
  trx: Trx,
  by: Changing,
  planId: string,
  lineId: string | null,
  action: string,
  words: string,
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): Promise<void> {
  const event = { at: by.at, actorName: by.actorName, lineId, action, words, before, after: now }
  await addPlanEvent(trx, by.authority, planId, by.actor, event)
  const subject = lineId === null ? { kind: 'plan', id: planId } : lineThing(lineId)
  const name = `plan.${action.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`
  const detail = { plan: planId, fields: Object.keys({ ...before, ...now }) }
  await record(trx, { actor: by.actor, action: name, subject, detail }, by.at)
}

export function changes(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
) {
  const fields = Object.keys(now).filter(field => before[field] !== now[field])
  return {
    before: Object.fromEntries(fields.map(field => [field, before[field] ?? ''])),
    after: Object.fromEntries(fields.map(field => [field, now[field] ?? ''])),
  }
}

const day = (value: number | null): string => (value === null ? '' : isoDay(value))

export const lineWords = (line: Line): Readonly<Record<string, string>> => ({
  kind: line.kind,
  title: line.title,
  difference: line.difference,
  owner: line.owner ?? '',
  organisation: line.organisation ?? '',
  partners: line.partners.join(', '),
  starts: day(line.startsOn),
  due: day(line.dueOn),
  delivery: line.delivery,
  forecast: day(line.forecastOn),
  sharedWith: line.sharedWith.join(', '),
  closed: day(line.closedOn),
})

export const planWords = (plan: Plan): Readonly<Record<string, string>> => ({
  title: plan.title,
  cycle: `${plan.cycleWeeks} weeks from ${isoDay(plan.firstUpdateOn)}`,
  headline: plan.headlineWords ?? '',
  resources: plan.resourceWords ?? '',
})
