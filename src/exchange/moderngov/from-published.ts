import type { Day } from '#calendar'
import {
  type Attendance,
  meetingName,
  type MeetingState,
  type Published,
  type PublishedItem,
  type PublishedMeeting,
  type PublishedPaper,
} from '../published.ts'
import { wordsFromText } from '../words.ts'
import type {
  MgAttendee,
  MgCommittees,
  MgCouncillorsByWard,
  MgDocument,
  MgItem,
  MgMeeting,
  MgMeetings,
} from './shapes.ts'

/** The service knows numbers; those who read it expect that a thing keeps its own. */
export type NumberOf = (
  kind: 'body' | 'person' | 'meeting' | 'item' | 'paper' | 'ward',
  id: string,
) => string

const nothing = { rest: [], restAttributes: {} } as const

/** What GetCommittees would answer. */
export function modernGovCommittees(
  { bodies }: Published,
  today: Day,
  numberOf: NumberOf,
): MgCommittees {
  const committees = bodies.map(body => ({
    id: numberOf('body', body.id),
    title: body.name,
    isDeleted: false,
    isExpired: body.endsOn !== null && body.endsOn < today,
    category: body.kind,
    ...nothing,
  }))
  return { count: committees.length, committees, ...nothing }
}

/** What GetCouncillorsByWard would answer: those who have a ward. */
export function modernGovCouncillors(
  { people }: Published,
  numberOf: NumberOf,
): MgCouncillorsByWard {
  const byWard = Map.groupBy(
    people.filter(person => person.ward !== null),
    person => person.ward ?? '',
  )
  const wards = [...byWard].map(([title, members]) => ({
    id: numberOf('ward', title),
    title,
    councillors: members.map(person => ({
      id: numberOf('person', person.id),
      name: person.name,
      photoSmall: null,
      photoBig: null,
      party: person.party,
      group: null,
      ward: null,
      representing: null,
      keyPosts: person.roles.map(role => role.title).join(', ') || null,
      workAddress: person.email === null ? null : { ...noAddress, email: person.email, ...nothing },
      homeAddress: null,
      terms: [],
      ...nothing,
    })),
    ...nothing,
  }))
  return { wards, ...nothing }
}

const noAddress = {
  line1: null,
  line2: null,
  line3: null,
  line4: null,
  postcode: null,
  phone: null,
  mobile: null,
} as const

/** What GetMeetings would answer for a body, on and between two days. */
export function modernGovMeetings(
  { bodies, meetings }: Published,
  asked: { readonly body: string | null; readonly from: Day; readonly to: Day },
  numberOf: NumberOf,
): MgMeetings {
  const committees = bodies
    .filter(body => asked.body === null || body.id === asked.body)
    .map(body => {
      const found = meetings
        .filter(each => each.body === body.id)
        .filter(({ starts }) => starts.day >= asked.from && starts.day <= asked.to)
        .map(each => ({
          id: numberOf('meeting', each.id),
          day: each.starts.day,
          status: STATUS[each.state],
          time: each.starts.time,
          location: placeOf(each),
          isWebcast: each.isWebcast,
          ...nothing,
        }))
      const id = numberOf('body', body.id)
      return { id, title: body.name, count: found.length, meetings: found, ...nothing }
    })
  return {
    meetingsCount: committees.reduce((sum, each) => sum + each.count, 0),
    committeesCount: committees.length,
    committees,
    ...nothing,
  }
}

const STATUS: Readonly<Record<MeetingState, string>> = {
  provisional: 'Provisional',
  scheduled: 'Confirmed',
  held: 'Confirmed',
  postponed: 'Postponed',
  cancelled: 'Cancelled',
}

/** What GetMeeting would answer. */
export function modernGovMeeting(
  published: Published,
  meeting: PublishedMeeting,
  numberOf: NumberOf,
): MgMeeting {
  const body = meetingName({ ...meeting, title: null }, published.bodies)
  const has = (kind: PublishedPaper['kind']): boolean =>
    meeting.papers.some(paper => paper.kind === kind)
  const open = meeting.items.filter(item => item.exempt === null)
  const document = (paper: PublishedPaper, owner: string, index: number): MgDocument =>
    documentOf(paper, { meeting, body, owner, index }, numberOf)
  return {
    id: numberOf('meeting', meeting.id),
    day: meeting.starts.day,
    status: STATUS[meeting.state],
    isDisplayAllowed: true,
    time: meeting.starts.time,
    startedAt: meeting.startedActually?.time ?? null,
    plannedFinish: meeting.ends?.time ?? null,
    finishedAt: meeting.endedActually?.time ?? null,
    location: placeOf(meeting),
    isWebcast: meeting.isWebcast,
    agendaId: numberOf('meeting', meeting.id),
    isAgendaPublished: has('agenda') || has('pack') || meeting.items.length > 0,
    isDecisionPublished: published.decisions.some(each => each.meeting === meeting.id),
    isMinutePublished: has('minutes') || open.some(item => item.minutes !== null),
    room: meeting.venue?.room ?? null,
    items: meeting.items.map((item, index) => ({
      ...itemOf(item, index, { published, meeting, body }, numberOf),
      documents:
        item.exempt === null ? item.papers.map((each, at) => document(each, item.title, at)) : [],
    })),
    documents: meeting.papers.map((paper, index) => document(paper, body, index)),
    attendees: meeting.attendance.map(each => attendeeOf(each, published, numberOf)),
    ...nothing,
  }
}

const placeOf = ({ venue }: PublishedMeeting): string | null =>
  venue === null ? null : [venue.name, venue.address, venue.postcode].filter(Boolean).join(', ')

interface Around {
  readonly published: Published
  readonly meeting: PublishedMeeting
  readonly body: string
}

function itemOf(
  item: PublishedItem,
  index: number,
  { published, meeting, body }: Around,
  numberOf: NumberOf,
): Omit<MgItem, 'documents'> {
  const open = item.exempt === null ? item : null
  const decision = published.decisions.find(each => each.item === item.id)
  const resolved = open === null ? null : (decision?.resolved ?? open.resolution)
  return {
    id: numberOf('item', item.id),
    title: item.title,
    text: open === null ? exemption(item) : open.text,
    actualMeetingOn: meeting.starts.day,
    number: index + 1,
    subNumber: null,
    displayNumber: item.number,
    author: null,
    commentLabel1: 'Presented By',
    comment1: open?.presenter ?? null,
    commentLabel2: null,
    comment2: null,
    minutes: open?.minutes ?? null,
    decision: resolved === null ? null : wordsFromText(resolved),
    declarations: null,
    isCallIn: null,
    isComment: false,
    isDecision: resolved !== null,
    isDecisionPublished: resolved !== null,
    isMinutePublished: open !== null && open.minutes !== null,
    isPublicSpeaking: null,
    isRestricted: open === null,
    isDisplayAllowed: true,
    meetingOn: meeting.starts.day,
    meetingTime: meeting.starts.time,
    minutesNumber: item.number,
    minutesSubNumber: null,
    preferredOn: meeting.starts.day,
    refersTo: body,
    ...nothing,
  }
}

/** That an item is exempt, under what, and nothing of what it says. */
function exemption({ exempt }: PublishedItem): MgItem['text'] {
  if (exempt === null) return null
  const under = exempt.paragraph === null ? '' : `Paragraph ${exempt.paragraph}: `
  return wordsFromText(`${under}${exempt.words}`)
}

function documentOf(
  paper: PublishedPaper,
  place: {
    readonly meeting: PublishedMeeting
    readonly body: string
    readonly owner: string
    readonly index: number
  },
  numberOf: NumberOf,
): MgDocument {
  return {
    id: numberOf('paper', paper.id),
    title: paper.title,
    isUrl: false,
    url: paper.file.url,
    isRestricted: false,
    restrictions: null,
    number: place.index + 1,
    publishedOn: paper.publishedOn,
    meetingOn: place.meeting.starts.day,
    decidedOn: null,
    committee: place.body,
    isDecisionAttachment: paper.kind === 'decision',
    owner: place.owner,
    ...nothing,
  }
}

const ATTENDANCE: Readonly<Record<Attendance['presence'], string>> = {
  expected: 'Expected',
  present: 'Present',
  apologies: 'Apologies',
  absent: 'Absent',
}

function attendeeOf(each: Attendance, { people }: Published, numberOf: NumberOf): MgAttendee {
  const person = people.find(one => one.id === each.person)
  return {
    memberType: person?.ward == null ? 'O' : 'U',
    id: each.person === null ? null : numberOf('person', each.person),
    name: each.name,
    role: each.role,
    attendance: ATTENDANCE[each.presence],
    party: person?.party ?? null,
    ward: person?.ward ?? null,
    representing: null,
    url: person?.url ?? null,
    ...nothing,
  }
}
