import { randomUUID } from 'node:crypto'
import { type Changing, isOwner } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { conflict, invalid } from '#kit/http/index.ts'
import { changes, heldLine, heldPlan, lineWords, openLine, planWords, save, tell } from './held.ts'
import type { Verdict, Voice } from './impact.ts'
import { isOpenLine, type Line, mayStandBelow, type Plan } from './line.ts'
import {
  addDispute,
  addUpdate,
  addVoice,
  insertLine,
  insertPlan,
  linesOfPlan,
  type Update,
  updatePlan,
} from './store/index.ts'

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
