import { z } from 'zod'
import { accessWords } from '#bodies'
import { type Day, longDay } from '#calendar'
import { categories } from '#declarations'
import type { PublishedBody, PublishedMembership, PublishedPerson } from '#exchange'
import { definition, emptyState, heading } from '#kit/html/blocks.ts'
import { details } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { notFound, type Route, route, show } from '#kit/http/index.ts'
import { publicBodyPath, publicPersonPath } from '../paths.ts'
import type { PublicInterest, PublicRecord } from '../record.ts'
import { byDay, meetingLine, paragraphs } from './parts.view.ts'
import { CURRENT, homeCrumb, type PublicRooms, readingOf } from './reading.ts'

/** `/public/people`: who sits where, with the register of interests. */
export function peoplePage(rooms: PublicRooms): Route {
  return route({
    method: 'GET',
    url: '/public/people',
    handler: async ({ request }) => {
      const { record, today } = await readingOf(rooms, request)
      return show({
        title: 'Who sits where',
        current: CURRENT,
        breadcrumbs: [homeCrumb],
        body: peopleView(record, today),
      })
    },
  })
}

/** `/public/bodies/:id`: what a body is for, who sits there, and its meetings. */
export function bodyPage(rooms: PublicRooms): Route {
  return route({
    method: 'GET',
    url: '/public/bodies/:id',
    params: z.object({ id: z.uuid() }),
    handler: async ({ request, params }) => {
      const { record, today } = await readingOf(rooms, request)
      const body = record.published.bodies.find(each => each.id === params.id)
      if (body === undefined) throw notFound()
      return show({
        title: body.name,
        current: CURRENT,
        breadcrumbs: [homeCrumb, { text: 'Who sits where', href: '/public/people' }],
        body: bodyView(record, body, today),
      })
    },
  })
}

const isNow = (
  { startsOn, endsOn }: { readonly startsOn: Day | null; readonly endsOn: Day | null },
  today: Day,
): boolean => (startsOn === null || startsOn <= today) && (endsOn === null || endsOn >= today)

function peopleView(record: PublicRecord, today: Day): Html {
  const { bodies, people } = record.published
  const standing = bodies.filter(each => isNow(each, today))
  const sits = new Set(
    standing.flatMap(({ members }) =>
      members.filter(each => isNow(each, today)).map(({ person }) => person),
    ),
  )
  const now = people
    .filter(({ id }) => sits.has(id))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  return html`${heading({ title: 'Who sits where', lead: 'The bodies that ask, decide and follow up, and the people on them.' })}
${standing.length === 0 && emptyState({ title: 'No body is listed yet', text: 'Bodies are shown here once the council lists them.' })}
<ul class="govuk-list govuk-list--spaced">${standing.map(each => html`<li><a class="govuk-link" href="${publicBodyPath(each.id)}">${each.name}</a><br><span class="app-muted">${each.kind}</span></li>`)}</ul>
${now.length > 0 && html`<h2 class="govuk-heading-m">People, and the register of interests</h2>${now.map(each => personView(record, each, today))}`}`
}

function personView(record: PublicRecord, person: PublishedPerson, today: Day): Html {
  const about = record.people.find(({ id }) => id === person.id)
  const facts = [
    ...person.roles.filter(each => isNow(each, today)).map(({ title }) => title),
    ...(person.ward === null ? [] : [person.ward]),
    ...(person.party === null ? [] : [person.party]),
  ]
  const bodies = record.published.bodies.filter(body =>
    body.members.some(each => each.person === person.id && isNow(each, today)),
  )
  const interests = about?.interests ?? []
  return html`<section id="person-${person.id}">
<h3 class="govuk-heading-s govuk-!-margin-bottom-1">${person.name}</h3>
<p class="govuk-body">${facts.length > 0 && html`${facts.join('. ')}.<br>`}On ${bodies.map((body, at) => html`${at > 0 && ', '}<a class="govuk-link" href="${publicBodyPath(body.id)}">${body.name}</a>`)}.</p>
${interests.length > 0 && details({ summaryText: `Interests of ${person.name}`, html: html`<ul class="govuk-list govuk-list--bullet">${interests.map(each => html`<li>${interestWords(each)}</li>`)}</ul>` })}
</section>
`
}

const interestWords = (interest: PublicInterest): string =>
  interest.sensitive
    ? 'There is an interest whose details are kept back.'
    : `${categories[interest.category]}${interest.whose === 'partner' ? ' (of their spouse or partner)' : ''}: ${interest.words}`

function bodyView(record: PublicRecord, body: PublishedBody, today: Day): Html {
  const about = record.bodies.get(body.id)
  const now = body.members
    .filter(each => isNow(each, today))
    .toSorted((a, b) => placeOf(a) - placeOf(b))
  const meetings = record.published.meetings.filter(each => each.body === body.id).toSorted(byDay)
  const contact = about === undefined ? [] : [about.clerk.post, about.clerk.name, about.clerk.phone]
  const said = contact.filter(each => each !== '').join(', ')
  return html`${heading({ title: body.name, caption: body.kind })}
${about !== undefined && about.about !== '' && paragraphs(about.about)}
${definition([
  ...(about === undefined ? [] : [{ term: 'Who may come', says: accessWords[about.access].says }]),
  ...(body.endsOn === null || body.endsOn >= today
    ? []
    : [{ term: 'Ended', says: longDay(body.endsOn) }]),
  ...(said === '' ? [] : [{ term: 'Contact', says: said }]),
])}
<h2 class="govuk-heading-m">Who sits there</h2>
${
  now.length === 0
    ? html`<p class="govuk-body">Nobody is named at the moment.</p>`
    : html`<ul class="govuk-list govuk-list--spaced">${now.map(each => memberView(record, each))}</ul>`
}
<h2 class="govuk-heading-m">Meetings</h2>
${
  meetings.length === 0
    ? html`<p class="govuk-body">None is published yet.</p>`
    : html`<ul class="govuk-list govuk-list--spaced">${meetings.slice(0, MANY).map(each => meetingLine(record, each))}</ul>`
}
${meetings.length > MANY && html`<p class="govuk-body"><a class="govuk-link" href="${`/public/meetings?body=${body.id}`}">All its meetings</a></p>`}
<p class="govuk-body"><a class="govuk-link" href="${`/public/feeds/meetings.ics?body=${body.id}`}">Its meetings in your calendar</a></p>`
}

/** Who is in the chair, who stands in for them, the members, and then those who sit for others. */
const placeOf = ({ post, capacity }: PublishedMembership): number =>
  post === 'Chair' ? 0 : post === 'Vice-chair' ? 1 : capacity === null ? 2 : 3

const MANY = 24

function memberView({ published }: PublicRecord, member: PublishedMembership): Html {
  const person = published.people.find(({ id }) => id === member.person)
  const role = [member.post, member.capacity, person?.ward, person?.party]
    .filter(part => part != null)
    .join(', ')
  return html`<li><a class="govuk-link" href="${publicPersonPath(member.person)}">${person?.name ?? ''}</a>${role !== '' && html`<br><span class="app-muted">${role}</span>`}</li>
`
}
