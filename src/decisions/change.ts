import { randomUUID } from 'node:crypto'
import { constitutionOn } from '#bodies'
import { inLondon, citeLaw, type Day, explainDeadline, longDay } from '#calendar'
import type { Changing } from '#findings'
import { type Json, record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { conflict, invalid, notFound } from '#kit/http/index.ts'
import type { Thing } from '#thread'
import {
  type CallIn,
  callInKeeps,
  type CallInOutcome,
  callInUntil,
  type Decision,
  type Delegation,
  type Exercise,
  isOpen,
  missingFromRecord,
  nameOf,
} from './decision.ts'
import { noticeLaw, recordByOneLaw, recordLaw } from './law.ts'
import { mayBeTaken, missingParticulars, type Notice, noticeKinds } from './notice.ts'
import {
  callInsOf,
  decisionById,
  delegationsOf,
  endCallIn,
  endDelegation,
  insertCallIn,
  insertDecision,
  insertDelegation,
  insertExercise,
  insertNotice,
  noticeById,
  updateDecision,
  updateNotice,
} from './store/index.ts'

export const DECISION = 'decision'
export const NOTICE = 'notice of a decision'
export const decisionThing = (id: string): Thing => ({ kind: DECISION, id })

export async function draftNotice(
  trx: Trx,
  by: Changing,
  drafted: Omit<Notice, 'id' | 'publishedAt'>,
): Promise<Notice> {
  if (drafted.toOn < drafted.fromOn)
    throw invalid([{ field: 'toOn', message: 'Enter a last day on or after the first.' }])
  const notice: Notice = { ...drafted, id: randomUUID(), publishedAt: null }
  await insertNotice(trx, by.authority, notice, by)
  await note(trx, by, 'notice.drafted', { kind: NOTICE, id: notice.id }, { kind: notice.kind })
  return notice
}

/** Changes a notice that nobody outside has seen. */
export async function changeNotice(
  trx: Trx,
  by: Changing,
  id: string,
  fields: Partial<Omit<Notice, 'id' | 'publishedAt'>>,
): Promise<Notice> {
  const held = await heldNotice(trx, id)
  if (held.publishedAt !== null)
    throw conflict('This notice is published, so it stays as it is. Write one that replaces it.')
  const notice = { ...held, ...fields }
  if (notice.toOn < notice.fromOn)
    throw invalid([{ field: 'toOn', message: 'Enter a last day on or after the first.' }])
  await updateNotice(trx, notice)
  await note(trx, by, 'notice.changed', { kind: NOTICE, id }, { fields: Object.keys(fields) })
  return notice
}

/** Publishes a notice that states all that it has to; otherwise says what it lacks. */
export async function publishNotice(trx: Trx, by: Changing, id: string): Promise<Notice> {
  const held = await heldNotice(trx, id)
  if (held.publishedAt !== null) throw conflict('This notice is published already.')
  const missing = missingParticulars(held)
  const [first] = missing
  if (first !== undefined)
    throw conflict(
      `The notice does not state ${missing.map(({ letter, says }) => `(${letter}) ${says}`).join(', ')}. ${citeLaw(noticeLaw)}.`,
    )
  if (held.kind !== 'key' && held.reason.trim() === '')
    throw conflict(
      `A notice of the kind ‘${noticeKinds[held.kind].toLowerCase()}’ has to give the reason.`,
    )
  const notice = { ...held, publishedAt: by.at }
  await updateNotice(trx, notice)
  await note(trx, by, 'notice.published', { kind: NOTICE, id }, { kind: held.kind })
  return notice
}

type NewDecision = Omit<Decision, 'id' | 'number' | 'publishedAt' | 'version'>

export async function draftDecision(
  trx: Trx,
  by: Changing,
  drafted: NewDecision,
): Promise<Decision> {
  const decision = { ...drafted, id: randomUUID(), publishedAt: null, version: 1 }
  const number = await insertDecision(trx, by.authority, decision, by)
  await note(trx, by, 'decision.drafted', decisionThing(decision.id), { number })
  return { ...decision, number }
}

/**
 * Changes the record of a decision that is not published.
 * @param version as it was when whoever writes read it
 */
export async function changeDecision(
  trx: Trx,
  by: Changing,
  id: string,
  fields: Partial<NewDecision>,
  version: number,
): Promise<Decision> {
  const held = await heldDecision(trx, id)
  if (held.publishedAt !== null)
    throw conflict(
      `${nameOf(held)} is published, so its record stays as it is. A new decision can change what it decided.`,
    )
  if (held.version !== version)
    throw invalid([
      {
        field: 'title',
        message:
          'Somebody else has changed this decision while you were writing. Your words are still below. Open the decision in another window, put the two together and save again.',
      },
    ])
  const changed = { ...held, ...fields }
  await updateDecision(trx, changed)
  await note(trx, by, 'decision.changed', decisionThing(id), { fields: Object.keys(fields) })
  return { ...changed, version: held.version + 1 }
}

/** What stands in the way of publishing a decision, one sentence each. */
export async function hindrancesOf(trx: Trx, decision: Decision): Promise<readonly string[]> {
  const missing = missingFromRecord(decision)
  const law = decision.makerKind === 'body' ? recordLaw : recordByOneLaw
  const record =
    missing.length === 0 ? [] : [`The record lacks ${missing.join('; ')}. ${citeLaw(law)}.`]
  if (!decision.isKey) return record
  const notice = decision.noticeId === null ? null : await noticeById(trx, decision.noticeId)
  const publishedOn = notice?.publishedAt ? inLondon(notice.publishedAt).day : null
  const standing = mayBeTaken(notice, publishedOn, decision.takenOn)
  if (standing.kind === 'may') return record
  const working =
    standing.deadline === null ? '' : ` ${explainDeadline(standing.deadline).join(' ')}`
  return [...record, `${standing.words}${working}`]
}

/**
 * Publishes the record of a decision. One that was taken without the notice that the law asks for
 * is published only with words about it: what was done is not unsaid by keeping it back.
 */
export async function publishDecision(
  trx: Trx,
  by: Changing,
  id: string,
  inSpite: string,
): Promise<Decision> {
  const held = await heldDecision(trx, id)
  if (held.publishedAt !== null) throw conflict(`${nameOf(held)} is published already.`)
  const missing = missingFromRecord(held)
  if (missing.length > 0) {
    const law = held.makerKind === 'body' ? recordLaw : recordByOneLaw
    throw invalid([
      { field: 'inSpite', message: `The record lacks ${missing.join('; ')}. ${citeLaw(law)}.` },
    ])
  }
  const hindrances = await hindrancesOf(trx, held)
  const [first] = hindrances
  if (first !== undefined && inSpite.trim().length < 10)
    throw invalid([
      { field: 'inSpite', message: `${first} Enter what is done about it; it is published too.` },
    ])
  const published = {
    ...held,
    publishedAt: by.at,
    keyWords: first === undefined ? held.keyWords : `${held.keyWords} ${inSpite}`.trim(),
  }
  await updateDecision(trx, published)
  await note(trx, by, 'decision.published', decisionThing(id), { number: held.number })
  return published
}

/** Takes in a request to call a decision in; one that misses the rule is kept and says why. */
export async function receiveCallIn(
  trx: Trx,
  by: Changing,
  decisionId: string,
  request: Pick<CallIn, 'by' | 'members' | 'byChair' | 'reasons' | 'receivedAt'>,
): Promise<CallIn> {
  const decision = await heldDecision(trx, decisionId)
  if (decision.publishedAt === null)
    throw conflict('A decision can be called in once it is published.')
  if (!decision.executive) throw conflict('Only decisions of the executive are called in.')
  const publishedOn = inLondon(decision.publishedAt).day
  const constitution = await constitutionOn(trx, publishedOn)
  const until = callInUntil(constitution, publishedOn)
  const { day, clock } = inLondon(request.receivedAt)
  const rule = callInKeeps(constitution.callInBy, until, { ...request, day, clock })
  const urgent = decision.urgentWords !== ''
  const callIn: CallIn = {
    ...request,
    id: randomUUID(),
    decisionId,
    valid: rule.valid && !urgent,
    ruleWords: [
      urgent ? `Call-in was waived: ${decision.urgentWords}` : rule.why,
      ...(until === null ? [] : explainDeadline(until)),
    ].join(' '),
    heardOn: null,
    outcome: null,
    outcomeWords: '',
  }
  await insertCallIn(trx, by.authority, callIn)
  await note(trx, by, 'decision.called-in', decisionThing(decisionId), { valid: callIn.valid })
  return callIn
}

export async function hearCallIn(
  trx: Trx,
  by: Changing,
  decisionId: string,
  callInId: string,
  heard: { readonly on: Day; readonly outcome: CallInOutcome; readonly words: string },
): Promise<void> {
  const callIn = (await callInsOf(trx, decisionId)).find(each => each.id === callInId)
  if (callIn === undefined) throw notFound()
  if (heard.on < inLondon(callIn.receivedAt).day)
    throw invalid([{ field: 'on', message: 'Enter a day on or after the request.' }])
  if (!(await endCallIn(trx, callInId, heard)))
    throw conflict('What the hearing came to is written down already.')
  await note(trx, by, 'decision.call-in-heard', decisionThing(decisionId), {
    outcome: heard.outcome,
  })
}

export async function delegate(
  trx: Trx,
  by: Changing,
  delegated: Omit<Delegation, 'id' | 'endedOn' | 'endedWords' | 'exercises'>,
): Promise<Delegation> {
  await heldDecision(trx, delegated.decisionId)
  const delegation = { ...delegated, id: randomUUID(), endedOn: null, endedWords: '' }
  await insertDelegation(trx, by.authority, delegation)
  await note(trx, by, 'decision.delegated', decisionThing(delegated.decisionId), {})
  return { ...delegation, exercises: [] }
}

/** Writes down that a delegation was used; one that has ended, or without who was consulted, is refused. */
export async function exercise(
  trx: Trx,
  by: Changing,
  decisionId: string,
  delegationId: string,
  done: Omit<Exercise, 'id'>,
): Promise<Exercise> {
  const delegation = (await delegationsOf(trx, decisionId)).find(each => each.id === delegationId)
  if (delegation === undefined) throw notFound()
  const decision = await heldDecision(trx, decisionId)
  if (done.doneOn < decision.takenOn)
    throw invalid([
      {
        field: 'doneOn',
        message: `Enter a day on or after the decision, ${longDay(decision.takenOn)}.`,
      },
    ])
  if (!isOpen(delegation, done.doneOn))
    throw invalid([
      {
        field: 'doneOn',
        message: `The delegation ended on ${longDay(delegation.endedOn ?? delegation.expiresOn ?? done.doneOn)}, so it could not be used on that day.`,
      },
    ])
  if (delegation.consulting !== '' && done.consulted.trim() === '')
    throw invalid([
      {
        field: 'consulted',
        message: `It may be used only in consultation with ${delegation.consulting}. Enter who was consulted, and when.`,
      },
    ])
  const noted = { ...done, id: randomUUID() }
  await insertExercise(trx, by.authority, delegationId, noted, by.at)
  await note(trx, by, 'decision.delegation-used', decisionThing(decisionId), {})
  return noted
}

export async function finishDelegation(
  trx: Trx,
  by: Changing,
  decisionId: string,
  delegationId: string,
  words: string,
): Promise<void> {
  const found = (await delegationsOf(trx, decisionId)).some(each => each.id === delegationId)
  if (!found) throw notFound()
  if (!(await endDelegation(trx, delegationId, by.today, words)))
    throw conflict('This delegation has ended already.')
  await note(trx, by, 'decision.delegation-ended', decisionThing(decisionId), {})
}

async function heldNotice(trx: Trx, id: string): Promise<Notice> {
  const held = await noticeById(trx, id, true)
  if (held === null) throw notFound()
  return held
}

async function heldDecision(trx: Trx, id: string): Promise<Decision> {
  const held = await decisionById(trx, id, true)
  if (held === null) throw notFound()
  return held
}

async function note(
  trx: Trx,
  { actor, at }: Changing,
  action: string,
  subject: Thing,
  detail: Readonly<Record<string, Json>>,
): Promise<void> {
  await record(trx, { actor, action, subject, detail }, at)
}
