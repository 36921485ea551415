import type { Person } from '#bodies'
import type { Day } from '#calendar'
import { declarationsOf, declarationWords, nilReturnsOf } from '#declarations'
import {
  type Attendance as PublishedAttendance,
  type LocalTime,
  localTimeOf,
  type MeetingMode,
  type OpenItem,
  type PublishedItem,
  type PublishedMeeting as NeutralMeeting,
  type PublishedPaper as NeutralPaper,
  type Venue,
  type Words,
  wordsFromText,
} from '#exchange'
import type { Trx } from '#kit/db/index.ts'
import {
  type Attendance,
  attendanceOf,
  exemptParagraphs,
  type How,
  type Meeting,
  meetingById,
  meetingsBetween,
  type Mode,
  type PublishedMeeting,
  publishedMeetingsOf,
  type ShownPaper,
} from '#meetings'
import { type Paragraph, type PublishedMinutes, publishedMinutesOf } from '#minutes'
import { LONG_AGO, type PublicSeats, publicName } from './gather-bodies.ts'
import {
  publicMeetingPath,
  publicMinutesFile,
  publicMinutesPath,
  publicPackPath,
  publicPaperPath,
} from './paths.ts'
import type { PublicMeeting } from './record.ts'

export interface PublicMeetings {
  readonly neutral: readonly NeutralMeeting[]
  readonly details: ReadonlyMap<string, PublicMeeting>
}

const EVER = 200_000

/** The meetings that anybody may know of, or one of them. */
export async function gatherMeetings(
  trx: Trx,
  { listed, persons, people }: Pick<PublicSeats, 'listed' | 'persons' | 'people'>,
  only: string | null,
): Promise<PublicMeetings> {
  const found =
    only === null
      ? await meetingsBetween(trx, -EVER, EVER)
      : [await meetingById(trx, only)].flatMap(each => each ?? [])
  const announced = await publishedMeetingsOf(trx, found, listed)
  const allMinutes = new Map(
    [
      ...(await publishedMinutesOf(
        trx,
        announced.map(({ meeting }) => meeting),
      )),
    ].map(([id, minutes]) => [id, withoutDraftItems(minutes)]),
  )
  const open = announced.filter(each => hasPublished(each, allMinutes.has(each.meeting.id)))
  const minuted = open.map(({ meeting }) => meeting.id).filter(id => allMinutes.has(id))
  const attendance = Map.groupBy(await attendanceOf(trx, ...minuted), each => each.meetingId)
  const declared = Map.groupBy(await declarationsOf(trx, ...minuted), each => each.meetingId)
  const known = new Set(people.map(({ id }) => id))
  const details = new Map<string, PublicMeeting>()
  const neutral: NeutralMeeting[] = []
  for (const shown of open) {
    const { id } = shown.meeting
    const minutes = allMinutes.get(id) ?? null
    const declarations =
      minutes === null
        ? []
        : declarationWords(declared.get(id) ?? [], await nilReturnsOf(trx, id), itemId =>
            numberOf(shown, itemId),
          )
    details.set(id, { shown, minutes, declarations })
    neutral.push(
      meetingOf(
        shown,
        minutes,
        (attendance.get(id) ?? []).map(each => attendanceIn(each, persons, known)),
      ),
    )
  }
  return { neutral, details }
}

/** Of an item that was never on a published agenda nothing is said where the minutes say nothing. */
const withoutDraftItems = (minutes: PublishedMinutes): PublishedMinutes => ({
  ...minutes,
  items: minutes.items.filter(
    ({ item, paragraphs }) => item === null || item.publishedAt !== null || paragraphs.length > 0,
  ),
})

/** Items that are in the minutes and on no agenda that was published, such as those of old minutes. */
function minutedItems(shown: PublishedMeeting, minutes: PublishedMinutes | null): readonly Entry[] {
  const listed = new Set(shown.agenda.entries.map(({ item }) => item.id))
  return (minutes?.items ?? []).flatMap(({ item }) =>
    item === null || listed.has(item.id) || item.exempt !== null ? [] : [{ item, papers: [] }],
  )
}

/** A body that no law opens shows of its meetings only those of which it has published something. */
function hasPublished({ meeting, body }: PublishedMeeting, hasMinutes: boolean): boolean {
  if (body.access !== 'none') return true
  return hasMinutes || meeting.agendaPublishedAt !== null || meeting.noticePublishedAt !== null
}

const numberOf = ({ agenda }: PublishedMeeting, itemId: string | null): string | null =>
  agenda.entries.find(({ item }) => item.id === itemId)?.item.number || null

const modes: Readonly<Record<Mode, MeetingMode>> = {
  'in person': 'in-person',
  hybrid: 'hybrid',
  virtual: 'remote',
}

function meetingOf(
  shown: PublishedMeeting,
  minutes: PublishedMinutes | null,
  attendance: readonly PublishedAttendance[],
): NeutralMeeting {
  const { meeting, agenda } = shown
  const at = (time: string | null): LocalTime | null =>
    time === null ? null : { day: meeting.heldOn, time }
  const papers = [
    ...agenda.packs.map(pack =>
      fileOf({
        id: pack.id,
        title: pack.title,
        kind: pack.nth === 0 ? 'pack' : 'supplement',
        publishedAt: pack.publishedAt,
        pages:
          pack.lastPage < pack.firstPage ? null : { first: pack.firstPage, last: pack.lastPage },
        url: null,
        file: publicPackPath(meeting.id, pack.nth),
      }),
    ),
    ...agenda.loose.flatMap(each => paperOf(meeting, each)),
    ...minutesPaper(meeting, minutes),
  ]
  const times = [
    meeting.noticePublishedAt,
    meeting.agendaPublishedAt,
    ...agenda.packs.map(pack => pack.publishedAt),
    minutes?.minutes.publishedAt ?? null,
    ...(minutes?.corrections.map(each => each.at) ?? []),
    ...shown.changes.map(each => each.changedAt),
  ].flatMap(each => each?.getTime() ?? [])
  return {
    id: meeting.id,
    body: meeting.bodyId,
    title: meeting.title === '' ? null : meeting.title,
    state: meeting.state === 'confirmed' ? 'scheduled' : meeting.state,
    mode: modes[meeting.mode],
    starts: { day: meeting.heldOn, time: meeting.startsAt },
    ends: at(meeting.endsAt),
    startedActually: minutes === null ? null : at(meeting.beganAt),
    endedActually: minutes === null ? null : at(meeting.concludedAt),
    venue: venueOf(meeting.venue),
    isWebcast: false,
    revision: meeting.sequence,
    url: publicMeetingPath(meeting.id),
    attendance,
    items: [...agenda.entries, ...minutedItems(shown, minutes)].map(entry =>
      itemOf(meeting, entry, minutes),
    ),
    papers,
    createdAt: times.length === 0 ? LONG_AGO : new Date(Math.min(...times)),
    modifiedAt: times.length === 0 ? LONG_AGO : new Date(Math.max(...times)),
  }
}

const venueOf = (name: string): Venue | null =>
  name === '' ? null : { id: name.toLowerCase(), name, room: null, address: null, postcode: null }

type Entry = PublishedMeeting['agenda']['entries'][number]

function itemOf(
  meeting: Meeting,
  { item, papers }: Entry,
  minutes: PublishedMinutes | null,
): PublishedItem {
  const number = item.number === '' ? null : item.number
  if (item.exempt !== null) {
    const { paragraph, words, confidential } = item.exempt
    const category =
      Object.entries(exemptParagraphs).find(([key]) => key === String(paragraph))?.[1] ?? ''
    const secret = confidential ? 'Confidential information.' : ''
    return {
      id: item.id,
      number,
      title: item.title,
      exempt: {
        paragraph: paragraph === null ? null : String(paragraph),
        words: [category, secret, words].filter(part => part !== '').join(' '),
      },
    }
  }
  const said = minutes?.items.find(each => each.item?.id === item.id)?.paragraphs ?? []
  const standing = said.filter(each => !each.struck)
  const resolved = standing.filter(each => each.kind === 'resolution')
  const open: OpenItem = {
    id: item.id,
    number,
    title: item.title,
    exempt: null,
    kind: null,
    text: item.words === '' ? null : wordsFromText(item.words),
    presenter: item.presenter === '' ? null : item.presenter,
    minutes: standing.length === 0 ? null : wordsOfParagraphs(standing),
    resolution: resolved.length === 0 ? null : resolved.map(each => each.words).join('\n'),
    papers: papers.flatMap(each => paperOf(meeting, each)),
  }
  return open
}

const wordsOfParagraphs = (paragraphs: readonly Paragraph[]): Words =>
  wordsFromText(paragraphs.map(({ number, words }) => `${number} ${words}`.trim()).join('\n\n'))

/** Papers that may be read: what was withdrawn or is kept back is in no feed. */
function paperOf(meeting: Meeting, { paper, title, isOpen, file }: ShownPaper): NeutralPaper[] {
  if (!isOpen || paper.publishedAt === null) return []
  const range = paper.pages
  const first = Number(/^\d+/.exec(range?.first ?? '')?.[0] ?? Number.NaN)
  const last = Number(/^\d+/.exec(range?.last ?? '')?.[0] ?? Number.NaN)
  const made = fileOf({
    id: paper.id,
    title,
    kind: paper.kind === 'minutes' ? 'minutes' : paper.kind === 'report' ? 'report' : 'other',
    publishedAt: paper.publishedAt,
    pages: Number.isNaN(first) || Number.isNaN(last) ? null : { first, last },
    url: publicPaperPath(meeting.id, paper.id),
    file: `${publicPaperPath(meeting.id, paper.id)}/file`,
  })
  if (file === null) return [made]
  const type = typeOfFile(file.mediaType)
  return [
    {
      ...made,
      file: {
        ...made.file,
        name: file.name,
        mediaType: type,
        bytes: file.size,
        sha256: file.sha256,
      },
    },
  ]
}

/** What somebody brought as a page is handed over as a file: it never opens as one of ours. */
export const typeOfFile = (mediaType: string): string =>
  /html|xml|svg/i.test(mediaType) ? 'application/octet-stream' : mediaType

function minutesPaper(meeting: Meeting, minutes: PublishedMinutes | null): NeutralPaper[] {
  const publishedAt = minutes?.minutes.publishedAt ?? null
  if (minutes === null || publishedAt === null) return []
  const made = fileOf({
    // Of the meeting, which has minutes once: an id of their own is not kept.
    id: `minutes-${meeting.id}`,
    title: minutes.banner === null ? 'Minutes' : 'Draft minutes',
    kind: 'minutes',
    publishedAt,
    pages: null,
    url: publicMinutesPath(meeting.id),
    file: publicMinutesFile(meeting.id),
  })
  const changed = minutes.corrections.map(each => each.at.getTime())
  return [{ ...made, modifiedAt: new Date(Math.max(publishedAt.getTime(), ...changed)) }]
}

function fileOf(
  given: Pick<NeutralPaper, 'id' | 'title' | 'kind' | 'pages' | 'url'> & {
    readonly publishedAt: Date
    readonly file: string
  },
): NeutralPaper {
  const { publishedAt, file, ...paper } = given
  const publishedOn: Day = localTimeOf(publishedAt).day
  return {
    ...paper,
    reference: null,
    publishedOn,
    file: {
      url: file,
      name: `${paper.title}.pdf`,
      mediaType: 'application/pdf',
      bytes: null,
      sha256: null,
      sha512: null,
    },
    createdAt: publishedAt,
    modifiedAt: publishedAt,
  }
}

const presences: Readonly<Record<How, PublishedAttendance['presence']>> = {
  present: 'present',
  virtual: 'present',
  substitute: 'present',
  'in attendance': 'present',
  apologies: 'apologies',
  absent: 'absent',
}

function attendanceIn(
  each: Attendance,
  persons: readonly Person[],
  known: ReadonlySet<string>,
): PublishedAttendance {
  const person = persons.find(({ id }) => id === each.personId)
  return {
    person: each.personId !== null && known.has(each.personId) ? each.personId : null,
    name: person?.unnamed === true ? publicName(person) : each.name,
    role: [each.capacity, each.organisation].filter(part => part !== '').join(', ') || null,
    presence: presences[each.how],
  }
}
