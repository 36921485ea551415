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
  type PublishedMeeting,
  type PublishedPaper,
  type Supplement,
  supplementsOf,
} from '#exchange'

const Paper = z.object({
  title: z.string(),
  address: z.string(),
  isSupplement: z.boolean(),
  /** The title of the report that it adds to; empty where there is none. */
  addsTo: z.string(),
})
export type FoundPaper = z.output<typeof Paper>

// What was found before papers were listed has their number instead.
const Papers = z.union([z.array(Paper), z.number().transform((): FoundPaper[] => [])]).default([])

const Item = z.object({
  number: z.string(),
  title: z.string(),
  words: z.string(),
  presenter: z.string(),
  exempt: z.object({ paragraph: z.number().nullable(), words: z.string() }).nullable(),
  minutes: z.string(),
  resolution: z.string(),
  papers: Papers,
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
  /** Supplements that name no item. */
  papers: Papers,
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
  const papers = meetings.flatMap(each => [
    ...each.papers,
    ...each.items.flatMap(item => item.papers),
  ])
  if (papers.length > 0)
    left.push(
      `${papers.length === 1 ? 'One paper stays where it is, and its address is' : `${papers.length} papers stay where they are, and their addresses are`} kept at ${papers.length === 1 ? 'its item' : 'their items'}.`,
    )
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
  const supplements = supplementsOf(meeting)
  return {
    id: meeting.id,
    body,
    day: isoDay(meeting.starts.day),
    startsAt: meeting.starts.time ?? '10:00',
    endsAt: meeting.ends?.time ?? null,
    venue: meeting.venue?.name ?? '',
    // What is still to come is announced by a person and by nothing that was brought in.
    state: meeting.state === 'scheduled' ? 'provisional' : meeting.state,
    items: meeting.items.map(item => ({
      ...itemIn(item),
      papers: papersIn(item, meeting, supplements),
    })),
    papers: supplements.filter(each => each.item === null).map(supplementIn),
    attendance: meeting.attendance.flatMap(({ name, role, presence }) =>
      presence === 'expected' ? [] : [{ name, role: role ?? '', how: presence }],
    ),
  }
}

/** The papers of an item, and after each report what adds to it, wherever it was published. */
function papersIn(
  item: PublishedItem,
  { papers }: PublishedMeeting,
  supplements: readonly Supplement[],
): FoundPaper[] {
  const own = supplements.filter(each => each.item === item.id)
  const added = new Set(own.map(({ paper }) => paper.id))
  const reports = item.exempt === null ? item.papers.filter(({ id }) => !added.has(id)) : []
  // Of an item that is kept from the public nothing is taken over that stood below it.
  const open = item.exempt === null ? own : own.filter(({ paper }) => papers.includes(paper))
  return [
    ...reports.flatMap(report => [
      { ...named(report), isSupplement: false, addsTo: '' },
      ...open.filter(({ to }) => to?.id === report.id).map(supplementIn),
    ]),
    ...open.filter(({ to }) => to === null).map(supplementIn),
  ]
}

const named = ({ title, file }: PublishedPaper) => ({ title, address: file.url })

const supplementIn = ({ paper, to }: Supplement): FoundPaper => ({
  ...named(paper),
  isSupplement: true,
  addsTo: to?.title ?? '',
})

function itemIn(item: PublishedItem): Omit<FoundMeeting['items'][number], 'papers'> {
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
    }
  }
  return {
    ...shared,
    words: item.text?.text ?? '',
    presenter: item.presenter ?? '',
    exempt: null,
    minutes: item.minutes?.text ?? '',
    resolution: item.resolution ?? '',
  }
}
