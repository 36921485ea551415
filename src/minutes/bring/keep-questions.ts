import { randomUUID } from 'node:crypto'
import { declare, noteNil } from '#declarations'
import type { Changing } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import type { Item, Meeting } from '#meetings'
import { addSupplementary, insertQuestion } from '#questions'
import type { Said, SaidQuestion } from './said.ts'

export type Items = ReadonlyMap<string, Item>

/** The kept items by the numbers that the document gives them. */
export const byNumber = (items: readonly Item[], said: Said): Items =>
  new Map(
    said.items.flatMap(({ number }, nth) => {
      const item = items[nth]
      return item === undefined ? [] : [[number, item] as const]
    }),
  )

export async function keepDeclarations(
  trx: Trx,
  by: Changing,
  meeting: Meeting,
  items: readonly Item[],
  said: Said,
): Promise<void> {
  const numbers = byNumber(items, said)
  for (const each of said.declarations)
    await declare(trx, by, {
      meetingId: meeting.id,
      itemId: numbers.get(each.item)?.id ?? null,
      personId: null,
      name: each.by,
      capacity: '',
      kind: each.kind,
      whose: /\b(?:his|her|their) (?:family|son|daughter|brother|sister)|family/i.test(each.words)
        ? 'family'
        : 'not said',
      words: each.words,
      sensitive: false,
      how: 'said at the meeting',
      thenDid: 'not known yet',
      dispensation: '',
      registered: null,
    })
  const isDeclared = (whip: boolean) =>
    said.declarations.some(each => (each.kind === 'party whip') === whip)
  if (said.nilInterests && !isDeclared(false)) await noteNil(trx, by, meeting.id, 'interests')
  if (said.nilWhip && !isDeclared(true)) await noteNil(trx, by, meeting.id, 'party whip')
}

export async function keepQuestions(
  trx: Trx,
  by: Changing,
  meeting: Meeting,
  items: readonly Item[],
  said: Said,
): Promise<void> {
  const numbers = byNumber(items, said)
  const counts = { public: 0, member: 0 }
  for (const each of said.questions) {
    const itemId = numbers.get(each.item)?.id ?? null
    if (each.kind === 'supplementary') {
      await addSupplementary(trx, by, {
        meetingId: meeting.id,
        asker: each.asker,
        follows: [],
        itemId,
        packPage: each.packPage,
        parts: partsIn(each),
      })
      continue
    }
    counts[each.category] += 1
    await insertQuestion(trx, by.authority, {
      id: randomUUID(),
      meetingId: meeting.id,
      category: each.category,
      number: counts[each.category],
      asker: each.asker,
      capacity: '',
      email: '',
      subject: each.subject,
      words: each.words,
      itemId,
      packPage: each.packPage,
      respondent: each.respondent,
      how: 'form',
      receivedAt: by.at,
      noticeWords: 'Read from the minutes: when it came is not known here.',
      late: false,
      state: 'accepted',
      stateWords: '',
      answer: each.answer === '' ? null : each.answer,
      answeredBy: each.answer === '' ? '' : each.respondent,
      onBehalfOf: each.onBehalfOf,
      approvedBy: null,
      approvedAt: null,
      publishedAt: null,
      version: 1,
    })
  }
}

function partsIn(each: SaidQuestion) {
  const part = (words: string, answer: string, later: boolean) => ({
    words,
    respondent: each.respondent,
    onBehalfOf: each.onBehalfOf,
    answer,
    // Who answered in the room owes what was promised for later.
    owner: later ? each.respondent : '',
    dueOn: null,
  })
  const first = part(each.words, each.answer, each.later)
  return each.second === '' ? [first] : [first, part(each.second, each.secondAnswer, false)]
}
