import { z } from 'zod'
import { definition, heading } from '#kit/html/blocks.ts'
import { dataTable, details } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { notFound, type Route, route, show } from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import { fullName, seatKindWords, votesWords } from '../body.ts'
import { bodyPath } from '../change.ts'
import { keepBodies } from '../policy.ts'
import { allBodies, allSeats } from '../store/index.ts'
import { breadcrumbs } from './bodies.ts'
import { personPath, timeOf } from './parts.view.ts'
import { portfolioForm } from './portfolio-form.view.ts'
import { postPath } from './posts.view.ts'
import { readRegister } from './reading.ts'
import { type BodiesRooms, placeOf } from './rooms.ts'

export const PersonParams = z.object({ id: z.uuid() })

/** `/bodies/people/<id>`: where somebody sits and sat, and which posts and portfolios they held. */
export function personPage(rooms: BodiesRooms): Route {
  return route({
    method: 'GET',
    url: '/bodies/people/:id',
    params: PersonParams,
    handler: async ({ request, params, csrf }) => {
      const { council } = await placeOf(rooms, request)
      const mayKeep = permits(keepBodies, viewerOf(request))
      const [bodies, seats, register] = await rooms.db.as(council.code, async trx => [
        await allBodies(trx),
        await allSeats(trx),
        await readRegister(trx),
      ])
      const person = register.people.get(params.id)
      if (person === undefined) throw notFound()
      const named = new Map(bodies.map(body => [body.id, body]))
      const titled = new Map(register.posts.map(post => [post.id, post]))
      const mine = seats.filter(({ personId }) => personId === person.id)
      const held = register.holders.filter(({ personId }) => personId === person.id)
      const portfolios = register.portfolios.filter(({ personId }) => personId === person.id)
      const body = html`${heading({ title: fullName(person), caption: 'Person' })}
${mayKeep && html`<p class="govuk-body"><a class="govuk-link" href="${personPath(person.id)}/change">Change how they are shown</a></p>`}
${person.unnamed && html`<p class="govuk-body">Shown by their role only. No name and no contact is kept here.</p>`}
${person.contactEmail !== null && definition([{ term: 'Contact', says: html`<a class="govuk-link" href="mailto:${person.contactEmail}">${person.contactEmail}</a>` }])}
${section(
  'Seats',
  'No seat of their own.',
  dataTable({
    caption: 'Seats',
    captionHidden: true,
    columns: [
      {
        heading: 'Body',
        names: true,
        cell: ({ bodyId }) =>
          html`<a class="govuk-link" href="${bodyPath(bodyId)}">${named.get(bodyId)?.name ?? ''}</a>`,
      },
      { heading: 'As', cell: ({ kind }) => seatKindWords[kind] },
      { heading: 'Vote', cell: ({ votes }) => votesWords[votes] },
      { heading: 'When', cell: timeOf },
    ],
    rows: mine.toReversed(),
  }),
  mine.length,
)}
${section(
  'Posts',
  'No post.',
  dataTable({
    caption: 'Posts',
    captionHidden: true,
    columns: [
      {
        heading: 'Post',
        names: true,
        cell: ({ postId, interim }) =>
          html`<a class="govuk-link" href="${postPath(postId)}">${titled.get(postId)?.title ?? ''}</a>${interim && ' (interim)'}`,
      },
      { heading: 'When', cell: timeOf },
    ],
    rows: held.toReversed(),
  }),
  held.length,
)}
${section(
  'Portfolios',
  'No portfolio.',
  dataTable({
    caption: 'Portfolios, as they were called then',
    captionHidden: true,
    columns: [
      { heading: 'Portfolio', names: true, cell: ({ title }) => title },
      { heading: 'When', cell: timeOf },
    ],
    rows: portfolios.toReversed(),
  }),
  portfolios.length,
)}
${
  mayKeep &&
  !person.unnamed &&
  details({
    summaryText: 'Enter a portfolio',
    html: portfolioForm(person, csrf(), { values: {}, errors: [] }),
  })
}`
      return show({ title: fullName(person), current: '/meetings', breadcrumbs, body })
    },
  })
}

const section = (title: string, none: string, table: Html, rows: number): Html =>
  html`<h2 class="govuk-heading-m">${title}</h2>${rows === 0 ? html`<p class="govuk-body">${none}</p>` : table}`
