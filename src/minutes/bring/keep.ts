import { randomUUID } from 'node:crypto'
import { addBody, bodyById, usualAccess } from '#bodies'
import { longDay } from '#calendar'
import type { Changing } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { conflict, invalid, notFound } from '#kit/http/index.ts'
import {
  addItem,
  addPaper,
  arrangeMeeting,
  changeMeeting,
  filesFacts,
  type Item,
  itemsOf,
  type Meeting,
  meetingById,
  meetingsBetween,
} from '#meetings'
import { minutesThing, note } from '../change.ts'
import { endReading, minutesOf, paragraphsOf, type Reading } from '../store/index.ts'
import { agreeEarlier, keepActions, keepParagraphs } from './keep-paragraphs.ts'
import { keepAttendance, keepMembers, peopleFor } from './keep-people.ts'
import { keepDeclarations, keepQuestions } from './keep-questions.ts'
import type { Said } from './said.ts'

/**
 * Writes a document down as somebody confirmed it: meeting, items, who was there, declarations,
 * questions, minutes and actions, or nothing at all.
 * @param earlierOn the day of the meeting whose minutes this one agreed; null where it says of none
 * @returns the meeting
 */
export async function keepBrought(
  trx: Trx,
  by: Changing,
  reading: Reading,
  said: Said,
  earlierOn: string | null,
): Promise<Meeting> {
  if (reading.meetingId !== null)
    throw conflict('This document has been confirmed already. Open the meeting that it became.')
  const bodyId = await bodyFor(trx, by, said)
  const meeting = await meetingFor(trx, by, bodyId, reading, said)
  const people = await peopleFor(trx, said)
  if (said.asMembers) await keepMembers(trx, by, meeting, said, people)
  if (said.kind === 'minutes') await keepAttendance(trx, by, meeting, said, people)
  const items = await keepItems(trx, by, meeting, said)
  await keepOriginal(trx, by, meeting, items, reading, said)
  await keepDeclarations(trx, by, meeting, items, said)
  await keepQuestions(trx, by, meeting, items, said)
  if (said.kind === 'minutes') {
    const paragraphs = await keepParagraphs(trx, by, meeting, items, reading, said)
    await keepActions(trx, by, paragraphs, items, said)
    await agreeEarlier(trx, by, meeting, earlierOn)
  }
  await endReading(trx, reading.id, meeting.id)
  await note(trx, by, 'minutes.brought', minutesThing(meeting.id), { kind: said.kind })
  return meeting
}

async function bodyFor(trx: Trx, by: Changing, said: Said): Promise<string> {
  if (said.bodyId !== null) {
    if ((await bodyById(trx, said.bodyId)) === null)
      throw invalid([{ field: 'bodyId', message: 'Choose the body that met.' }])
    return said.bodyId
  }
  const id = randomUUID()
  const access = usualAccess[said.bodyKind]
  await addBody(trx, by, {
    id,
    name: said.bodyName,
    kind: said.bodyKind,
    access,
    about: '',
    quorum: null,
    numbering: 'each meeting',
    venue: said.venue,
    clerk: { post: '', name: '', phone: '', email: '' },
    startedOn: null,
    endedOn: null,
    succeeds: null,
    listed: access !== 'none',
  })
  return id
}

async function meetingFor(
  trx: Trx,
  by: Changing,
  bodyId: string,
  reading: Reading,
  said: Said,
): Promise<Meeting> {
  if (said.meetingId === null) {
    const same = (await meetingsBetween(trx, said.heldOn, said.heldOn, bodyId)).find(
      each => each.state !== 'cancelled' && each.title === said.title,
    )
    if (same !== undefined)
      throw invalid([
        {
          field: 'meetingId',
          message: `This body has a meeting on ${longDay(said.heldOn)} already: choose it, or give this one a title of its own.`,
        },
      ])
    return arrangeMeeting(trx, by, {
      bodyId,
      heldOn: said.heldOn,
      startsAt: said.startsAt,
      title: said.title,
      venue: said.venue,
      concludedAt: said.concludedAt,
      state: said.heldOn <= by.today ? 'held' : 'confirmed',
      importedFrom: reading.name,
    })
  }
  const held = await meetingById(trx, said.meetingId)
  if (held === null || held.bodyId !== bodyId)
    throw invalid([{ field: 'meetingId', message: 'Choose a meeting of this body.' }])
  const kept = await minutesOf(trx, held.id)
  if (said.kind === 'minutes' && kept !== null && (await paragraphsOf(trx, held.id)).length > 0)
    throw invalid([
      {
        field: 'meetingId',
        message: 'This meeting has minutes already. Correct them there: nothing was changed.',
      },
    ])
  const fields = {
    ...(held.concludedAt === null &&
      said.concludedAt !== null && { concludedAt: said.concludedAt }),
    ...(held.venue === '' && said.venue !== '' && { venue: said.venue }),
    ...(said.kind === 'minutes' && held.state !== 'held' && { state: 'held' as const }),
  }
  return Object.keys(fields).length === 0 ? held : changeMeeting(trx, by, held.id, fields)
}

/** The items of the document, each with the item of the meeting that it is or became. */
async function keepItems(
  trx: Trx,
  by: Changing,
  meeting: Meeting,
  said: Said,
): Promise<readonly Item[]> {
  const held = await itemsOf(trx, meeting.id)
  const plain = (words: string) =>
    words
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  const kept: Item[] = []
  for (const [nth, item] of said.items.entries()) {
    const same = held.find(
      each =>
        !kept.some(({ id }) => id === each.id) &&
        (plain(each.title) === plain(item.title) ||
          (said.kind !== 'report' && item.number !== '' && each.number === item.number)),
    )
    kept.push(
      same ??
        (await addItem(trx, by, {
          meetingId: meeting.id,
          number: item.number === '' ? String(nth + 1) : item.number,
          title: item.title,
          kind: item.kind,
          presenter: item.presenter,
          // Of minutes the words are their paragraphs; of others what the meeting is asked to do.
          words: said.kind === 'minutes' ? '' : item.words.slice(0, 20_000),
          publishedAt: said.kind === 'minutes' ? by.at : null,
        })),
    )
  }
  return kept
}

const paperKinds = { minutes: 'minutes', agenda: 'other', report: 'report' } as const

/** The document as it came, beside what it became. */
async function keepOriginal(
  trx: Trx,
  by: Changing,
  meeting: Meeting,
  items: readonly Item[],
  reading: Reading,
  said: Said,
): Promise<void> {
  if ((await filesFacts(trx, [reading.fileSha])).size === 0) throw notFound()
  await addPaper(trx, by, {
    meetingId: meeting.id,
    itemId: said.kind === 'report' ? (items[0]?.id ?? null) : null,
    kind: paperKinds[said.kind],
    title: said.kind === 'report' ? (items[0]?.title ?? reading.name) : reading.name,
    fileSha: reading.fileSha,
  })
}
