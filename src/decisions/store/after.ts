import { type Day, isoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
import { storedDay } from '#meetings'
import type { CallIn, CallInOutcome, Delegation, Exercise } from '../decision.ts'

type CallInsTable = {
  authority: string
  id: string
  decision_id: string
  received_at: Date
  by_names: string
  members: number
  by_chair: boolean
  reasons: string
  rule_words: string
  valid: boolean
  heard_on: string | null
  outcome: CallInOutcome | null
  outcome_words: string
}
type DelegationsTable = {
  authority: string
  id: string
  decision_id: string
  to_post: string
  consulting: string
  scope: string
  expires_on: string | null
  expires_words: string
  ended_on: string | null
  ended_words: string
}
type ExercisesTable = {
  authority: string
  id: string
  delegation_id: string
  done_on: string
  done_by: string
  consulted: string
  words: string
  before: string
  after: string
  noted_at: Date
}
type Tables = {
  'decisions.call_ins': CallInsTable
  'decisions.delegations': DelegationsTable
  'decisions.exercises': ExercisesTable
}

const maybeDay = (text: string | null): Day | null => (text === null ? null : storedDay(text))

export async function insertCallIn(trx: Trx, authority: string, callIn: CallIn): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('decisions.call_ins')
    .values({
      authority,
      id: callIn.id,
      decision_id: callIn.decisionId,
      received_at: callIn.receivedAt,
      by_names: callIn.by,
      members: callIn.members,
      by_chair: callIn.byChair,
      reasons: callIn.reasons,
      rule_words: callIn.ruleWords,
      valid: callIn.valid,
      heard_on: null,
      outcome: null,
      outcome_words: '',
    })
    .execute()
}

/** Writes what the hearing of a call-in came to; gives whether one was waiting for it. */
export async function endCallIn(
  trx: Trx,
  id: string,
  heard: { readonly on: Day; readonly outcome: CallInOutcome; readonly words: string },
): Promise<boolean> {
  const done = await trx
    .withTables<Tables>()
    .updateTable('decisions.call_ins')
    .set({ heard_on: isoDay(heard.on), outcome: heard.outcome, outcome_words: heard.words })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** The requests to call some decisions in, as they came. */
export async function callInsOf(trx: Trx, ...decisionIds: string[]): Promise<readonly CallIn[]> {
  const wanted = decisionIds.filter(isUuid)
  if (wanted.length === 0) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('decisions.call_ins')
    .selectAll()
    .where('decision_id', 'in', wanted)
    .orderBy('received_at')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    decisionId: row.decision_id,
    receivedAt: row.received_at,
    by: row.by_names,
    members: row.members,
    byChair: row.by_chair,
    reasons: row.reasons,
    ruleWords: row.rule_words,
    valid: row.valid,
    heardOn: maybeDay(row.heard_on),
    outcome: row.outcome,
    outcomeWords: row.outcome_words,
  }))
}

export async function insertDelegation(
  trx: Trx,
  authority: string,
  delegation: Omit<Delegation, 'exercises'>,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('decisions.delegations')
    .values({
      authority,
      id: delegation.id,
      decision_id: delegation.decisionId,
      to_post: delegation.toPost,
      consulting: delegation.consulting,
      scope: delegation.scope,
      expires_on: delegation.expiresOn === null ? null : isoDay(delegation.expiresOn),
      expires_words: delegation.expiresWords,
      ended_on: null,
      ended_words: '',
    })
    .execute()
}

/** Ends a delegation; gives whether it was open. */
export async function endDelegation(
  trx: Trx,
  id: string,
  on: Day,
  words: string,
): Promise<boolean> {
  const done = await trx
    .withTables<Tables>()
    .updateTable('decisions.delegations')
    .set({ ended_on: isoDay(on), ended_words: words })
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function insertExercise(
  trx: Trx,
  authority: string,
  delegationId: string,
  exercise: Exercise,
  at: Date,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('decisions.exercises')
    .values({
      authority,
      id: exercise.id,
      delegation_id: delegationId,
      done_on: isoDay(exercise.doneOn),
      done_by: exercise.doneBy,
      consulted: exercise.consulted,
      words: exercise.words,
      before: exercise.before,
      after: exercise.after,
      noted_at: at,
    })
    .execute()
}

/** What some decisions let posts do, each with the times that it was done. */
export async function delegationsOf(
  trx: Trx,
  ...decisionIds: string[]
): Promise<readonly Delegation[]> {
  const wanted = decisionIds.filter(isUuid)
  if (wanted.length === 0) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('decisions.delegations')
    .selectAll()
    .where('decision_id', 'in', wanted)
    .orderBy('to_post')
    .orderBy('id')
    .execute()
  return withExercises(trx, rows)
}

/** Every delegation of the council that nobody has ended. */
export async function openDelegations(trx: Trx): Promise<readonly Delegation[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('decisions.delegations')
    .selectAll()
    .where('ended_on', 'is', null)
    .orderBy('to_post')
    .orderBy('id')
    .execute()
  return withExercises(trx, rows)
}

async function withExercises(
  trx: Trx,
  rows: readonly DelegationsTable[],
): Promise<readonly Delegation[]> {
  if (rows.length === 0) return []
  const exercises = await trx
    .withTables<Tables>()
    .selectFrom('decisions.exercises')
    .selectAll()
    .where(
      'delegation_id',
      'in',
      rows.map(row => row.id),
    )
    .orderBy('done_on')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    decisionId: row.decision_id,
    toPost: row.to_post,
    consulting: row.consulting,
    scope: row.scope,
    expiresOn: maybeDay(row.expires_on),
    expiresWords: row.expires_words,
    endedOn: maybeDay(row.ended_on),
    endedWords: row.ended_words,
    exercises: exercises
      .filter(each => each.delegation_id === row.id)
      .map(each => ({
        id: each.id,
        doneOn: storedDay(each.done_on),
        doneBy: each.done_by,
        consulted: each.consulted,
        words: each.words,
        before: each.before,
        after: each.after,
      })),
  }))
}
