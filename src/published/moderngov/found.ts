import { z } from 'zod'
import { type Day, isoDay } from '#calendar'
import {
  bodiesFromModernGov,
  localTimeOf,
  meetingFromModernGov,
  type MgCommittees,
  type MgCouncillorsByWard,
  type MgMeeting,
  type MgMeetings,
  peopleFromModernGov,
  type PublishedItem,
} from '#exchange'

const Item = z.object({
  number: z.string(),
  title: z.string(),
  words: z.string(),
  presenter: z.string(),
  exempt: z.object({ paragraph: z.number().nullable(), words: z.string() }).nullable(),
  minutes: z.string(),
  resolution: z.string(),
  papers: z.number(),
})

const Meeting = z.object({
  id: z.string(),
  body: z.string(),
  day: z.string(),
  startsAt: z.string(),
  endsAt: z.string().nullable(),
  venue: z.string(),
  state: z.enum(['provisional', 'held', 'postponed', 'cancelled']),
  items: z.array(Item),
  attendance: z.array(
    z.object({
      name: z.string(),
      role: z.string(),
      how: z.enum(['present', 'apologies', 'absent']),
    }),
  ),
})
export type FoundMeeting = z.output<typeof Meeting>

/** What was read of a council's ModernGov, for a clerk to look at before anything is brought in. */
export const Found = z.object({
  bodies: z.array(z.object({ id: z.string(), name: z.string() })),
  people: z.array(z.object({ id: z.string(), name: z.string() })),
  meetings: z.array(Meeting),
  /** What could not be read or is left where it is, a sentence each. */
  left: z.array(z.string()),
})
export type Found = z.output<typeof Found>

/** The answers of a service, or of files that were saved from one. */
export interface Answers {
  readonly committees: readonly MgCommittees[]
  readonly councillors: readonly MgCouncillorsByWard[]
  readonly meetings: readonly MgMeetings[]
  readonly each: readonly MgMeeting[]
  readonly faults: readonly string[]
}

/** The answers put together: whose each meeting is stands in another answer than the meeting. */
export function foundIn(answers: Answers, readAt: Date): Found {
  const today = localTimeOf(readAt).day
  const committees = answers.committees.flatMap(each => bodiesFromModernGov(each, readAt))
  const lists = answers.meetings.flatMap(each => each.committees)
  const bodies = new Map(committees.map(({ id, name }) => [id, { id, name }]))
  for (const { id, title } of lists)
    if (title !== null && !bodies.has(id)) bodies.set(id, { id, name: title })
  const left = [...answers.faults]
  const meetings = answers.each.flatMap((answer): FoundMeeting[] => {
    const owner = ownerOf(answer, lists, bodies)
    if (owner === null) {
      left.push(
        `Meeting ${answer.id} does not say whose it is. Bring the answer of GetMeetings with it.`,
      )
      return []
    }
    bodies.set(owner.id, owner)
    const found = meetingIn(answer, owner.id, today, readAt)
    if (found === null)
      left.push(`Meeting ${answer.id} has no day, or is not to be shown, so it is left out.`)
    return found === null ? [] : [found]
  })
  const asked = new Set(answers.each.map(({ id }) => id))
  const missing = lists.flatMap(each => each.meetings).filter(({ id }) => !asked.has(id)).length
  if (missing > 0) left.push(`${missing} meetings are listed whose own answer was not read.`)
  const papers = meetings.flatMap(({ items }) => items).reduce((all, item) => all + item.papers, 0)
  if (papers > 0)
    left.push(`${papers} papers stay where they are: their addresses are not followed.`)
  const used = new Set(meetings.map(({ body }) => body))
  return {
    bodies: [...bodies.values()].filter(({ id }) => meetings.length === 0 || used.has(id)),
    people: answers.councillors
      .flatMap(each => peopleFromModernGov(each, readAt))
      .map(({ id, name }) => ({ id, name }))
      .filter(({ id, name }) => id !== '' && name !== ''),
    meetings,
    left,
  }
}

function ownerOf(
  answer: MgMeeting,
  lists: MgMeetings['committees'],
  bodies: ReadonlyMap<string, { readonly id: string; readonly name: string }>,
): { readonly id: string; readonly name: string } | null {
  const listed = lists.find(({ meetings }) => meetings.some(({ id }) => id === answer.id))
  if (listed !== undefined) return bodies.get(listed.id) ?? null
  const named = answer.items.find(({ refersTo }) => (refersTo ?? '') !== '')?.refersTo ?? null
  if (named === null) return null
  const known = [...bodies.values()].find(({ name }) => name.toLowerCase() === named.toLowerCase())
  return known ?? { id: `named ${named}`, name: named }
}

function meetingIn(answer: MgMeeting, body: string, today: Day, readAt: Date): FoundMeeting | null {
  const meeting = meetingFromModernGov(answer, { body, today, readAt })
  if (meeting === null || meeting.id === '') return null
  return {
    id: meeting.id,
    body,
    day: isoDay(meeting.starts.day),
    startsAt: meeting.starts.time ?? '10:00',
    endsAt: meeting.ends?.time ?? null,
    venue: meeting.venue?.name ?? '',
    // What is still to come is announced by a person and by nothing that was brought in.
    state: meeting.state === 'scheduled' ? 'provisional' : meeting.state,
    items: meeting.items.map(itemIn),
    attendance: meeting.attendance.flatMap(({ name, role, presence }) =>
      presence === 'expected' ? [] : [{ name, role: role ?? '', how: presence }],
    ),
  }
}

function itemIn(item: PublishedItem): FoundMeeting['items'][number] {
  const shared = { number: item.number ?? '', title: item.title }
  if (item.exempt !== null) {
    const paragraph = Number(/[1-7]/.exec(item.exempt.paragraph ?? '')?.[0] ?? Number.NaN)
    const exempt = {
      paragraph: Number.isNaN(paragraph) ? null : paragraph,
      words: item.exempt.words,
    }
    return {
      ...shared,
      words: '',
      presenter: '',
      exempt,
      minutes: '',
      resolution: '',
      papers: 0,
    }
  }
  return {
    ...shared,
    words: item.text?.text ?? '',
    presenter: item.presenter ?? '',
    exempt: null,
    minutes: item.minutes?.text ?? '',
    resolution: item.resolution ?? '',
    papers: item.papers.length,
  }
}
