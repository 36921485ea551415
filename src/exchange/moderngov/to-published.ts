import type { Day } from '#calendar'
import { localTimeOf } from '../local-time.ts'
import type {
  Attendance,
  MeetingState,
  OpenItem,
  PaperKind,
  PublishedBody,
  PublishedItem,
  PublishedMeeting,
  PublishedPaper,
  PublishedPerson,
} from '../published.ts'
import type {
  MgAttendee,
  MgCommittees,
  MgCouncillorsByWard,
  MgDocument,
  MgItem,
  MgMeeting,
} from './shapes.ts'

/**
 * What another council's service answers, in our own words. Ids are theirs. What they mark as
 * restricted or not to be shown is left out, even where the service has sent it all the same. Times
 * of publication are not in the answers: everything is dated to when it was read.
 */

export function bodiesFromModernGov(answer: MgCommittees, readAt: Date): readonly PublishedBody[] {
  return answer.committees
    .filter(each => each.isDeleted !== true && each.id !== '')
    .map(each => ({
      id: each.id,
      name: line(each.title),
      kind: each.category ?? '',
      startsOn: null,
      endsOn: null,
      url: null,
      members: [],
      createdAt: readAt,
      modifiedAt: readAt,
    }))
}

export function peopleFromModernGov(
  answer: MgCouncillorsByWard,
  readAt: Date,
): readonly PublishedPerson[] {
  const people = answer.wards.flatMap(ward =>
    ward.councillors.map(each => ({
      id: each.id,
      name: line(each.name),
      party: each.party,
      ward: ward.title ?? each.ward,
      email: each.workAddress?.email ?? null,
      url: null,
      roles: (each.keyPosts ?? '')
        .split(/[,;\n]/)
        .map(title => title.trim())
        .filter(title => title !== '')
        .map(title => ({ title, startsOn: null, endsOn: null })),
      createdAt: readAt,
      modifiedAt: readAt,
    })),
  )
  return [...new Map(people.map(each => [each.id, each])).values()]
}

/**
 * A meeting, or null where the service says that it may not be shown or gives no day for it. Its
 * body is asked for because the answer does not name it by its number.
 */
export function meetingFromModernGov(
  answer: MgMeeting,
  given: { readonly body: string; readonly today: Day; readonly readAt: Date },
): PublishedMeeting | null {
  if (answer.isDisplayAllowed === false || answer.day === null) return null
  const on = (time: string | null) => (time === null ? null : { day: answer.day ?? 0, time })
  return {
    id: answer.id,
    body: given.body,
    title: null,
    state: stateOf(answer, given.today),
    mode: null,
    starts: { day: answer.day, time: answer.time },
    ends: on(answer.plannedFinish),
    startedActually: on(answer.startedAt),
    endedActually: on(answer.finishedAt),
    venue:
      answer.location === null
        ? null
        : {
            id: answer.location,
            name: answer.location,
            room: answer.room,
            address: null,
            postcode: null,
          },
    isWebcast: answer.isWebcast ?? false,
    revision: 0,
    url: null,
    attendance: answer.attendees.map(attendanceFrom),
    items: answer.items
      .filter(item => item.isDisplayAllowed !== false)
      .map(item => itemFrom(item, given.readAt)),
    papers: papersFrom(answer.documents, given.readAt),
    createdAt: given.readAt,
    modifiedAt: given.readAt,
  }
}

function stateOf({ status, day }: MgMeeting, today: Day): MeetingState {
  const said = (status ?? '').toLowerCase()
  if (said.includes('cancel') || said.includes('abandon')) return 'cancelled'
  if (said.includes('postpone') || said.includes('deferred')) return 'postponed'
  if (said.includes('provisional') || said.includes('proposed')) return 'provisional'
  return day !== null && day < today ? 'held' : 'scheduled'
}

function itemFrom(item: MgItem, readAt: Date): PublishedItem {
  const id = item.id
  const number = (item.displayNumber ?? '').replace(/\.$/, '') || null
  const title = line(item.title)
  if (item.isRestricted === true) {
    const words = item.documents.find(each => each.restrictions !== null)?.restrictions ?? null
    return { id, number, title, exempt: { paragraph: paragraphIn(words), words: words ?? '' } }
  }
  const open: OpenItem = {
    id,
    number,
    title,
    exempt: null,
    kind: null,
    text: item.text,
    presenter: /present/i.test(item.commentLabel1 ?? '') ? item.comment1 : null,
    minutes: item.isMinutePublished === false ? null : item.minutes,
    resolution: item.isDecisionPublished === false ? null : (item.decision?.text ?? null),
    papers: papersFrom(item.documents, readAt),
  }
  return open
}

const line = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim()

/** "Paragraph 3", "paras 1 & 2", "12A.3". */
function paragraphIn(words: string | null): string | null {
  return /\bpara(?:graph)?s?\.?\s*([\d, &and]*\d)/i.exec(words ?? '')?.[1] ?? null
}

function papersFrom(documents: readonly MgDocument[], readAt: Date): readonly PublishedPaper[] {
  return documents.flatMap(each => {
    if (each.isRestricted === true || each.url === null) return []
    const title = line(each.title)
    return [
      {
        id: each.id,
        title,
        kind: kindOf(each),
        reference: null,
        publishedOn: each.publishedOn ?? localTimeOf(readAt).day,
        pages: null,
        url: null,
        file: {
          url: each.url,
          name: title,
          // It converts all documents, and says nothing of those that are elsewhere.
          mediaType: each.isUrl === true ? 'application/octet-stream' : 'application/pdf',
          bytes: null,
          sha256: null,
          sha512: null,
        },
        createdAt: readAt,
        modifiedAt: readAt,
      },
    ]
  })
}

function kindOf({ title, isDecisionAttachment }: MgDocument): PaperKind {
  const named = (title ?? '').toLowerCase()
  if (isDecisionAttachment === true || named.startsWith('decision')) return 'decision'
  if (named.includes('agenda reports pack') || named.includes('reports pack')) return 'pack'
  if (named.startsWith('agenda') || named.includes('agenda frontsheet')) return 'agenda'
  if (named.includes('minutes')) return 'minutes'
  if (named.includes('supplement')) return 'supplement'
  return 'report'
}

function attendanceFrom(each: MgAttendee): Attendance {
  const said = (each.attendance ?? '').toLowerCase()
  const presence = said.startsWith('expected')
    ? 'expected'
    : said.startsWith('present') || said.startsWith('in attendance')
      ? 'present'
      : said.startsWith('apolog')
        ? 'apologies'
        : said.startsWith('absent')
          ? 'absent'
          : 'expected'
  return { person: each.id, name: line(each.name), role: each.role, presence }
}
