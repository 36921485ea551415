import { randomUUID } from 'node:crypto'
import type { Changing } from '#findings'
import { type Json, record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { conflict, forbidden, notFound } from '#kit/http/index.ts'
import type { Tool } from '#practice'
import type { Audit } from '../audit.ts'
import { outstandingIn } from './learned.ts'
import {
  approveExemplar,
  briefingById,
  exemplarById,
  insertBriefing,
  insertExemplar,
  insertReading,
  type NewBriefing,
  publishBriefing,
  withdrawExemplar,
} from './store.ts'

/** Writes an exemplar down, of a standard at which the audit found outstanding work. */
export async function writeExemplar(
  trx: Trx,
  by: Changing,
  { audit, tool }: { readonly audit: Audit; readonly tool: Tool },
  given: { readonly standard: string; readonly title: string; readonly words: string },
): Promise<string> {
  const standard = tool.standards.find(({ key }) => key === given.standard)
  if (standard === undefined || !outstandingIn(audit).includes(standard.key))
    throw conflict('This audit did not find outstanding work at that standard.')
  const id = randomUUID()
  const exemplar = {
    id,
    auditId: audit.id,
    toolKey: tool.key,
    standard: standard.key,
    standardTitle: standard.title,
    title: given.title,
    words: given.words,
  }
  await insertExemplar(trx, by.authority, exemplar, by)
  await note(trx, by, 'exemplar.written', 'exemplar', id, { audit: audit.id })
  return id
}

/** @throws forbidden for whoever wrote it */
export async function approve(trx: Trx, by: Changing, id: string): Promise<void> {
  const exemplar = await exemplarById(trx, id, true)
  if (exemplar === null) throw notFound()
  if (exemplar.approvedAt !== null || exemplar.withdrawnAt !== null)
    throw conflict('Somebody has decided on this already.')
  refuseWriter(exemplar, by)
  await approveExemplar(trx, id, by)
  await note(trx, by, 'exemplar.approved', 'exemplar', id)
}

export async function withdraw(trx: Trx, by: Changing, id: string, because: string): Promise<void> {
  const exemplar = await exemplarById(trx, id, true)
  if (exemplar === null) throw notFound()
  if (exemplar.withdrawnAt !== null) throw conflict('It has been withdrawn already.')
  await withdrawExemplar(trx, id, because, by)
  await note(trx, by, 'exemplar.withdrawn', 'exemplar', id)
}

export async function writeBriefing(
  trx: Trx,
  by: Changing,
  given: Omit<NewBriefing, 'id'>,
): Promise<string> {
  const id = randomUUID()
  await insertBriefing(trx, by.authority, { ...given, id }, by)
  await note(trx, by, 'briefing.written', 'briefing', id, { themes: [...given.themes] })
  return id
}

/** @throws forbidden for whoever wrote it: staff read what two people stand behind */
export async function publish(trx: Trx, by: Changing, id: string): Promise<void> {
  const briefing = await briefingById(trx, id, true)
  if (briefing === null) throw notFound()
  if (briefing.publishedAt !== null) throw conflict('It has been published already.')
  refuseWriter(briefing, by)
  await publishBriefing(trx, id, by)
  await note(trx, by, 'briefing.published', 'briefing', id)
}

/** Writes down once that somebody has read a briefing. */
export async function haveRead(
  trx: Trx,
  by: Changing & { readonly viewer: { readonly teams: readonly string[] } },
  id: string,
): Promise<void> {
  const briefing = await briefingById(trx, id)
  if (briefing === null || briefing.publishedAt === null) throw notFound()
  await insertReading(trx, by.authority, id, {
    personId: by.actor,
    teams: by.viewer.teams,
    at: by.at,
  })
  await note(trx, by, 'briefing.read', 'briefing', id)
}

function refuseWriter({ writtenById }: { readonly writtenById: string }, by: Changing): void {
  if (writtenById === by.actor)
    throw forbidden(
      'Somebody other than who wrote it approves it, so that a second person has looked for what says who it is about.',
    )
}

async function note(
  trx: Trx,
  { actor, at }: Changing,
  action: string,
  kind: string,
  id: string,
  detail: Readonly<Record<string, Json>> = {},
): Promise<void> {
  await record(trx, { actor, action, subject: { kind, id }, detail }, at)
}
