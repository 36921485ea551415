import { randomUUID } from 'node:crypto'
import { longDay, longMonth, type Month } from '#calendar'
import type { Changing } from '#findings'
import type { Slice } from '#indicators'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { conflict, invalid, notFound } from '#kit/http/index.ts'
import { ensureLink, type Thing } from '#thread'
import {
  type MarkKind,
  type Note,
  type Place,
  type Rebasing,
  sameSlice,
  type Target,
} from './mark.ts'
import {
  addMarkEvent,
  endNote,
  endRebasing,
  endTarget,
  insertNote,
  insertRebasing,
  insertTarget,
  noteById,
  rebasingsById,
  standingTargets,
  targetById,
  updateNote,
  updateTarget,
} from './store/index.ts'

/** The kind of thing that a decision on limits is in the thread. */
export const REBASING = 'rebasing'

type TargetFields = Pick<
  Target,
  'value' | 'words' | 'from' | 'until' | 'ownerId' | 'owner' | 'reason'
>

/**
 * Sets a target. One that goes on from before ends the day before; one that begins in the same time
 * or later has to be changed or withdrawn first.
 * @throws invalid
 */
export async function setTarget(
  trx: Trx,
  by: Changing,
  place: Place,
  fields: TargetFields,
): Promise<string> {
  const others = (await standingTargets(trx)).filter(
    each => each.indicator === place.indicator && sameSlice(each.slice, place.slice),
  )
  for (const other of others) {
    if (!overlaps(other, fields)) continue
    if (other.from >= fields.from) throw invalid([{ field: 'from', message: alreadyThere(other) }])
    const ended = { ...other, until: fields.from - 1 }
    await updateTarget(trx, ended)
    await noted(
      trx,
      by,
      'target',
      other.id,
      'Ended',
      'A new target follows it.',
      saidOfTarget(other),
    )
  }
  const id = randomUUID()
  await insertTarget(
    trx,
    by.authority,
    { ...place, ...fields, id, setAt: by.at, setByName: by.actorName, withdrawn: null },
    by.actor,
  )
  await noted(trx, by, 'target', id, 'Set', fields.reason, '')
  return id
}

type Span = Pick<Target, 'from' | 'until'>

const overlaps = (one: Span, other: Span): boolean =>
  one.from <= (other.until ?? Infinity) && other.from <= (one.until ?? Infinity)

const alreadyThere = ({ words, from }: Target): string =>
  `There is a target of ${words} from ${longDay(from)} already. Change or withdraw that one, or choose a later date.`

/** Changes a target. What it said stays in its history. */
export async function changeTarget(
  trx: Trx,
  by: Changing,
  id: string,
  fields: TargetFields,
): Promise<void> {
  const target = await standing(await targetById(trx, id))
  const clash = (await standingTargets(trx)).find(
    each =>
      each.id !== id &&
      each.indicator === target.indicator &&
      sameSlice(each.slice, target.slice) &&
      overlaps(each, fields),
  )
  if (clash !== undefined) throw invalid([{ field: 'from', message: alreadyThere(clash) }])
  await updateTarget(trx, { ...target, ...fields })
  await noted(trx, by, 'target', id, 'Changed', fields.reason, saidOfTarget(target))
}

export async function withdrawTarget(
  trx: Trx,
  by: Changing,
  id: string,
  why: string,
): Promise<void> {
  const target = await standing(await targetById(trx, id))
  await endTarget(trx, id, { at: by.at, byName: by.actorName, why })
  await noted(trx, by, 'target', id, 'Withdrawn', why, saidOfTarget(target))
}

function saidOfTarget({ words, from, until, owner }: Target): string {
  const end = until === null ? '' : ` until ${longDay(until)}`
  return `${words} from ${longDay(from)}${end}${owner === null ? '' : `, ${owner}`}`
}

interface NoteFields {
  readonly indicator: string | null
  readonly month: Month
  readonly words: string
}

export async function addNote(
  trx: Trx,
  by: Changing,
  slice: Slice,
  fields: NoteFields,
): Promise<string> {
  const id = randomUUID()
  const made = { madeAt: by.at, madeBy: by.actor, madeByName: by.actorName }
  await insertNote(trx, by.authority, {
    ...fields,
    ...made,
    id,
    slice,
    changedAt: null,
    withdrawn: null,
  })
  await noted(trx, by, 'note', id, 'Written', fields.words, '')
  return id
}

export async function changeNote(
  trx: Trx,
  by: Changing,
  id: string,
  fields: NoteFields,
): Promise<void> {
  const note = await standing(await noteById(trx, id))
  await updateNote(trx, { ...note, ...fields, changedAt: by.at })
  await noted(trx, by, 'note', id, 'Changed', fields.words, saidOfNote(note))
}

export async function withdrawNote(trx: Trx, by: Changing, id: string, why: string): Promise<void> {
  const note = await standing(await noteById(trx, id))
  await endNote(trx, id, { at: by.at, byName: by.actorName, why })
  await noted(trx, by, 'note', id, 'Withdrawn', why, saidOfNote(note))
}

const saidOfNote = ({ words, month }: Note): string => `${longMonth(month)}: ${words}`

/**
 * Decides that the limits of a figure are made anew from a month on.
 * @param explains what led to it, such as a line of a plan
 * @throws conflict where they begin in that month already
 */
export async function decideRebasing(
  trx: Trx,
  by: Changing,
  place: Place,
  decided: Pick<Rebasing, 'from' | 'reason' | 'wasOffered'>,
  explains: Thing | null,
): Promise<string> {
  const id = randomUUID()
  const rebasing = {
    ...place,
    ...decided,
    id,
    decidedAt: by.at,
    decidedByName: by.actorName,
    undone: null,
  }
  if (!(await insertRebasing(trx, by.authority, rebasing, by.actor)))
    throw conflict(`The limits begin anew in ${longMonth(decided.from)} already.`)
  if (explains !== null)
    await ensureLink(trx, { from: rebasingThing(id), relation: 'comes from', to: explains }, by)
  await noted(trx, by, 'rebasing', id, 'Decided', decided.reason, '')
  return id
}

export const rebasingThing = (id: string): Thing => ({ kind: REBASING, id })

/** Undoes a decision on limits, with a reason. Both stay to be read. */
export async function undoRebasing(trx: Trx, by: Changing, id: string, why: string): Promise<void> {
  const [rebasing] = await rebasingsById(trx, [id])
  if (rebasing === undefined) throw notFound()
  if (!(await endRebasing(trx, id, { at: by.at, byName: by.actorName, why })))
    throw conflict('Somebody has undone this already.')
  await noted(trx, by, 'rebasing', id, 'Undone', why, longMonth(rebasing.from))
}

function standing<Mark extends { readonly withdrawn: unknown }>(mark: Mark | null): Mark {
  if (mark === null) throw notFound()
  if (mark.withdrawn !== null)
    throw conflict('It was withdrawn, so it cannot be changed. Its history can still be read.')
  return mark
}

/** A line in the history of the mark and one in the journal, which never holds the words. */
async function noted(
  trx: Trx,
  by: Changing,
  kind: MarkKind,
  markId: string,
  action: string,
  words: string,
  before: string,
): Promise<void> {
  const event = { kind, markId, at: by.at, actorName: by.actorName, action, words, before }
  await addMarkEvent(trx, by.authority, by.actor, event)
  await record(
    trx,
    {
      actor: by.actor,
      action: `${kind}.${action.toLowerCase()}`,
      subject: { kind, id: markId },
      detail: {},
    },
    by.at,
  )
}
