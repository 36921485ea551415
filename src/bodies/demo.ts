import { createHash, randomUUID } from 'node:crypto'
import { exampleConstitution, parseIsoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import type { Seat } from './body.ts'
import {
  addBody,
  addHolder,
  addPerson,
  addPortfolio,
  addPost,
  addSeat,
  type KeepingBodies,
  noteConstitution,
} from './change.ts'
import { demoBodies } from './demo-bodies.ts'
import {
  demoCouncillors,
  demoPeople,
  demoPortfolios,
  demoPosts,
  type DemoSeat,
} from './demo-people.ts'

/**
 * An identifier that a thing of the demonstration has each time it is made, so that other rooms can
 * name it: of a body by its key in demo-bodies.ts, of people and posts by theirs in demo-people.ts.
 */
export function demoBodiesId(kind: 'body' | 'person' | 'post', key: string): string {
  const hash = createHash('sha256').update(`demonstration ${kind} ${key}`).digest('hex')
  // Version 8 of RFC 9562: made by our own rule.
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

const day = (iso: string): number => parseIsoDay(iso) ?? 0
const maybe = (iso: string | null | undefined): number | null =>
  iso === null || iso === undefined ? null : day(iso)

/** Fills the demonstration's bodies, people, posts and constitution. Everybody in it is invented. */
export async function fillDemoBodies(trx: Trx, authority: string, at: Date): Promise<void> {
  const by = { authority, actor: 'demonstration', actorName: 'Demonstration', at }
  for (const [key, [title, name, unnamed]] of Object.entries(demoPeople)) {
    const id = demoBodiesId('person', key)
    const person = { id, name, title, userId: null, contactEmail: null, unnamed: unnamed === true }
    await addPerson(trx, by, person)
  }
  await fillPosts(trx, by)
  for (const { key, from, until, succeeds, seats, ...body } of demoBodies) {
    const id = demoBodiesId('body', key)
    await addBody(trx, by, {
      ...body,
      id,
      quorum: body.quorum ?? null,
      numbering: body.numbering ?? 'each meeting',
      venue:
        body.access === 'none' ? 'Committee room 2, Quill House' : 'Council chamber, Quill House',
      clerk: {
        post: 'Democratic services officer',
        name: 'Wren Foolscap',
        phone: '01632 960 001',
        email: 'democratic.services@quillshire.example',
      },
      startedOn: day(from),
      endedOn: maybe(until),
      succeeds: succeeds === undefined ? null : demoBodiesId('body', succeeds),
      listed: body.listed ?? true,
    })
    for (const seat of seats) await addSeat(trx, by, seatOf(id, seat))
  }
  await noteConstitution(trx, by, { id: randomUUID(), ...constitution }, day('2021-05-18'))
}

async function fillPosts(trx: Trx, by: KeepingBodies): Promise<void> {
  for (const { key, title, statutory, held } of demoPosts) {
    const postId = demoBodiesId('post', key)
    await addPost(trx, by, { id: postId, title, statutory: statutory ?? null })
    for (const [person, from, until, interim] of held)
      await addHolder(trx, by, {
        postId,
        personId: demoBodiesId('person', person),
        fromOn: day(from),
        untilOn: maybe(until),
        interim: interim === true,
      })
  }
  for (const [person, title, from, until] of demoPortfolios)
    await addPortfolio(trx, by, {
      id: randomUUID(),
      personId: demoBodiesId('person', person),
      title,
      fromOn: day(from),
      untilOn: maybe(until),
    })
}

function seatOf(bodyId: string, seat: DemoSeat): Seat {
  const own = demoCouncillors.find(([who]) => who === seat.who)
  return {
    id: randomUUID(),
    bodyId,
    personId: seat.who === undefined ? null : demoBodiesId('person', seat.who),
    post: seat.post ?? null,
    kind: seat.kind ?? 'member',
    votes: seat.votes ?? 'all',
    organisation: seat.organisation ?? '',
    party: own?.[1] ?? '',
    ward: own?.[2] ?? '',
    fromOn: day(seat.from),
    untilOn: maybe(seat.until),
  }
}

const part4 = (paragraph: string) => ({ paragraph: `part 4, ${paragraph}` })

/** The constitution of a county that does not exist: the example’s rules under paragraphs of its own. */
const constitution = {
  fromOn: day('2021-05-18'),
  constitution: {
    ...exampleConstitution,
    document: 'Constitution of Quillshire County Council',
    readOn: '18 May 2021',
    isExample: false,
    memberQuestion: { ...days('clear-working-day', 4, '10:00'), ...part4('rule 8') },
    publicQuestion: { ...days('clear-working-day', 4, '10:00'), ...part4('rule 9') },
    publicQuestionNotOnAgenda: { ...days('clear-working-day', 6, '10:00'), ...part4('rule 9') },
    decisionNotice: { ...days('working-day-2007', 2), ...part4('rule 16') },
    callIn: { ...days('clear-working-day', 5), ...part4('rule 17') },
    callInHearing: { ...days('working-day-2007', 10), ...part4('rule 17') },
    questionTime: { minutes: 30, at: ['council', 'cabinet', 'scrutiny'], ...part4('rule 10') },
    supplementaries: { each: 1, withConsentOfChair: true, ...part4('rule 10') },
    callInBy: {
      members: 3,
      chairAlone: true,
      others: 'Co-opted members with a vote, on education matters',
      ...part4('rule 17'),
    },
    quorum: { oneIn: 4, least: 3, ...part4('rule 6') },
    substitutes: { sameParty: true, hours: 24, ...part4('rule 4') },
    numbering: { minutes: 'each meeting' as const, ...part4('rule 20') },
    specialUrgency: {
      who: 'The chair of the scrutiny committee whose matter it is',
      ...part4('rule 16'),
    },
  },
}

function days(
  unit: 'clear-working-day' | 'working-day-2007',
  length: number,
  at?: string,
): { readonly period: { unit: typeof unit; length: number }; readonly at?: string } {
  return { period: { unit, length }, ...(at !== undefined && { at }) }
}
