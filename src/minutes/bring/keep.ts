import { randomUUID } from 'node:crypto'
import {
  addBody,
  addPerson,
  addSeat,
  allPeople,
  bodyById,
  fullName,
  seatsOf,
  usualAccess,
  type Votes,
} from '#bodies'
import { longDay, parseIsoDay } from '#calendar'
import { takeCommitmentStep } from '#commitments'
import { declare, noteNil } from '#declarations'
import type { Changing } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { conflict, invalid, notFound } from '#kit/http/index.ts'
import {
  addItem,
  addPaper,
  arrangeMeeting,
  attendanceOf,
  changeMeeting,
  filesFacts,
  type Item,
  itemsOf,
  type Meeting,
  meetingById,
  meetingsBetween,
  noteAttendance,
} from '#meetings'
import { addSupplementary, insertQuestion } from '#questions'
import { heldMinutes, minutesThing, note } from '../change.ts'
import { isNumbered, numbered, type Paragraph } from '../minutes.ts'
import { raisingOf } from '../raising.ts'
import { agreeMinutes } from '../publish.ts'
import { raiseFrom } from '../raise.ts'
import {
  addChange,
  endReading,
  insertParagraphs,
  minutesOf,
  paragraphsOf,
  type Reading,
  updateMinutes,
} from '../store/index.ts'
import { paragraphsFrom } from './paragraphs.ts'
import type { ProposedPerson } from './proposal.ts'
import type { Said, SaidQuestion } from './said.ts'

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

type Items = ReadonlyMap<string, Item>

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

/** The people that are known here, by the names that the document gives them. */
async function peopleFor(trx: Trx, said: Said): Promise<ReadonlyMap<string, string>> {
  const known = new Map(
    (await allPeople(trx)).flatMap(each => [
      [plainName(fullName(each)), each.id] as const,
      [plainName(each.name), each.id] as const,
    ]),
  )
  return new Map(
    said.people.flatMap(({ name }) => {
      const id = known.get(plainName(name))
      return id === undefined ? [] : [[name, id] as const]
    }),
  )
}

/** 'Cllr Ada Example MBE' and 'Councillor Ada Example' are one. */
const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^(?:councillor|cllr\.?|mr|mrs|ms|miss|dr|prof(?:essor)?|rev|sir|dame)\s+/, '')
    .replace(/\s+(?:mbe|obe|cbe|jp|dl|frsa)\b.*$/, '')
    .replaceAll(/[^\p{L}\s'-]/gu, '')
    .trim()

const votesOfSeat = (seat: ProposedPerson['seat']): Votes => {
  if (seat === 'co-optee' || seat === 'none') return 'none'
  return seat === 'statutory co-optee' ? 'education' : 'all'
}

/** Whoever an agenda names as a member has a seat from that day, unless they sit there already. */
async function keepMembers(
  trx: Trx,
  by: Changing,
  meeting: Meeting,
  said: Said,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const seated = new Set((await seatsOf(trx, meeting.bodyId)).map(each => each.personId))
  for (const { name, seat } of said.people) {
    if (seat === 'none') continue
    const known = people.get(name)
    if (known !== undefined && seated.has(known)) continue
    const personId = known ?? randomUUID()
    if (known === undefined) {
      const title = /^(?:councillor|cllr)\b/i.test(name) ? 'Councillor' : null
      const own = title === null ? name : name.replace(/^(?:councillor|cllr\.?)\s+/i, '')
      await addPerson(trx, by, {
        id: personId,
        name: own,
        title,
        userId: null,
        unnamed: false,
        contactEmail: null,
      })
    }
    await addSeat(trx, by, {
      id: randomUUID(),
      bodyId: meeting.bodyId,
      personId,
      post: null,
      kind: seat,
      votes: votesOfSeat(seat),
      organisation: '',
      party: '',
      ward: '',
      fromOn: meeting.heldOn,
      untilOn: null,
    })
  }
}

async function keepAttendance(
  trx: Trx,
  by: Changing,
  meeting: Meeting,
  said: Said,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const there = new Set((await attendanceOf(trx, meeting.id)).map(each => plainName(each.name)))
  for (const each of said.people) {
    if (there.has(plainName(each.name))) continue
    await noteAttendance(trx, by, {
      meetingId: meeting.id,
      personId: people.get(each.name) ?? null,
      name: each.name,
      capacity: each.capacity,
      organisation: '',
      seat: each.seat,
      votes: votesOfSeat(each.seat),
      how: each.how,
      standsInFor: each.standsInFor,
    })
  }
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

/** The kept items by the numbers that the document gives them. */
const byNumber = (items: readonly Item[], said: Said): Items =>
  new Map(
    said.items.flatMap(({ number }, nth) => {
      const item = items[nth]
      return item === undefined ? [] : [[number, item] as const]
    }),
  )

async function keepDeclarations(
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

async function keepQuestions(
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

async function keepParagraphs(
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

async function keepActions(
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
async function agreeEarlier(
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
