import { randomUUID } from 'node:crypto'
import { isoDay } from '#calendar'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { conflict, invalid, notFound } from '#kit/http/index.ts'
import {
  type Changing,
  FINDING,
  findingById,
  findingThing,
  isOwner,
  takeStep,
  after,
} from '#findings'
import { addLink, ensureLink, removeLink } from '#thread'
import { isOpenLine, type Line, mayStandBelow, type Plan } from './line.ts'
import { INDICATOR, lineThing, measureOf } from './measure.ts'
import {
  addPlanEvent,
  addUpdate,
  addVoice,
  addDispute,
  insertLine,
  insertPlan,
  lineById,
  linesOfPlan,
  planById,
  type Update,
  updateLine,
  updatePlan,
} from './store/index.ts'
import type { Verdict, Voice } from './impact.ts'

export type { Changing }

/** What somebody writes of a line; all else follows. */
export type LineFields = Pick<
  Line,
  | 'kind'
  | 'title'
  | 'difference'
  | 'ownerId'
  | 'owner'
  | 'organisation'
  | 'partners'
  | 'startsOn'
  | 'dueOn'
  | 'sharedWith'
>

export async function makePlan(trx: Trx, by: Changing, fields: Omit<Plan, 'id'>): Promise<string> {
  const id = randomUUID()
  await insertPlan(trx, by.authority, { ...fields, id }, by.at)
  await tell(trx, by, id, null, 'Plan made', '', {}, { title: fields.title })
  return id
}

export async function changePlan(
  trx: Trx,
  by: Changing,
  id: string,
  fields: Partial<Omit<Plan, 'id' | 'fromPlan'>>,
): Promise<void> {
  const plan = await heldPlan(trx, id)
  const changed = { ...plan, ...fields }
  await updatePlan(trx, changed)
  const { before, after: now } = changes(planWords(plan), planWords(changed))
  await tell(trx, by, id, null, 'Plan changed', '', before, now)
}

/**
 * Adds a line at the end of those below its parent.
 * @throws invalid where it cannot stand there
 */
export async function addLine(
  trx: Trx,
  by: Changing,
  planId: string,
  parentId: string | null,
  fields: LineFields,
  more: Partial<
    Pick<
      Line,
      'carriedFrom' | 'carriedReason' | 'delivery' | 'deliveryReason' | 'forecastOn' | 'madeOn'
    >
  > = {},
): Promise<string> {
  await heldPlan(trx, planId)
  const lines = await linesOfPlan(trx, planId)
  const parent = parentId === null ? null : lines.find(line => line.id === parentId)
  if (parent === undefined || !mayStandBelow(fields.kind, parent?.kind ?? null))
    throw invalid([
      {
        field: 'parentId',
        message: 'A line stands below a line of a larger kind. Choose another.',
      },
    ])
  const id = randomUUID()
  const line: Line = {
    ...fields,
    id,
    planId,
    parentId,
    position: lines.reduce((most, each) => Math.max(most, each.position), 0) + 1,
    delivery: 'not started',
    deliveryReason: '',
    forecastOn: null,
    madeOn: by.today,
    evidence: null,
    closedOn: null,
    closedBy: null,
    closedByName: null,
    carriedFrom: null,
    carriedReason: null,
    carriedTo: null,
    ...more,
  }
  await insertLine(trx, by.authority, line)
  await tell(trx, by, planId, id, 'Line added', '', {}, lineWords(line))
  return id
}

export async function changeLine(
  trx: Trx,
  by: Changing,
  id: string,
  fields: Partial<LineFields>,
  words: string,
): Promise<void> {
  const line = await openLine(trx, id)
  await save(trx, by, line, { ...line, ...fields }, 'Line changed', words)
}

/** The update of a cycle: how it goes, in words, with the state and the date that is now expected. */
export async function giveUpdate(
  trx: Trx,
  by: Changing,
  id: string,
  update: Pick<Update, 'words' | 'delivery' | 'forecastOn'>,
): Promise<void> {
  const line = await openLine(trx, id)
  await addUpdate(trx, by.authority, by, { ...update, lineId: id, writtenOn: by.today })
  const changed = {
    ...line,
    delivery: update.delivery,
    deliveryReason: update.words,
    forecastOn: update.forecastOn,
  }
  await save(trx, by, line, changed, 'Update', update.words)
}

/** A re-audit or what people say, as evidence on a line. */
export async function hear(trx: Trx, by: Changing, id: string, voice: Voice): Promise<void> {
  const line = await heldLine(trx, id)
  await addVoice(trx, by.authority, by, id, voice)
  const action = voice.kind === 're-audit' ? 'Re-audit recorded' : 'Feedback recorded'
  await tell(
    trx,
    by,
    line.planId,
    id,
    action,
    voice.words,
    {},
    { says: voice.says, source: voice.source },
  )
}

/** Writes down that somebody thinks a verdict wrong. The verdict stays what the evidence says. */
export async function disputeVerdict(
  trx: Trx,
  by: Changing,
  id: string,
  verdict: Verdict,
  words: string,
): Promise<void> {
  const line = await heldLine(trx, id)
  await addDispute(trx, by.authority, by, { lineId: id, verdict, words })
  await tell(trx, by, line.planId, id, 'Verdict disputed', words, {}, { verdict })
}

export async function linkMeasure(
  trx: Trx,
  by: Changing,
  id: string,
  measure: string,
): Promise<void> {
  const line = await openLine(trx, id)
  if (measureOf(measure) === null)
    throw invalid([{ field: 'indicator', message: 'Choose a measure.' }])
  const link = {
    from: { kind: INDICATOR, id: measure },
    relation: 'measures',
    to: lineThing(id),
  } as const
  const refused = await addLink(trx, link, by)
  if (refused !== null)
    throw invalid([{ field: 'indicator', message: 'This measure is linked already.' }])
  await tell(trx, by, line.planId, id, 'Measure linked', '', {}, { measure })
}

export async function unlinkMeasure(
  trx: Trx,
  by: Changing,
  id: string,
  measure: string,
): Promise<void> {
  const line = await openLine(trx, id)
  const link = {
    from: { kind: INDICATOR, id: measure },
    relation: 'measures',
    to: lineThing(id),
  } as const
  if (!(await removeLink(trx, link, by))) throw notFound()
  await tell(trx, by, line.planId, id, 'Measure taken away', '', { measure }, {})
}

/** Says that a line answers a finding, which is then in action. */
export async function answerFinding(
  trx: Trx,
  by: Changing,
  id: string,
  findingId: string,
): Promise<void> {
  const line = await heldLine(trx, id)
  const finding = await findingById(trx, findingId, true)
  if (finding === null)
    throw invalid([{ field: 'finding', message: 'Choose a finding that it answers.' }])
  await ensureLink(
    trx,
    { from: lineThing(id), relation: 'answers', to: findingThing(findingId) },
    by,
  )
  if (finding.state !== 'in action' && after(finding.state, 'act') !== null)
    await takeStep(trx, by, findingId, 'act', { words: `Answered by: ${line.title}` })
  await tell(
    trx,
    by,
    line.planId,
    id,
    'Answers a finding',
    '',
    {},
    { finding: String(finding.number) },
  )
}

export async function unanswerFinding(
  trx: Trx,
  by: Changing,
  id: string,
  findingId: string,
): Promise<void> {
  const line = await openLine(trx, id)
  const link = {
    from: lineThing(id),
    relation: 'answers',
    to: { kind: FINDING, id: findingId },
  } as const
  if (!(await removeLink(trx, link, by))) throw notFound()
  await tell(
    trx,
    by,
    line.planId,
    id,
    'No longer answers a finding',
    '',
    { finding: findingId },
    {},
  )
}

/**
 * Closes a line on evidence.
 * @throws invalid for the owner, without evidence, and while lines below are open
 */
export async function closeLine(
  trx: Trx,
  by: Changing,
  id: string,
  evidence: string,
): Promise<void> {
  const line = await openLine(trx, id)
  if (isOwner(line, by))
    throw invalid([
      {
        field: 'evidence',
        message:
          'Somebody other than the owner closes it. Ask a colleague to look at the evidence.',
      },
    ])
  if (evidence.trim().length < 10)
    throw invalid([{ field: 'evidence', message: 'Enter the evidence that it is done.' }])
  const below = (await linesOfPlan(trx, line.planId)).filter(
    each =>
      each.parentId === id &&
      isOpenLine(each) &&
      // A milestone is reached and not closed.
      !(each.kind === 'milestone' && each.delivery === 'complete'),
  )
  if (below.length > 0)
    throw invalid([
      {
        field: 'evidence',
        message: `${below.length === 1 ? 'A line' : `${below.length} lines`} below it ${below.length === 1 ? 'is' : 'are'} still open: “${below[0]?.title ?? ''}”. Close ${below.length === 1 ? 'it' : 'them'} first.`,
      },
    ])
  const closed: Line = {
    ...line,
    delivery: line.delivery === 'stopped' ? 'stopped' : 'complete',
    evidence: evidence.trim(),
    closedOn: by.today,
    closedBy: by.actor,
    closedByName: by.actorName,
  }
  await save(trx, by, line, closed, 'Closed', evidence)
}

export async function reopenLine(trx: Trx, by: Changing, id: string, words: string): Promise<void> {
  const line = await heldLine(trx, id)
  if (line.closedOn === null) throw conflict('This line is open already.')
  const open: Line = {
    ...line,
    delivery: 'at risk',
    deliveryReason: words,
    evidence: null,
    closedOn: null,
    closedBy: null,
    closedByName: null,
  }
  await save(trx, by, line, open, 'Opened again', words)
}

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

async function openLine(trx: Trx, id: string): Promise<Line> {
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

function changes(before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>) {
  const fields = Object.keys(now).filter(field => before[field] !== now[field])
  return {
    before: Object.fromEntries(fields.map(field => [field, before[field] ?? ''])),
    after: Object.fromEntries(fields.map(field => [field, now[field] ?? ''])),
  }
}

const day = (value: number | null): string => (value === null ? '' : isoDay(value))

const lineWords = (line: Line): Readonly<Record<string, string>> => ({
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

const planWords = (plan: Plan): Readonly<Record<string, string>> => ({
  title: plan.title,
  cycle: `${plan.cycleWeeks} weeks from ${isoDay(plan.firstUpdateOn)}`,
  headline: plan.headlineWords ?? '',
  resources: plan.resourceWords ?? '',
})
