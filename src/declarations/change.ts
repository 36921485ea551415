import { randomUUID } from 'node:crypto'
import type { Changing } from '#findings'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { conflict, invalid, notFound } from '#kit/http/index.ts'
import { meetingById } from '#meetings'
import type { Declaration, Interest, Kind, NilKind } from './declaration.ts'
import {
  declarationById,
  declarationsOf,
  deleteNilReturn,
  endInterest,
  insertDeclaration,
  insertInterest,
  putNilReturn,
  updateDeclaration,
} from './store.ts'

export const DECLARATION = 'declaration'

type Made = Omit<Declaration, 'id' | 'madeAt' | 'withdrawnWords'>

/** Writes down what somebody declared. That nobody did is then no longer so. */
export async function declare(trx: Trx, by: Changing, made: Made): Promise<Declaration> {
  if ((await meetingById(trx, made.meetingId)) === null) throw notFound()
  const declaration: Declaration = {
    ...made,
    id: randomUUID(),
    madeAt: by.at,
    withdrawnWords: null,
  }
  await insertDeclaration(trx, by.authority, declaration)
  await deleteNilReturn(trx, made.meetingId, nilKindOf(made.kind))
  await note(trx, by, 'declaration.made', declaration.id, { kind: made.kind })
  return declaration
}

/** Writes what somebody with an interest then did, or takes a declaration back with a reason. */
export async function changeDeclaration(
  trx: Trx,
  by: Changing,
  id: string,
  fields: Partial<Pick<Declaration, 'thenDid' | 'dispensation' | 'registered' | 'withdrawnWords'>>,
): Promise<Declaration> {
  const held = await declarationById(trx, id)
  if (held === null) throw notFound()
  const changed = { ...held, ...fields }
  await updateDeclaration(trx, changed)
  await note(trx, by, 'declaration.changed', id, { fields: Object.keys(fields) })
  return changed
}

/** Writes down that nobody declared anything; where somebody did it cannot be so. */
export async function noteNil(
  trx: Trx,
  by: Changing,
  meetingId: string,
  kind: NilKind,
): Promise<void> {
  if ((await meetingById(trx, meetingId)) === null) throw notFound()
  const declared = (await declarationsOf(trx, meetingId)).filter(
    each => each.withdrawnWords === null && nilKindOf(each.kind) === kind,
  )
  if (declared.length > 0)
    throw conflict('Something was declared, so it cannot be said that nothing was.')
  await putNilReturn(trx, by.authority, meetingId, kind, by)
  await note(trx, by, 'declaration.nil', meetingId, { kind })
}

export async function registerInterest(
  trx: Trx,
  by: Changing,
  interest: Omit<Interest, 'id' | 'endedOn'>,
): Promise<Interest> {
  if (interest.notifiedOn > by.today)
    throw invalid([{ field: 'notifiedOn', message: 'That day has not come yet.' }])
  const registered = { ...interest, id: randomUUID(), endedOn: null }
  await insertInterest(trx, by.authority, registered)
  await note(trx, by, 'interest.registered', registered.id, { category: interest.category })
  return registered
}

export async function finishInterest(trx: Trx, by: Changing, id: string): Promise<void> {
  if (!(await endInterest(trx, id, by.today)))
    throw conflict('This interest has ended already. Open the register again.')
  await note(trx, by, 'interest.ended', id, {})
}

const nilKindOf = (kind: Kind): NilKind => (kind === 'party whip' ? 'party whip' : 'interests')

async function note(
  trx: Trx,
  { actor, at }: Changing,
  action: string,
  id: string,
  detail: Readonly<Record<string, string | string[]>>,
): Promise<void> {
  await record(trx, { actor, action, subject: { kind: DECLARATION, id }, detail }, at)
}
