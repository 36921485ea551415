import { type Day, isoDay } from '#calendar'
import { offsetDateTime, utc } from './local-time.ts'
import {
  type Dated,
  type LocalTime,
  meetingName,
  type Published,
  type PublishedDecision,
  type PublishedPerson,
  type PublishedQuestion,
  type Vote,
} from './published.ts'

type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json }
export type PopoloObject = Readonly<Record<string, Json>>

/** Lists by the names that readers of Popolo expect. */
export interface Popolo {
  readonly persons: readonly PopoloObject[]
  readonly organizations: readonly PopoloObject[]
  readonly memberships: readonly PopoloObject[]
  readonly posts: readonly PopoloObject[]
  readonly areas: readonly PopoloObject[]
  readonly events: readonly PopoloObject[]
  readonly motions: readonly PopoloObject[]
  readonly vote_events: readonly PopoloObject[]
  readonly speeches: readonly PopoloObject[]
}

/**
 * What was published in the shapes of Popolo (https://www.popoloproject.com/specs/, unverified: the
 * schemas were read on 21 November 2026 and the pages were not). A body and a party are
 * organizations, a ward an area, a meeting an event, a decision a motion, and a question and its
 * answer two speeches.
 */
export function popolo(published: Published): Popolo {
  return {
    persons: published.people.map(personOf),
    organizations: [
      councilOf(published),
      ...published.bodies.map(body => ({
        ...known({
          id: body.id,
          name: body.name,
          classification: body.kind,
          parent_id: published.council.id,
          founding_date: dayOrNone(body.startsOn),
          dissolution_date: dayOrNone(body.endsOn),
          links: linksTo(body.url),
        }),
        ...dates(body),
      })),
      ...parties(published).map(name => ({ id: partyId(name), name, classification: 'party' })),
    ],
    memberships: [
      ...published.bodies.flatMap(body => membershipsIn(published, body)),
      ...published.people.flatMap(person => membershipsOf(published, person)),
    ],
    posts: published.bodies.flatMap(body =>
      [...new Set(body.members.flatMap(each => each.post ?? []))].map(post => ({
        id: postId(body.id, post),
        label: `${post}, ${body.name}`,
        role: post,
        organization_id: body.id,
      })),
    ),
    areas: [...new Set(published.people.flatMap(each => each.ward ?? []))].map(name => ({
      id: areaId(name),
      name,
      classification: 'ward',
    })),
    events: published.meetings.map(meeting => ({
      ...known({
        id: meeting.id,
        name: meetingName(meeting, published.bodies),
        start_date: dateTime(meeting.starts),
        end_date: meeting.ends === null ? null : dateTime(meeting.ends),
        location: meeting.venue?.name,
        status: meeting.state,
        classification: 'meeting',
        organization_id: meeting.body,
        attendees: meeting.attendance.flatMap(each =>
          each.presence === 'present' ? [known({ id: each.person, name: each.name })] : [],
        ),
        sources: linksTo(meeting.url),
      }),
      ...dates(meeting),
    })),
    motions: published.decisions.map(decision => motionOf(published, decision)),
    vote_events: published.decisions.flatMap(decision =>
      decision.vote === null ? [] : [voteEventOf(published, decision, decision.vote)],
    ),
    speeches: published.questions.flatMap(speechesOf),
  }
}

function councilOf({ council }: Published): PopoloObject {
  const email = council.contactEmail
  return {
    ...known({
      id: council.id,
      name: council.name,
      classification: 'council',
      links: linksTo(council.website),
      contact_details:
        email === null
          ? null
          : [known({ type: 'email', value: email, label: council.contactName })],
    }),
    ...dates(council),
  }
}

function personOf(person: PublishedPerson): PopoloObject {
  return {
    ...known({
      id: person.id,
      name: person.name,
      email: person.email,
      links: linksTo(person.url),
    }),
    ...dates(person),
  }
}

function membershipsIn(
  { people }: Published,
  body: Published['bodies'][number],
): readonly PopoloObject[] {
  return body.members.flatMap(each => {
    const person = people.find(one => one.id === each.person)
    if (person === undefined) return []
    return [
      known({
        id: each.id,
        label: each.capacity,
        role: each.post ?? each.capacity ?? 'Member',
        person_id: person.id,
        organization_id: body.id,
        post_id: each.post === null ? null : postId(body.id, each.post),
        on_behalf_of_id: person.party === null ? null : partyId(person.party),
        start_date: dayOrNone(each.startsOn),
        end_date: dayOrNone(each.endsOn),
      }),
    ]
  })
}

/** Of the council itself: for a ward, by a title, and in a party. */
function membershipsOf({ council }: Published, person: PublishedPerson): readonly PopoloObject[] {
  const own = { person_id: person.id, organization_id: council.id }
  return [
    ...(person.ward === null
      ? []
      : [{ id: `${person.id}-ward`, role: 'Member', ...own, area_id: areaId(person.ward) }]),
    ...person.roles.map((role, index) =>
      known({
        id: `${person.id}-role-${index + 1}`,
        role: role.title,
        ...own,
        start_date: dayOrNone(role.startsOn),
        end_date: dayOrNone(role.endsOn),
      }),
    ),
    ...(person.party === null
      ? []
      : [
          {
            id: `${person.id}-party`,
            role: 'Member',
            person_id: person.id,
            organization_id: partyId(person.party),
          },
        ]),
  ]
}

const voteEventId = (decision: PublishedDecision): string => `${decision.id}-vote`

function motionOf(published: Published, decision: PublishedDecision): PopoloObject {
  return {
    ...known({
      id: decision.id,
      organization_id: decision.body ?? published.council.id,
      text: decision.resolved,
      identifier: decision.reference,
      classification: decision.isKey ? 'key decision' : 'decision',
      date: startOf(decision.madeOn),
      result: decision.vote === null ? null : resultOf(decision.vote),
      vote_events: decision.vote === null ? null : [{ id: voteEventId(decision) }],
      sources: linksTo(decision.url),
    }),
    ...dates(decision),
  }
}

function voteEventOf(published: Published, decision: PublishedDecision, vote: Vote): PopoloObject {
  return known({
    id: voteEventId(decision),
    organization_id: decision.body ?? published.council.id,
    motion_id: decision.id,
    start_date: startOf(decision.madeOn),
    result: resultOf(vote),
    counts: [
      { option: 'yes', value: vote.for },
      { option: 'no', value: vote.against },
      { option: 'abstain', value: vote.abstained },
    ],
    votes: vote.votes.map(each =>
      known({
        vote_event_id: voteEventId(decision),
        voter_id: each.person,
        voter: each.person === null ? { name: each.name } : null,
        option: OPTION[each.vote],
      }),
    ),
  })
}

const OPTION = { for: 'yes', against: 'no', abstained: 'abstain' } as const
const resultOf = ({ isCarried }: Vote): string => (isCarried ? 'pass' : 'fail')

function speechesOf(question: PublishedQuestion): readonly PopoloObject[] {
  const asked = known({
    id: question.id,
    creator_id: question.askedByPerson,
    attribution_text: question.askedBy,
    role: question.kind === 'public' ? 'member of the public' : 'member',
    text: question.words,
    type: 'question',
    event_id: question.meeting,
    sources: linksTo(question.url),
  })
  if (question.answer === null) return [asked]
  const answered = known({
    id: `${question.id}-answer`,
    creator_id: question.answeredByPerson,
    attribution_text: question.answeredBy,
    text: question.answer,
    type: 'answer',
    event_id: question.meeting,
    sources: linksTo(question.url),
  })
  return [asked, answered]
}

const parties = ({ people }: Published): readonly string[] => [
  ...new Set(people.flatMap(each => each.party ?? [])),
]
const partyId = (name: string): string => `party-${encodeURIComponent(name)}`
const areaId = (name: string): string => `ward-${encodeURIComponent(name)}`
const postId = (body: string, post: string): string => `${body}-${encodeURIComponent(post)}`

const dayOrNone = (day: Day | null): string | null => (day === null ? null : isoDay(day))
const dateTime = (local: LocalTime): string =>
  local.time === null ? isoDay(local.day) : offsetDateTime(local)
/** Only the day is known, and the schema asks for a time. */
const startOf = (day: Day): string => `${isoDay(day)}T00:00:00Z`
const linksTo = (url: string | null): readonly PopoloObject[] | null =>
  url === null || !URL.canParse(url) ? null : [{ url: new URL(url).href }]

function dates({ createdAt, modifiedAt }: Dated): { created_at: string; updated_at: string } {
  return { created_at: utc(createdAt), updated_at: utc(modifiedAt) }
}

function known(values: Readonly<Record<string, Json | null | undefined>>): PopoloObject {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value == null ? [] : [[name, value]])),
  )
}
