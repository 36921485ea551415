import { randomUUID } from 'node:crypto'
import { parseIsoDay } from '#calendar'
import { takeCommitmentStep } from '#commitments'
import type { Changing } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { invalid } from '#kit/http/index.ts'
import { type Item, type Meeting, meetingsBetween } from '#meetings'
import { heldMinutes } from '../change.ts'
import { isNumbered, numbered, type Paragraph } from '../minutes.ts'
import { agreeMinutes } from '../publish.ts'
import { raiseFrom } from '../raise.ts'
import { raisingOf } from '../raising.ts'
import {
  addChange,
  insertParagraphs,
  minutesOf,
  type Reading,
  updateMinutes,
} from '../store/index.ts'
import { byNumber } from './keep-questions.ts'
import { paragraphsFrom } from './paragraphs.ts'
import type { Said } from './said.ts'

export async function keepParagraphs(
  trx: Trx,
  by: Changing,
  meeting: Meeting,
  items: readonly Item[],
  reading: Reading,
  said: Said,
): Promise<readonly Paragraph[]> {
  const minutes = await heldMinutes(trx, by, meeting.id)
  const front = paragraphsFrom(said.front).map(each => ({ ...each, item: null, printed: false }))
  const inItems = said.items.flatMap((item, nth) => {
    const paragraphs = paragraphsFrom(item.words)
    const printed = paragraphs.some(each => each.number !== null)
    return paragraphs.map(each => ({ ...each, item: items[nth] ?? null, printed }))
  })
  const all = [...front, ...inItems]
  if (all.length === 0)
    throw invalid([{ field: 'front', message: 'These minutes have no paragraph to keep.' }])
  const plain = all.map(
    (each, nth): Paragraph => ({
      id: randomUUID(),
      meetingId: meeting.id,
      itemId: each.item?.id ?? null,
      position: nth + 1,
      number: '',
      kind: each.kind,
      words: each.words,
      struck: false,
      version: 1,
    }),
  )
  const counted = numbered(plain, items)
  const paragraphs = counted.map((paragraph, nth) => {
    const given = all[nth]
    // Where an item prints numbers, those without one have none in the original either.
    const number = given?.printed === true ? (given.number ?? '') : paragraph.number
    return { ...paragraph, number: isNumbered(paragraph.kind) ? number : '' }
  })
  await insertParagraphs(trx, by, paragraphs)
  for (const { id, words } of paragraphs)
    await addChange(trx, by, meeting.id, {
      paragraphId: id,
      what: 'added',
      before: '',
      after: words,
      reason: `Read from ${reading.name}`,
      afterPublication: false,
    })
  await updateMinutes(trx, {
    ...minutes,
    state: said.state,
    publishedAt: by.at,
    publishedBy: by.actorName,
    agreedOn: said.state === 'agreed' ? said.agreedOn : null,
    agreedAtMeeting:
      said.state === 'agreed' && said.agreedOn !== null
        ? ((await meetingsBetween(trx, said.agreedOn, said.agreedOn, meeting.bodyId))[0]?.id ??
          null)
        : null,
    fileSha: reading.fileSha,
    version: minutes.version + 1,
  })
  return paragraphs
}

export async function keepActions(
  trx: Trx,
  by: Changing,
  paragraphs: readonly Paragraph[],
  items: readonly Item[],
  said: Said,
): Promise<void> {
  const numbers = byNumber(items, said)
  const plain = (words: string) => words.replaceAll(/\s+/g, ' ')
  for (const action of said.actions) {
    const words = plain(action.words)
    const item = numbers.get(action.item)?.id ?? null
    const own = paragraphs.filter(each => item === null || each.itemId === item)
    const origin =
      own.find(each => plain(each.words).includes(words)) ?? own.at(-1) ?? paragraphs.at(-1)
    if (origin === undefined || words === '') continue
    const { owner, due } = action
    const raising = raisingOf({ kind: 'action', words: action.words, owner, due })
    const { id } = await raiseFrom(trx, by, origin.id, raising)
    if (action.done)
      await takeCommitmentStep(trx, by, id, 'done', {
        words: 'The minutes mark it as completed.',
      })
  }
}

/** Minutes of the earlier meeting that are kept here as a draft are agreed with these. */
export async function agreeEarlier(
  trx: Trx,
  by: Changing,
  meeting: Meeting,
  earlierOn: string | null,
): Promise<void> {
  const day = parseIsoDay(earlierOn ?? '')
  if (day === null) return
  const [earlier] = await meetingsBetween(trx, day, day, meeting.bodyId)
  if (earlier === undefined || (await minutesOf(trx, earlier.id))?.state !== 'draft') return
  await agreeMinutes(trx, by, earlier.id, {
    atMeeting: meeting.id,
    on: null,
    words: '',
    signedBy: '',
  })
}
