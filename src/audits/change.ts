import { randomUUID } from 'node:crypto'
import type { Changing } from '#findings'
import { privateWordsIn } from '#findings'
import { type Json, record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import type { FieldError } from '#kit/html/page.ts'
import { conflict, notFound } from '#kit/http/index.ts'
import { deriveGrade, type Tool } from '#practice'
import { type Audit, type AuditReason, unanswered } from './audit.ts'
import { raiseIfDue } from './alarm.ts'
import { fieldsOf, type FormText, readText, textOf, type TextRead } from './form-text.ts'
import { showFoundAfter } from './hidden.ts'
import { openFields } from './open-fields.ts'
import { addSave, auditById, insertAudit, savesOf, updateAudit } from './store/index.ts'
import { currentTools, pinTool, toolAt } from './toolbox.ts'

export const AUDIT = 'audit'
export const auditThing = (id: string) => ({ kind: AUDIT, id })

export interface Beginning {
  readonly toolKey: string
  /** A reference that stands for a child; null for none. */
  readonly childRef: string | null
  readonly team: string
  readonly worker?: string
  readonly reason: AuditReason
  readonly ofAudit?: string | null
  readonly sampleId?: string | null
  readonly dueOn?: number | null
  /** Who does it, where that is somebody else than who begins it. */
  readonly auditor?: { readonly id: string; readonly name: string }
}

/** Begins an audit with the tool as it is today. */
export async function beginAudit(
  trx: Trx,
  by: Changing,
  beginning: Beginning,
): Promise<{ readonly id: string; readonly number: number }> {
  const tool = (await currentTools(trx)).find(({ key }) => key === beginning.toolKey)
  if (tool === undefined) throw notFound()
  await pinTool(trx, by, tool)
  const id = randomUUID()
  const audit = {
    id,
    toolKey: tool.key,
    toolVersion: tool.version,
    childRef: beginning.childRef,
    foreignKey: null,
    team: beginning.team,
    worker: beginning.worker ?? '',
    auditorId: beginning.auditor?.id ?? by.actor,
    auditorName: beginning.auditor?.name ?? by.actorName,
    reason: beginning.reason,
    ofAudit: beginning.ofAudit ?? null,
    sampleId: beginning.sampleId ?? null,
    begunAt: by.at,
    dueOn: beginning.dueOn ?? null,
    submittedAt: null,
    auditedOn: by.today,
    ...unanswered,
  }
  const number = await insertAudit(trx, by.authority, audit)
  await addSave(trx, by.authority, { ...audit, number }, by)
  await journal(trx, by, 'audit.begun', id, { number, tool: tool.key, version: tool.version })
  return { id, number }
}

/** What somebody sends of the form: which version they had open, and the fields. */
export interface Sent {
  readonly version: number
  readonly text: FormText
  /** That they have looked at what may be a name, and it is to be kept. */
  readonly looked: boolean
}

export interface Saved {
  readonly audit: Audit
  readonly tool: Tool
  /** What was not saved, and why; everything else is saved. */
  readonly issues: readonly FieldError[]
  /** Whether this save raised an alert. */
  readonly alert: string | null
}

const MOST = 8000

/**
 * Saves what can be saved of a form. Left out, and told, is what another person changed since the form
 * was opened, what may say who somebody is and has not been looked at, and what no question knows.
 */
export async function saveAudit(trx: Trx, by: Changing, id: string, sent: Sent): Promise<Saved> {
  const { audit, tool } = await heldAudit(trx, id)
  if (audit.state !== 'begun')
    throw conflict('This audit has been handed in, so its answers no longer change.')
  const names = fieldsOf(tool)
  const now = textOf(audit)
  const typed = typedIn(names, now, sent.text)
  const saves = audit.version === sent.version ? [] : await savesOf(trx, id)
  const was = saves.find(each => each.version === sent.version)?.text ?? now
  const issues: FieldError[] = []
  const text: Record<string, string> = {}
  for (const [name, label] of names) {
    const [own, before, current] = [at(typed, name), at(was, name), at(now, name)]
    const issue =
      own === current || own === before
        ? null
        : (crossing(label, name, before, current, saves) ??
          tooLong(own) ??
          mayBePrivate(own, current, sent.looked))
    if (issue !== null) issues.push({ field: name, message: issue })
    text[name] = own === before || issue !== null ? current : own
  }
  const { unknown } = readText(tool, text)
  for (const each of unknown) {
    issues.push(each)
    text[each.field] = at(now, each.field)
  }
  const changed = withText(audit, tool, readText(tool, text).read)
  const fields = [...names.keys()].filter(name => at(textOf(changed), name) !== at(now, name))
  if (fields.length === 0) return { audit, tool, issues, alert: null }
  const saved = await updateAudit(trx, changed)
  await addSave(trx, by.authority, saved, by)
  // The words stay in this room: the journal holds which fields changed, and never what they say.
  await journal(trx, by, 'audit.saved', id, { number: audit.number, fields })
  return { audit: saved, tool, issues, alert: await raiseIfDue(trx, by, saved) }
}

/** Saves and hands in. What is still open is told, and then it stays begun, saved as far as it is. */
export async function handIn(trx: Trx, by: Changing, id: string, sent: Sent): Promise<Saved> {
  const saved = await saveAudit(trx, by, id, sent)
  const { audit, tool } = saved
  const issues = [
    ...saved.issues,
    ...openFields(tool, audit).filter(
      open => !saved.issues.some(({ field }) => field === open.field),
    ),
  ]
  if (issues.length > 0) return { ...saved, issues }
  const done = await updateAudit(trx, {
    ...audit,
    state: 'submitted',
    submittedAt: by.at,
    auditedOn: by.today,
    grade: audit.grade ?? audit.derivedGrade,
  })
  await addSave(trx, by.authority, done, by)
  await showFoundAfter(trx, done)
  await journal(trx, by, 'audit.handed-in', id, {
    number: audit.number,
    grade: done.grade ?? '',
    derived: done.derivedGrade ?? '',
  })
  return { audit: done, tool, issues: [], alert: (await raiseIfDue(trx, by, done)) ?? saved.alert }
}

/** Ends an audit that will not be finished, with the reason; what was answered is kept. */
export async function stopAudit(trx: Trx, by: Changing, id: string, words: string): Promise<void> {
  const { audit } = await heldAudit(trx, id)
  if (audit.state !== 'begun')
    throw conflict('This audit has been handed in and is not stopped now.')
  await updateAudit(trx, { ...audit, state: 'stopped', overrideWords: words })
  await showFoundAfter(trx, audit)
  await journal(trx, by, 'audit.stopped', id, { number: audit.number })
}

/** An audit that is to be changed, with the tool that it keeps. */
export async function heldAudit(trx: Trx, id: string): Promise<{ audit: Audit; tool: Tool }> {
  const audit = await auditById(trx, id, true)
  const tool = audit && (await toolAt(trx, audit.toolKey, audit.toolVersion))
  if (audit === null || tool === null) throw notFound()
  return { audit, tool }
}

const at = (text: FormText, name: string): string => text[name] ?? ''

/** A browser leaves out choices that nobody made; what is not sent stays as it is. */
function typedIn(names: ReadonlyMap<string, string>, now: FormText, sent: FormText): FormText {
  return Object.fromEntries(
    [...names.keys()].map(name => [
      name,
      // A box that was unticked is not sent; the words beside it say that its form was.
      sent[name]?.replaceAll('\r\n', '\n').trim() ??
        (name.startsWith('agreed_') && sent[name.replace('agreed', 'said')] !== undefined
          ? ''
          : at(now, name)),
    ]),
  )
}

function crossing(
  label: string,
  _name: string,
  before: string,
  current: string,
  saves: Awaited<ReturnType<typeof savesOf>>,
): string | null {
  if (before === current) return null
  const who = saves.at(-1)?.actorName ?? 'Somebody else'
  const is = current === '' ? 'took the answer away' : `saved “${current.slice(0, 300)}”`
  return `${label}: ${who} ${is} while you had this open. Yours is still here: save again to keep yours.`
}

const tooLong = (own: string): string | null =>
  own.length > MOST ? 'Use 8,000 characters or fewer. What is here is not saved yet.' : null

/** Asked for once: what was looked at and kept is not asked for again. */
function mayBePrivate(own: string, current: string, looked: boolean): string | null {
  if (looked) return null
  const found = privateWordsIn(own)
  const fresh = [
    ...found.never.map(({ what, text }) => ({ text, is: `is ${what}` })),
    ...found.perhaps.map(text => ({ text, is: 'may be the name of a person' })),
  ].filter(({ text }) => !current.includes(text))
  const [first] = fresh
  if (first === undefined) return null
  const others =
    fresh.length === 1
      ? ''
      : ` There ${fresh.length === 2 ? 'is one more' : `are ${fresh.length - 1} more`}.`
  return `“${first.text}” ${first.is}.${others} Take it out, or tick below that it is to be kept. The rest is saved.`
}

/** An audit with what its form says, graded by the rule. */
function withText(audit: Audit, tool: Tool, read: TextRead): Audit {
  const derived = deriveGrade(tool, read.answers)?.grade ?? null
  const override = read.override === '' || read.override === derived ? null : read.override
  return {
    ...audit,
    answers: read.answers,
    voices: read.voices,
    learning: read.learning,
    youngWords: read.youngWords,
    safe: read.answers.safe,
    derivedGrade: derived,
    // While it is written on, only a grade that the auditor chose against the rule stands here.
    grade: override,
    overrideWords: read.overrideWords,
  }
}

export async function journal(
  trx: Trx,
  { actor, at: when }: Pick<Changing, 'actor' | 'at'>,
  action: string,
  id: string,
  detail: Readonly<Record<string, Json>>,
): Promise<void> {
  await record(trx, { actor, action, subject: auditThing(id), detail }, when)
}
