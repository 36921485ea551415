import { randomUUID } from 'node:crypto'
import type { Trx } from '#kit/db/index.ts'
import { conflict, invalid, notFound } from '#kit/http/index.ts'
import { brief, FINDING, findingsById, nameOf } from '#findings'
import { ensureLink, linksTo } from '#thread'
import { comingBack, toCarry } from './carry.ts'
import { addLine, type Changing, makePlan } from './change.ts'
import { heldPlan, save, tell } from './held.ts'
import type { Line } from './line.ts'
import { INDICATOR, LINE, lineThing, measureName, measureOf } from './measure.ts'
import { inPounds, penceFrom } from './money.ts'
import {
  addFunding,
  addVersion,
  allLines,
  fundingOf,
  linesOfPlan,
  planById,
  removeFunding,
  versionsOf,
} from './store/index.ts'
import { hashOfSnapshot, type Snapshot, snapshotOf, type Version, versionKinds } from './version.ts'

/** The plan as it stands now, in words. */
export async function snapshotNow(trx: Trx, planId: string): Promise<Snapshot> {
  const plan = await planById(trx, planId)
  if (plan === null) throw notFound()
  const lines = await linesOfPlan(trx, planId)
  const ids = new Set(lines.map(line => line.id))
  const measures = new Map<string, string[]>()
  for (const { from, to } of await linksTo(trx, LINE, 'measures')) {
    const measure = from.kind === INDICATOR && ids.has(to.id) ? measureOf(from.id) : null
    if (measure !== null)
      measures.set(to.id, [...(measures.get(to.id) ?? []), measureName(measure)])
  }
  const answering = (await linksTo(trx, FINDING, 'answers')).filter(link => ids.has(link.from.id))
  const found = await findingsById(
    trx,
    answering.map(link => link.to.id),
  )
  const names = new Map(found.map(each => [each.id, `${nameOf(each)} (${brief(each.words, 60)})`]))
  const answers = new Map<string, string[]>()
  for (const { from, to } of answering)
    answers.set(from.id, [...(answers.get(from.id) ?? []), names.get(to.id) ?? ''])
  return snapshotOf(plan, lines, await fundingOf(trx, planId), { answers, measures })
}

export type Decision = Pick<
  Version,
  'kind' | 'decidedOn' | 'decidedBy' | 'meeting' | 'consulted' | 'delegation' | 'reason'
>

/**
 * Writes down the plan as it stands as a version that never changes.
 * @throws invalid where a line does not say what will be different for children, or a delegated
 * change does not say by whom, with whom and within which words
 */
export async function recordVersion(
  trx: Trx,
  by: Changing,
  planId: string,
  decision: Decision,
): Promise<number> {
  await heldPlan(trx, planId)
  const snapshot = await snapshotNow(trx, planId)
  if (decision.kind !== 'draft') refuseUnfinished(snapshot)
  const isFirst = (await versionsOf(trx, planId)).every(each => each.kind === 'draft')
  if (decision.kind === 'delegated change' && isFirst)
    throw invalid([
      {
        field: 'kind',
        message: 'A plan is approved before it is changed under delegated authority.',
      },
    ])
  const number = await addVersion(trx, by.authority, planId, {
    ...decision,
    madeAt: by.at,
    madeBy: by.actor,
    madeByName: by.actorName,
    snapshot,
    hash: hashOfSnapshot(snapshot),
  })
  const words = `Version ${number}: ${versionKinds[decision.kind].toLowerCase()} by ${decision.decidedBy}`
  await tell(trx, by, planId, null, 'Version recorded', words, {}, { version: String(number) })
  return number
}

function refuseUnfinished({ lines }: Snapshot): void {
  const field = 'What will be different for children'
  const without = lines.filter(
    line => line.fields['Kind'] !== 'Milestone' && (line.fields[field] ?? '') === '',
  )
  const [first] = without
  if (lines.length === 0)
    throw invalid([
      { field: 'kind', message: 'The plan has no lines yet, so there is nothing to decide on.' },
    ])
  if (first !== undefined)
    throw invalid([
      {
        field: 'kind',
        message: `${without.length === 1 ? 'One line does' : `${without.length} lines do`} not say what will be different for children. The first is ${first.fields['Number'] ?? ''}, “${first.fields['Title'] ?? ''}”.`,
      },
    ])
}

/**
 * Carries open lines into the next plan, each with the reason, what it answers and its measures.
 * @param into an existing plan, or the title of a new one
 * @throws invalid where a line would come back into a plan that it came from
 */
export async function carryForward(
  trx: Trx,
  by: Changing,
  fromPlan: string,
  into: { readonly planId: string } | { readonly title: string; readonly firstUpdateOn: number },
  reasons: ReadonlyMap<string, string>,
): Promise<string> {
  const plan = await heldPlan(trx, fromPlan)
  const mine = await linesOfPlan(trx, fromPlan)
  const lines = toCarry(mine, new Set(reasons.keys()))
  if (lines.length === 0)
    throw invalid([{ field: 'lines', message: 'Choose at least one open line to carry forward.' }])
  const isNew = 'title' in into
  if (!isNew) {
    if (into.planId === fromPlan)
      throw invalid([{ field: 'into', message: 'A plan cannot be carried into itself.' }])
    await heldPlan(trx, into.planId)
    const [back] = comingBack(lines, await allLines(trx), into.planId)
    if (back !== undefined)
      throw invalid([
        {
          field: 'into',
          message: `“${back.title}” came from that plan, so it would go round in a circle. Choose another plan, or open it again there.`,
        },
      ])
  }
  const planId = isNew
    ? await makePlan(trx, by, {
        ...plan,
        title: into.title,
        fromPlan,
        firstUpdateOn: into.firstUpdateOn,
        headlinePence: null,
        headlineWords: null,
      })
    : into.planId
  const made = new Map<string, string>()
  const inOrder = parentsFirst(lines)
  for (const line of inOrder) {
    const reason = reasons.get(line.id) ?? 'It holds lines that are carried forward.'
    const id = await addLine(trx, by, planId, made.get(line.parentId ?? '') ?? null, line, {
      carriedFrom: line.id,
      carriedReason: reason,
      delivery: line.delivery,
      deliveryReason: line.deliveryReason,
      forecastOn: line.forecastOn,
    })
    made.set(line.id, id)
    await ensureLink(
      trx,
      { from: lineThing(id), relation: 'comes from', to: lineThing(line.id) },
      by,
    )
    if (reasons.has(line.id))
      await save(trx, by, line, { ...line, carriedTo: id }, 'Carried forward', reason)
  }
  await copyLinks(trx, by, made)
  return planId
}

function parentsFirst(lines: readonly Line[]): readonly Line[] {
  const byId = new Map(lines.map(line => [line.id, line]))
  const depth = (line: Line, steps = 0): number => {
    const parent = line.parentId === null ? undefined : byId.get(line.parentId)
    return parent === undefined || steps > lines.length ? steps : depth(parent, steps + 1)
  }
  return lines.toSorted((a, b) => depth(a) - depth(b) || a.position - b.position)
}

async function copyLinks(trx: Trx, by: Changing, made: ReadonlyMap<string, string>): Promise<void> {
  for (const { from, to } of await linksTo(trx, LINE, 'measures')) {
    const id = made.get(to.id)
    if (id !== undefined && from.kind === INDICATOR)
      await ensureLink(trx, { from, relation: 'measures', to: lineThing(id) }, by)
  }
  for (const { from, to } of await linksTo(trx, FINDING, 'answers')) {
    const id = made.get(from.id)
    if (id !== undefined)
      await ensureLink(trx, { from: lineThing(id), relation: 'answers', to }, by)
  }
}

export async function fund(
  trx: Trx,
  by: Changing,
  planId: string,
  title: string,
  words: string,
): Promise<void> {
  await heldPlan(trx, planId)
  const pence = penceFrom(words)
  if (pence === null)
    throw invalid([
      { field: 'amount', message: 'Enter an amount such as £1.175m, 800k or £42,500.' },
    ])
  await addFunding(trx, by.authority, planId, { id: randomUUID(), title, words, pence })
  await tell(trx, by, planId, null, 'Funding line added', '', {}, { [title]: inPounds(pence) })
}

export async function unfund(trx: Trx, by: Changing, planId: string, id: string): Promise<void> {
  const line = (await fundingOf(trx, planId)).find(each => each.id === id)
  if (line === undefined || !(await removeFunding(trx, planId, id)))
    throw conflict('This funding line is gone already.')
  await tell(
    trx,
    by,
    planId,
    null,
    'Funding line taken away',
    '',
    { [line.title]: inPounds(line.pence) },
    {},
  )
}
