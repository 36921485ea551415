import type { Changing } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { conflict, notFound } from '#kit/http/index.ts'
import type { Grade } from '#practice'
import { journal } from './change.ts'
import { auditById, insertInvited, invitedTo, markSaid, updateAudit } from './store/index.ts'

/** Asks somebody whose work it is for their own view. */
export async function invite(
  trx: Trx,
  by: Changing,
  auditId: string,
  who: { readonly id: string; readonly name: string },
): Promise<void> {
  await insertInvited(trx, by.authority, {
    auditId,
    userId: who.id,
    name: who.name,
    invitedAt: by.at,
  })
  await journal(trx, by, 'audit.own-view-asked', auditId, { user: who.id })
}

/** Keeps what somebody makes of their own work; it is said once, before they see what others found. */
export async function sayOwnView(
  trx: Trx,
  by: Changing,
  auditId: string,
  said: { readonly grade: Grade; readonly words: string },
): Promise<void> {
  const audit = await auditById(trx, auditId, true)
  const asked = (await invitedTo(trx, { auditId })).find(each => each.userId === by.actor)
  if (audit === null || asked === undefined) throw notFound()
  if (asked.saidAt !== null) throw conflict('You have said what you make of it already.')
  // Where two are asked, the first grade stands, and both are heard.
  const words =
    audit.ownWords === '' ? said.words : `${audit.ownWords}\n\n${by.actorName}: ${said.words}`
  await updateAudit(trx, { ...audit, ownGrade: audit.ownGrade ?? said.grade, ownWords: words })
  await markSaid(trx, auditId, by.actor, by.at)
  await journal(trx, by, 'audit.own-view-said', auditId, { grade: said.grade })
}
