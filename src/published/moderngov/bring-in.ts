import { randomUUID } from 'node:crypto'
import {
  addBody,
  addPerson,
  allBodies,
  allPeople,
  type BodyKind,
  fullName,
  sameWords,
  usualAccess,
} from '#bodies'
import { parseIsoDay } from '#calendar'
import type { Changing } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { addItem, addPaper, arrangeMeeting, type How, noteAttendance } from '#meetings'
import { addParagraph } from '#minutes'
import { noteSource, type SourceKind, sourcesOf } from '../store/index.ts'
import type { Found, FoundMeeting, FoundPaper } from './found.ts'

/** How much came in, and how much was there from before. */
export interface BroughtIn {
  readonly bodies: number
  readonly people: number
  readonly meetings: number
  readonly before: number
}

/**
 * Writes down what was found, each thing once: what came in before stays as it is now. Nothing of it
 * is published, and no body that is new is named on the public page, until somebody says so.
 */
export async function bringIn(
  trx: Trx,
  by: Changing,
  source: string,
  found: Found,
): Promise<BroughtIn> {
  const done = { bodies: 0, people: 0, meetings: 0, before: 0 }
  const link = (kind: SourceKind, theirId: string, ourId: string) =>
    noteSource(trx, by.authority, { source, kind, theirId, ourId, at: by.at })
  const bodies = new Map(await sourcesOf(trx, source, 'body'))
  const ours = await allBodies(trx)
  for (const { id, name } of found.bodies) {
    if (bodies.has(id)) {
      done.before += 1
      continue
    }
    const known = ours.find(each => sameWords(each.name, name))?.id
    const ourId = known ?? (await newBody(trx, by, name))
    if (known === undefined) done.bodies += 1
    bodies.set(id, ourId)
    await link('body', id, ourId)
  }
  const people = await sourcesOf(trx, source, 'person')
  const persons = await allPeople(trx)
  for (const { id, name } of found.people) {
    if (people.has(id)) {
      done.before += 1
      continue
    }
    const known = persons.find(
      each => !each.unnamed && (sameWords(fullName(each), name) || sameWords(each.name, name)),
    )?.id
    const ourId = known ?? (await newPerson(trx, by, name))
    if (known === undefined) done.people += 1
    await link('person', id, ourId)
  }
  const meetings = await sourcesOf(trx, source, 'meeting')
  for (const meeting of found.meetings) {
    const bodyId = bodies.get(meeting.body)
    if (meetings.has(meeting.id)) done.before += 1
    else if (bodyId !== undefined) {
      await link('meeting', meeting.id, await newMeeting(trx, by, source, bodyId, meeting))
      done.meetings += 1
    }
  }
  return done
}

const kinds: readonly (readonly [RegExp, BodyKind])[] = [
  [/scrutiny|select committee/i, 'scrutiny'],
  [/cabinet|executive/i, 'cabinet'],
  [/improvement board/i, 'improvement board'],
  [/corporate parent/i, 'corporate parenting board'],
  [/partnership|health and wellbeing board/i, 'partnership'],
  [/^(full |county |city |borough )*council$/i, 'council'],
]

async function newBody(trx: Trx, by: Changing, name: string): Promise<string> {
  const kind = kinds.find(([words]) => words.test(name))?.[1] ?? 'committee'
  const id = randomUUID()
  await addBody(trx, by, {
    id,
    name,
    kind,
    access: usualAccess[kind],
    about: '',
    quorum: null,
    numbering: 'each meeting',
    venue: '',
    clerk: { post: '', name: '', phone: '', email: '' },
    startedOn: null,
    endedOn: null,
    succeeds: null,
    listed: false,
  })
  return id
}

async function newPerson(trx: Trx, by: Changing, said: string): Promise<string> {
  const [, title = '', name = said] = /^(cllr\.?|councillor)\s+(.+)$/i.exec(said) ?? []
  const id = randomUUID()
  await addPerson(trx, by, {
    id,
    name,
    title: title === '' ? null : 'Councillor',
    userId: null,
    unnamed: false,
    contactEmail: null,
  })
  return id
}

async function newMeeting(
  trx: Trx,
  by: Changing,
  source: string,
  bodyId: string,
  found: FoundMeeting,
): Promise<string> {
  const meeting = await arrangeMeeting(trx, by, {
    bodyId,
    heldOn: parseIsoDay(found.day) ?? by.today,
    startsAt: found.startsAt,
    endsAt: found.endsAt,
    venue: found.venue,
    state: found.state,
    importedFrom: source,
  })
  const keep = async (papers: readonly FoundPaper[], itemId: string | null): Promise<void> => {
    for (const paper of papers)
      await addPaper(trx, by, {
        meetingId: meeting.id,
        itemId,
        kind: paper.isSupplement ? 'additional' : 'report',
        title: paper.title.slice(0, 300),
        words: whereItStands(paper),
      })
  }
  for (const { exempt, minutes, resolution, papers, ...given } of found.items) {
    const item = await addItem(trx, by, {
      meetingId: meeting.id,
      kind: 'other',
      ...given,
      exempt:
        exempt === null
          ? null
          : {
              paragraph: exempt.paragraph,
              confidential: exempt.paragraph === null,
              words: exempt.words,
              publicInterest: '',
            },
    })
    const say = (words: string, kind: 'text' | 'resolution') =>
      addParagraph(trx, by, meeting.id, { itemId: item.id, kind, words })
    for (const words of paragraphsIn(minutes)) await say(words, 'text')
    for (const words of paragraphsIn(resolution)) await say(words, 'resolution')
    await keep(papers, item.id)
  }
  await keep(found.papers, null)
  for (const { name, role, how } of found.attendance) {
    const known: How = how
    await noteAttendance(trx, by, {
      meetingId: meeting.id,
      personId: null,
      name,
      capacity: role,
      organisation: '',
      seat: 'none',
      votes: 'none',
      how: known,
      standsInFor: '',
    })
  }
  return meeting.id
}

/** A paper is not fetched from where it is; what is kept says where that was. */
const whereItStands = ({ address, addsTo }: FoundPaper): string =>
  [
    `This paper stands where it was published: ${address}`,
    ...(addsTo === '' ? [] : [`It adds to “${addsTo}”.`]),
  ].join('\n\n')

const paragraphsIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map(each => each.trim())
    .filter(each => each !== '')
