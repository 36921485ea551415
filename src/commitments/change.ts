import { randomUUID } from 'node:crypto'
import { isoDay } from '#calendar'
import { brief, type Changing } from '#findings'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { conflict, invalid, notFound } from '#kit/http/index.ts'
import type { Thing } from '#thread'
import {
  type Commitment,
  kinds,
  nameOf,
  type NewCommitment,
  nothingYet,
  type Sayable,
} from './commitment.ts'
import { withStatutoryDue } from './due.ts'
import { firstState, type Given, isOpen, type Step, stateWords, stepped } from './steps.ts'
import { addEvent, commitmentById, insertCommitment, updateCommitment } from './store/index.ts'

/** The kind of thing that a commitment is in the thread. */
export const COMMITMENT = 'commitment'
export const commitmentThing = (id: string): Thing => ({ kind: COMMITMENT, id })

/**
 * Raises something that was asked for, promised or said, with its line in the journal.
 * @param id its identifier where the caller has one already
 * @throws invalid where the words are empty, or a duty of law has no day of receipt
 */
export async function raise(
  trx: Trx,
  by: Changing,
  asked: NewCommitment,
  id: string = randomUUID(),
): Promise<Commitment> {
  const words = asked.words.trim()
  if (words === '')
    throw invalid([{ field: 'words', message: 'Enter the words, as the minutes have them.' }])
  const receivedOn = asked.receivedOn ?? null
  if (asked.statutory === true && receivedOn === null)
    throw invalid([
      { field: 'receivedOn', message: 'Enter the day on which the recommendation was received.' },
    ])
  const first = asked.joinedTo ? await firstRaising(trx, asked.joinedTo) : null
  const fresh = withStatutoryDue({
    ...nothingYet,
    ...asked,
    id,
    words,
    title: asked.title?.trim() || brief(words, 90),
    receivedOn,
    joinedTo: first?.id ?? null,
    state: firstState(asked.kind),
    madeAt: by.at,
    madeBy: by.actorName,
  })
  const made = await insertCommitment(trx, by.authority, {
    ...fresh,
    firstDueOn: fresh.dueOn ?? fresh.promised?.on ?? null,
  })
  await addEvent(trx, by.authority, id, by.actor, {
    at: by.at,
    actorName: by.actorName,
    action: `Written down: ${kinds[made.kind].toLowerCase()}`,
    words: '',
    before: {},
    after: {},
  })
  const detail = { number: made.number, kind: made.kind, origin: made.origin.kind }
  await record(
    trx,
    { actor: by.actor, action: 'commitment.raised', subject: commitmentThing(id), detail },
    by.at,
  )
  if (first !== null) await raisedAgain(trx, by, first, made)
  return made
}

/** Takes a step with what it is told; what cannot be done from here is a conflict. */
export async function takeCommitmentStep(
  trx: Trx,
  by: Changing,
  id: string,
  step: Step,
  given: Given,
): Promise<Commitment> {
  const held = await heldCommitment(trx, id)
  if (held.joinedTo !== null && (step === 'verify' || step === 'reopen'))
    throw conflict(
      `${nameOf(held)} is one raising of a concern. Open the first one, and close it there.`,
    )
  const taking = { today: by.today, name: by.actorName, isOwner: ownsCommitment(held, by) }
  const taken = stepped(held, step, given, taking)
  if (taken.kind === 'conflict') throw conflict(taken.message)
  if (taken.kind === 'refused') throw invalid(taken.faults)
  await write(trx, by, held, taken.commitment, taken.done, given.words.trim())
  if (held.joinedTo !== null && step === 'answer') await answeredLater(trx, by, held)
  return taken.commitment
}

export type CommitmentFields = Partial<Sayable & Pick<Commitment, 'kind' | 'words' | 'origin'>>

/**
 * Changes what a commitment says. A date that was fixed is put off by a step, with a reason, and not
 * here; its kind can be changed only before anything was done with it.
 */
export async function changeCommitment(
  trx: Trx,
  by: Changing,
  id: string,
  fields: CommitmentFields,
  words = '',
): Promise<Commitment> {
  const held = await heldCommitment(trx, id)
  const isKindFixed = held.state !== firstState(held.kind)
  if (fields.kind !== undefined && fields.kind !== held.kind && isKindFixed)
    throw conflict(`${nameOf(held)} has been dealt with already: its kind cannot be changed now.`)
  const later = fields.dueOn ?? null
  if (held.dueOn !== null && later !== null && later > held.dueOn && !held.statutory)
    throw invalid([
      { field: 'dueOn', message: 'A later date is put off with a reason: use ‘Put it off’.' },
    ])
  const kind = fields.kind ?? held.kind
  const changed = withStatutoryDue({
    ...held,
    ...fields,
    state: kind === held.kind ? held.state : firstState(kind),
  })
  if (changed.statutory && changed.receivedOn === null)
    throw invalid([
      { field: 'receivedOn', message: 'Enter the day on which the recommendation was received.' },
    ])
  const firstDueOn = held.firstDueOn ?? changed.dueOn ?? changed.promised?.on ?? null
  const now = { ...changed, firstDueOn }
  await write(trx, by, held, now, 'Changed', words)
  return now
}

/** Shows commitments on the public site, or takes them off, with the minutes they come from. */
export async function publishCommitments(
  trx: Trx,
  by: Changing,
  ids: readonly string[],
  published = true,
): Promise<void> {
  for (const id of ids) {
    const held = await heldCommitment(trx, id)
    if (held.published !== published)
      await write(trx, by, held, { ...held, published }, published ? 'Published' : 'Taken off', '')
  }
}

/**
 * Says that a concern is one that was raised before. It hangs on the first raising; what hung on it
 * comes along.
 */
export async function joinConcern(
  trx: Trx,
  by: Changing,
  id: string,
  earlierId: string,
): Promise<Commitment> {
  const held = await heldCommitment(trx, id)
  const first = await firstRaising(trx, earlierId)
  if (held.kind !== 'concern')
    throw conflict(`${nameOf(held)} is no concern, so it cannot be joined.`)
  if (first.id === held.id)
    throw invalid([{ field: 'into', message: 'Choose another concern than this one.' }])
  if (first.origin.on > held.origin.on)
    throw invalid([
      {
        field: 'into',
        message: `${nameOf(first)} was raised later. Open that one and join it to this.`,
      },
    ])
  const now = { ...held, joinedTo: first.id }
  await write(trx, by, held, now, `Joined to ${nameOf(first).toLowerCase()}`, '')
  await raisedAgain(trx, by, first, now)
  return now
}

/** The raising that others hang on, held until the transaction ends. */
async function firstRaising(trx: Trx, id: string): Promise<Commitment> {
  const found = await commitmentById(trx, id, true)
  if (found === null || found.kind !== 'concern')
    throw invalid([{ field: 'into', message: 'Choose the concern that was raised before.' }])
  return found.joinedTo === null ? found : firstRaising(trx, found.joinedTo)
}

/** An answer to a later raising answers the concern. */
async function answeredLater(trx: Trx, by: Changing, raising: Commitment): Promise<void> {
  const first = await firstRaising(trx, raising.joinedTo ?? raising.id)
  if (first.state !== 'open') return
  const where = `Answered: ${raising.origin.label}`
  await write(trx, by, first, { ...first, state: 'answered' }, where, '')
}

/** A concern that comes back is open again, whatever was said about it before. */
async function raisedAgain(trx: Trx, by: Changing, first: Commitment, again: Commitment) {
  const where = `Raised again: ${again.origin.label}`
  const isEnded = !isOpen(first)
  const now: Commitment = {
    ...first,
    state: 'open',
    ...(isEnded && {
      evidence: null,
      verifiedOn: null,
      verifiedBy: null,
      closedOn: null,
      closedWords: null,
    }),
  }
  const words = isEnded
    ? `It stood at “${stateWords(first)}”${first.evidence === null ? '' : `: ${first.evidence}`}`
    : ''
  await write(trx, by, first, now, where, words)
}

async function heldCommitment(trx: Trx, id: string): Promise<Commitment> {
  const found = await commitmentById(trx, id, true)
  if (found === null) throw notFound()
  return found
}

/** Whether whoever asks is the one who answers for it; of an assurance also who gave it. */
export function ownsCommitment(
  { kind, ownerId, owner, saidBy }: Pick<Commitment, 'kind' | 'ownerId' | 'owner' | 'saidBy'>,
  { actor, actorName }: Pick<Changing, 'actor' | 'actorName'>,
): boolean {
  const plain = (name: string) => name.trim().toLowerCase()
  return (
    (ownerId !== null && ownerId === actor) ||
    (owner !== null && plain(owner) === plain(actorName)) ||
    (kind === 'assurance' && saidBy !== null && plain(saidBy) === plain(actorName))
  )
}

async function write(
  trx: Trx,
  by: Changing,
  before: Commitment,
  now: Commitment,
  action: string,
  words: string,
): Promise<void> {
  await updateCommitment(trx, now)
  const [was, is] = [shown(before), shown(now)]
  const fields = Object.keys(is).filter(field => was[field] !== is[field])
  const only = (all: Readonly<Record<string, string>>) =>
    Object.fromEntries(fields.map(field => [field, all[field] ?? '']))
  await addEvent(trx, by.authority, now.id, by.actor, {
    at: by.at,
    actorName: by.actorName,
    action,
    words,
    before: only(was),
    after: only(is),
  })
  // The words stay in this room: the journal holds which fields changed, and never what they say.
  const detail = { from: before.state, to: now.state, fields }
  const subject = commitmentThing(now.id)
  await record(trx, { actor: by.actor, action: 'commitment.changed', subject, detail }, by.at)
}

/** What the history shows of a commitment, each as a person reads it. */
function shown(one: Commitment): Readonly<Record<string, string>> {
  return {
    title: one.title,
    words: one.words,
    kind: kinds[one.kind],
    saidBy: one.saidBy ?? '',
    owner: one.owner ?? '',
    to: [one.toBodyName, ...one.toPosts].filter(each => each !== null && each !== '').join(', '),
    sharedWith: one.sharedWith.join(', '),
    published: one.published ? 'yes' : 'no',
    due: one.dueOn === null ? (one.dueWords ?? '') : isoDay(one.dueOn),
    receivedOn: one.receivedOn === null ? '' : isoDay(one.receivedOn),
    promised: one.promised?.on ? isoDay(one.promised.on) : '',
    measure: one.measure ?? '',
    audit: one.audit ?? '',
    reason: one.response?.reason ?? '',
    state: stateWords(one),
  }
}
