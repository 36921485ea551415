import { randomUUID } from 'node:crypto'
import type { Changing } from '#findings'
import { type Json, record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { conflict, invalid, notFound } from '#kit/http/index.ts'
import { itemsOf, meetingById } from '#meetings'
import type { Thing } from '#thread'
import {
  isNumbered,
  type Minutes,
  moved,
  numberAfter,
  numbered,
  type Paragraph,
  type ParagraphKind,
} from './minutes.ts'
import {
  addChange,
  beginMinutes,
  insertParagraphs,
  minutesOf,
  paragraphById,
  paragraphsOf,
  placeParagraphs,
  updateMinutes,
  updateParagraph,
} from './store/index.ts'

/** The kinds of thing that minutes and their paragraphs are in the thread. */
export const MINUTES = 'minutes'
export const PARAGRAPH = 'minute paragraph'
export const minutesThing = (meetingId: string): Thing => ({ kind: MINUTES, id: meetingId })
export const paragraphThing = (id: string): Thing => ({ kind: PARAGRAPH, id })

/** The minutes of a meeting, held until the transaction ends; begun where there are none yet. */
export async function heldMinutes(trx: Trx, by: Changing, meetingId: string): Promise<Minutes> {
  const held = await minutesOf(trx, meetingId, true)
  if (held !== null) return held
  if ((await meetingById(trx, meetingId)) === null) throw notFound()
  const fresh: Minutes = {
    meetingId,
    state: 'being written',
    publishedAt: null,
    publishedBy: null,
    agreedAtMeeting: null,
    agreedOn: null,
    agreedWords: '',
    signedBy: '',
    fileSha: null,
    version: 1,
  }
  await beginMinutes(trx, by.authority, fresh, by)
  await note(trx, by, 'minutes.begun', minutesThing(meetingId))
  const begun = await minutesOf(trx, meetingId, true)
  if (begun === null) throw notFound()
  return begun
}

/** A paragraph that is not there yet. */
export interface NewParagraph {
  readonly itemId: string | null
  readonly kind: ParagraphKind
  readonly words: string
  /** The paragraph it follows; at the end of its item where none is named. */
  readonly after?: string | null
  /** Why it is added to minutes that are published. */
  readonly reason?: string
  readonly id?: string
}

export const reasonMissing = {
  field: 'reason',
  message: 'Say why: these minutes are published, and a correction is shown with its reason.',
}

const wordsMissing = { field: 'words', message: 'Enter the words of the paragraph.' }

/**
 * Adds a paragraph with the number that follows. In minutes that are published no number changes:
 * what comes between 3.4 and 3.5 is 3.4A.
 */
export async function addParagraph(
  trx: Trx,
  by: Changing,
  meetingId: string,
  asked: NewParagraph,
): Promise<Paragraph> {
  const words = asked.words.trim()
  if (words === '') throw invalid([wordsMissing])
  const minutes = await heldMinutes(trx, by, meetingId)
  const reason = (asked.reason ?? '').trim()
  const isPublished = minutes.state !== 'being written'
  if (isPublished && reason === '') throw invalid([reasonMissing])
  const items = await itemsOf(trx, meetingId)
  if (asked.itemId !== null && !items.some(each => each.id === asked.itemId))
    throw invalid([{ field: 'item', message: 'Choose an item of this meeting.' }])
  const all = await paragraphsOf(trx, meetingId)
  const inItem = all.filter(each => each.itemId === asked.itemId)
  const at = placeFor(all, inItem, asked.after ?? null)
  const item = items.find(each => each.id === asked.itemId)
  const paragraph: Paragraph = {
    id: asked.id ?? randomUUID(),
    meetingId,
    itemId: asked.itemId,
    position: at + 1,
    number:
      isPublished && item !== undefined && isNumbered(asked.kind)
        ? numberAfter(inItem, asked.after ?? null, item)
        : '',
    kind: asked.kind,
    words,
    struck: false,
    version: 1,
  }
  await insertParagraphs(trx, by, [paragraph])
  const order = [...all.slice(0, at), paragraph, ...all.slice(at)]
  const now = isPublished ? order : numbered(order, items)
  await place(trx, now)
  await addChange(trx, by, meetingId, {
    paragraphId: paragraph.id,
    what: 'added',
    before: '',
    after: words,
    reason,
    afterPublication: isPublished,
  })
  await touch(trx, minutes)
  await note(trx, by, 'paragraph.added', paragraphThing(paragraph.id), { meeting: meetingId })
  return now.find(each => each.id === paragraph.id) ?? paragraph
}

/** Where in the order something goes that follows a paragraph, or the last of its item. */
function placeFor(
  all: readonly Paragraph[],
  inItem: readonly Paragraph[],
  after: string | null,
): number {
  const at = inItem.findIndex(each => each.id === after)
  const named = inItem[at]
  if (named === undefined) {
    const last = inItem.at(-1)
    return last === undefined ? all.length : all.indexOf(last) + 1
  }
  // What came in between before, such as 3.4A, stays in front of 3.4B.
  const rest = inItem.slice(at + 1)
  const between = rest.findIndex(each => !isBetween(named.number, each.number))
  const before = rest[(between === -1 ? rest.length : between) - 1] ?? named
  return all.indexOf(before) + 1
}

const isBetween = (number: string, later: string): boolean =>
  number !== '' && later.startsWith(number) && /^[A-Z]+$/.test(later.slice(number.length))

/** What a paragraph is to say, by whoever saw it as it was in a version. */
export interface Rewording {
  readonly words: string
  readonly kind?: ParagraphKind
  readonly version: number
  readonly reason?: string
}

export type Reworded =
  | { readonly kind: 'written'; readonly paragraph: Paragraph }
  /** Somebody else wrote in the meantime: nothing was changed, and both texts are there to see. */
  | { readonly kind: 'meanwhile'; readonly now: Paragraph }

/** Changes the words of a paragraph. Its identifier and, once published, its number stay. */
export async function changeParagraph(
  trx: Trx,
  by: Changing,
  id: string,
  asked: Rewording,
): Promise<Reworded> {
  const { minutes, paragraph } = await heldParagraph(trx, by, id)
  const words = asked.words.trim()
  if (words === '')
    throw invalid([{ ...wordsMissing, message: 'Enter the words, or strike the paragraph out.' }])
  if (paragraph.version !== asked.version) return { kind: 'meanwhile', now: paragraph }
  const kind = asked.kind ?? paragraph.kind
  if (words === paragraph.words && kind === paragraph.kind) return { kind: 'written', paragraph }
  const isPublished = minutes.state !== 'being written'
  const reason = (asked.reason ?? '').trim()
  if (isPublished && reason === '') throw invalid([reasonMissing])
  const now = { ...paragraph, words, kind, version: paragraph.version + 1 }
  await updateParagraph(trx, now)
  await addChange(trx, by, paragraph.meetingId, {
    paragraphId: id,
    what: 'changed',
    before: paragraph.words,
    after: words,
    reason,
    afterPublication: isPublished,
  })
  if (!isPublished && kind !== paragraph.kind) await renumber(trx, paragraph.meetingId)
  await touch(trx, minutes)
  await note(trx, by, 'paragraph.changed', paragraphThing(id), { meeting: paragraph.meetingId })
  return { kind: 'written', paragraph: now }
}

/** Takes a paragraph out, or puts it back. Its words stay, and in published minutes its number. */
export async function strikeParagraph(
  trx: Trx,
  by: Changing,
  id: string,
  asked: { readonly struck: boolean; readonly reason: string },
): Promise<Paragraph> {
  const { minutes, paragraph } = await heldParagraph(trx, by, id)
  if (paragraph.struck === asked.struck) return paragraph
  const isPublished = minutes.state !== 'being written'
  const reason = asked.reason.trim()
  if (isPublished && reason === '') throw invalid([reasonMissing])
  const now = { ...paragraph, struck: asked.struck, version: paragraph.version + 1 }
  await updateParagraph(trx, now)
  await addChange(trx, by, paragraph.meetingId, {
    paragraphId: id,
    what: asked.struck ? 'struck' : 'restored',
    before: asked.struck ? paragraph.words : '',
    after: asked.struck ? '' : paragraph.words,
    reason,
    afterPublication: isPublished,
  })
  if (!isPublished) await renumber(trx, paragraph.meetingId)
  await touch(trx, minutes)
  const action = asked.struck ? 'paragraph.struck' : 'paragraph.restored'
  await note(trx, by, action, paragraphThing(id), { meeting: paragraph.meetingId })
  return now
}

/** Moves a paragraph one place within its item, and numbers what follows anew. */
export async function moveParagraph(
  trx: Trx,
  by: Changing,
  id: string,
  way: 'up' | 'down',
): Promise<void> {
  const { minutes, paragraph } = await heldParagraph(trx, by, id)
  if (minutes.state !== 'being written')
    throw conflict(
      'These minutes are published, so their paragraphs stay in their order and keep their numbers.',
    )
  const all = await paragraphsOf(trx, paragraph.meetingId)
  const byId = new Map(all.map(each => [each.id, each]))
  const order = moved(all, id, way).flatMap(each => byId.get(each) ?? [])
  await place(trx, numbered(order, await itemsOf(trx, paragraph.meetingId)))
  await touch(trx, minutes)
  await note(trx, by, 'paragraph.moved', paragraphThing(id), { meeting: paragraph.meetingId })
}

/** A paragraph with its minutes, both held until the transaction ends. */
export async function heldParagraph(
  trx: Trx,
  by: Changing,
  id: string,
): Promise<{ readonly minutes: Minutes; readonly paragraph: Paragraph }> {
  const found = await paragraphById(trx, id)
  if (found === null) throw notFound()
  // The minutes first, as everybody does: two who write at once would wait for each other otherwise.
  const minutes = await heldMinutes(trx, by, found.meetingId)
  const paragraph = await paragraphById(trx, id, true)
  if (paragraph === null) throw notFound()
  return { minutes, paragraph }
}

/** Numbers the paragraphs of a minute that is being written anew. */
export async function renumber(trx: Trx, meetingId: string): Promise<void> {
  const all = await paragraphsOf(trx, meetingId)
  await place(trx, numbered(all, await itemsOf(trx, meetingId)))
}

async function place(trx: Trx, order: readonly Paragraph[]): Promise<void> {
  await placeParagraphs(
    trx,
    order.map(({ id, number }, at) => ({ id, number, position: at + 1 })),
  )
}

async function touch(trx: Trx, minutes: Minutes): Promise<void> {
  await updateMinutes(trx, { ...minutes, version: minutes.version + 1 })
}

export async function note(
  trx: Trx,
  { actor, at }: Pick<Changing, 'actor' | 'at'>,
  action: string,
  subject: Thing,
  detail: Readonly<Record<string, Json>> = {},
): Promise<void> {
  // The words stay in this room: the journal holds what was done, and never what was said.
  await record(trx, { actor, action, subject, detail }, at)
}
