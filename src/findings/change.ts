import { randomUUID } from 'node:crypto'
import { type Day, isoDay } from '#calendar'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { conflict, invalid, notFound } from '#kit/http/index.ts'
import { ensureLink, type Thing } from '#thread'
import {
  after,
  type Finding,
  nameOf,
  type NewFinding,
  states,
  type Step,
  steps,
} from './finding.ts'
import { addEvent, findingById, insertFinding, updateFinding } from './store/index.ts'

/** Who changes it, when, and in which council. */
export interface Changing {
  readonly authority: string
  readonly actor: string
  readonly actorName: string
  readonly at: Date
  readonly today: Day
}

export const FINDING = 'finding'
export const findingThing = (id: string): Thing => ({ kind: FINDING, id })

/**
 * Puts a finding into the inbox.
 * @param from what it comes from in another room, such as a recommendation of an inspection
 */
export async function addFinding(
  trx: Trx,
  by: Changing,
  finding: NewFinding,
  from?: Thing,
): Promise<{ readonly id: string; readonly number: number }> {
  const id = randomUUID()
  const number = await insertFinding(trx, by.authority, { ...finding, id }, by.at)
  await addEvent(trx, by.authority, id, by.actor, {
    at: by.at,
    actorName: by.actorName,
    action: 'Received',
    words: '',
    before: {},
    after: {},
  })
  if (from !== undefined)
    await ensureLink(trx, { from: findingThing(id), relation: 'comes from', to: from }, by)
  await journal(trx, 'finding.received', id, { number, source: finding.sourceKind }, by)
  return { id, number }
}

type Fields = Partial<
  Pick<
    Finding,
    | 'words'
    | 'source'
    | 'sourceKind'
    | 'theme'
    | 'severity'
    | 'foundOn'
    | 'cohort'
    | 'owner'
    | 'ownerId'
    | 'sharedWith'
  >
>

/** Takes a step, with what it needs; what cannot be done from here is a conflict. */
export async function takeStep(
  trx: Trx,
  by: Changing,
  id: string,
  step: Step,
  taken: { readonly words?: string; readonly into?: string; readonly fields?: Fields } = {},
): Promise<Finding> {
  const found = await held(trx, id)
  const state = after(found.state, step)
  if (state === null)
    throw conflict(
      `${nameOf(found)} is ${states[found.state].toLowerCase()}, so this cannot be done with it now. Somebody else may have changed it: open it again.`,
    )
  const words = (taken.words ?? '').trim()
  const changed: Finding = { ...found, ...taken.fields, state, ...endOf(step, found, words, by) }
  if (step === 'verify' && isOwner(found, by)) throw invalid([otherPerson])
  if (step === 'merge') return mergeInto(trx, by, found, changed, taken.into ?? '', words)
  await write(trx, by, found, changed, steps[step].done, words)
  return changed
}

export const otherPerson = {
  field: 'words',
  message:
    'Somebody other than the owner has to say that it changed. Ask a colleague to verify it.',
}

/** Whether whoever asks is the one who answers for it. */
export function isOwner(
  { ownerId, owner }: Pick<Finding, 'ownerId' | 'owner'>,
  { actor, actorName }: Pick<Changing, 'actor' | 'actorName'>,
): boolean {
  return (
    (ownerId !== null && ownerId === actor) ||
    (owner !== null && owner.trim().toLowerCase() === actorName.trim().toLowerCase())
  )
}

/** Changes what a finding says, wherever it stands. */
export async function editFinding(
  trx: Trx,
  by: Changing,
  id: string,
  fields: Fields,
  words: string,
): Promise<Finding> {
  const found = await held(trx, id)
  const changed = { ...found, ...fields }
  await write(trx, by, found, changed, 'Changed', words)
  return changed
}

async function held(trx: Trx, id: string): Promise<Finding> {
  const found = await findingById(trx, id, true)
  if (found === null) throw notFound()
  return found
}

const open = {
  mergedInto: null,
  verifiedOn: null,
  verifiedWords: null,
  verifiedBy: null,
  endedOn: null,
  endedWords: null,
}

/** What a step leaves behind on the finding itself. */
function endOf(step: Step, found: Finding, words: string, by: Changing): Partial<Finding> {
  switch (step) {
    case 'triage':
    case 'act':
      return {}
    case 'verify':
      return { verifiedOn: by.today, verifiedWords: words, verifiedBy: by.actorName }
    case 'close':
    case 'decline':
      return { endedOn: by.today, endedWords: words }
    case 'merge':
      return { endedOn: by.today, endedWords: words === '' ? found.endedWords : words }
    case 'reopen':
      return open
  }
}

async function mergeInto(
  trx: Trx,
  by: Changing,
  found: Finding,
  changed: Finding,
  into: string,
  words: string,
): Promise<Finding> {
  const target = await findingById(trx, into, true)
  if (target === null)
    throw invalid([{ field: 'into', message: 'Choose the finding that says the same.' }])
  if (target.id === found.id)
    throw invalid([{ field: 'into', message: 'Choose another finding than this one.' }])
  if (target.state === 'merged')
    throw invalid([
      {
        field: 'into',
        message: `${nameOf(target)} is itself merged into another. Choose that one.`,
      },
    ])
  const merged = { ...changed, mergedInto: target.id }
  await ensureLink(
    trx,
    { from: findingThing(found.id), relation: 'duplicates', to: findingThing(target.id) },
    by,
  )
  await write(trx, by, found, merged, `Merged into ${nameOf(target).toLowerCase()}`, words)
  return merged
}

async function write(
  trx: Trx,
  by: Changing,
  before: Finding,
  now: Finding,
  action: string,
  words: string,
): Promise<void> {
  await updateFinding(trx, now)
  const changes = changesBetween(before, now)
  await addEvent(trx, by.authority, now.id, by.actor, {
    at: by.at,
    actorName: by.actorName,
    action,
    words,
    before: changes.before,
    after: changes.after,
  })
  // The words stay in this room: the journal holds which fields changed, and never what they say.
  const detail = { from: before.state, to: now.state, fields: Object.keys(changes.after) }
  await journal(trx, 'finding.changed', now.id, detail, by)
}

const shownFields = [
  'words',
  'source',
  'sourceKind',
  'theme',
  'severity',
  'foundOn',
  'cohort',
  'owner',
  'sharedWith',
  'state',
] as const

function changesBetween(before: Finding, now: Finding) {
  const was: Record<string, string> = {}
  const is: Record<string, string> = {}
  for (const field of shownFields) {
    const [old, fresh] = [plain(field, before), plain(field, now)]
    if (old === fresh) continue
    was[field] = old
    is[field] = fresh
  }
  return { before: was, after: is }
}

function plain(field: (typeof shownFields)[number], finding: Finding): string {
  if (field === 'foundOn') return isoDay(finding.foundOn)
  if (field === 'sharedWith') return finding.sharedWith.join(', ')
  if (field === 'cohort') {
    const { indicator, dimension, part, words } = finding.cohort
    return [indicator, dimension, part, words].filter(each => each !== null).join(' · ')
  }
  return finding[field] ?? ''
}

async function journal(
  trx: Trx,
  action: string,
  id: string,
  detail: Readonly<Record<string, string | number | string[]>>,
  { actor, at }: Changing,
) {
  await record(trx, { actor, action, subject: { kind: FINDING, id }, detail }, at)
}
