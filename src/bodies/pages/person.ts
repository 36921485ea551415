import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { longDay } from '#calendar'
import { DayText, formView, MaybeDay, maybeText, text } from '#findings'
import { definition, heading } from '#kit/html/blocks.ts'
import { dataTable, details } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  type FormValues,
  invalid,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import { fullName, type Person, seatKindWords, votesWords } from '../body.ts'
import { addPortfolio, bodyPath, changePerson, finishPortfolio } from '../change.ts'
import { keepBodies } from '../policy.ts'
import { allBodies, allSeats, peopleById, portfoliosOf } from '../store/index.ts'
import { breadcrumbs } from './bodies.ts'
import { date, line, personPath, timeOf } from './parts.view.ts'
import { postPath } from './posts.view.ts'
import { readRegister } from './reading.ts'
import { type BodiesRooms, changingOf, placeOf } from './rooms.ts'

const Params = z.object({ id: z.uuid() })

/** `/bodies/people/<id>`: where somebody sits and sat, and which posts and portfolios they held. */
export function personPage(rooms: BodiesRooms): Route {
  return route({
    method: 'GET',
    url: '/bodies/people/:id',
    params: Params,
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
    html: portfolioForm(person, csrf(), {}, []),
  })
}`
      return show({ title: fullName(person), current: '/meetings', breadcrumbs, body })
    },
  })
}

const section = (title: string, none: string, table: Html, rows: number): Html =>
  html`<h2 class="govuk-heading-m">${title}</h2>${rows === 0 ? html`<p class="govuk-body">${none}</p>` : table}`

function portfolioForm(
  { id }: Person,
  csrf: Html,
  values: FormValues,
  errors: Refused['errors'],
): Html {
  const form = { values, errors }
  const fields = html`<p class="govuk-body">The one before ends the day before. A new title for the same work is a new portfolio.</p>
${line(form, 'title', 'Title, as it is called now')}
${date(form, 'fromOn', 'First day')}
${date(form, 'untilOn', 'Last day', 'Leave it empty while it is held')}`
  return formView(`${personPath(id)}/portfolios`, csrf, fields, 'Save the portfolio')
}

const PersonFields = z.object({
  title: maybeText(40),
  name: text(160, 'Enter a name, or the role of somebody who is shown by it only.'),
  contactEmail: z.union([
    z.literal(''),
    z
      .string()
      .trim()
      .max(200)
      .pipe(z.email('Enter an email address, such as name@council.gov.uk.')),
  ]),
})
const PortfolioFields = z.object({
  title: text(200, 'Enter the title of the portfolio.'),
  fromOn: DayText('Enter the first day, such as 18 September 2017.'),
  untilOn: MaybeDay('Enter the last day, such as 18 September 2017.'),
})

/** `/bodies/people/<id>/change` and the portfolios of one person. */
export function personForms(rooms: BodiesRooms): readonly Route[] {
  type Shown = Asked & { readonly params: z.output<typeof Params> }
  const held = async ({ request, params }: Pick<Shown, 'request' | 'params'>): Promise<Person> => {
    const { council } = await placeOf(rooms, request)
    const [person] = await rooms.db.as(council.code, trx => peopleById(trx, [params.id]))
    if (person === undefined) throw notFound()
    return person
  }
  const page = (person: Person, title: string, body: Html): Answer => {
    const crumbs = [...breadcrumbs, { text: fullName(person), href: personPath(person.id) }]
    return show({ title, current: '/meetings', breadcrumbs: crumbs, body })
  }
  const form = (
    asked: Asked,
    person: Person,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Answer => {
    const at = personPath(person.id)
    const typed = { values, errors }
    const fields = html`${line(typed, 'title', 'Title', { hint: 'For example, Councillor or Dr', classes: 'govuk-input--width-10' })}
${line(typed, 'name', 'Name', { hint: 'Of somebody who is shown by their role only, the role' })}
${line(typed, 'contactEmail', 'Email address that may be published')}`
    const title = 'Change how somebody is shown'
    return page(
      person,
      title,
      html`${heading({ title, caption: fullName(person) })}${formView(`${at}/change`, asked.csrf(), fields, 'Save', at)}`,
    )
  }
  return [
    route({
      method: 'GET',
      url: '/bodies/people/:id/change',
      params: Params,
      handler: async asked => {
        const person = await held(asked)
        return form(asked, person, {
          title: person.title ?? '',
          name: person.name,
          contactEmail: person.contactEmail ?? '',
        })
      },
    }),
    route({
      method: 'POST',
      url: '/bodies/people/:id/change',
      params: Params,
      body: PersonFields,
      handler: async ({ body: { title, name, contactEmail }, ...asked }) => {
        const person = await held(asked)
        if (person.unnamed && (contactEmail !== '' || title !== ''))
          throw invalid([
            {
              field: contactEmail === '' ? 'title' : 'contactEmail',
              message: 'They are shown by their role only: no title and no contact is kept.',
            },
          ])
        const by = await changingOf(rooms, asked.request)
        const changed = {
          ...person,
          name,
          title: title === '' ? null : title,
          contactEmail: contactEmail === '' ? null : contactEmail,
        }
        await rooms.db.as(by.authority, trx => changePerson(trx, by, changed))
        return seeOther(personPath(person.id))
      },
      refused: async ({ values, errors, ...asked }) =>
        form(asked, await held(asked), values, errors),
    }),
    route({
      method: 'POST',
      url: '/bodies/people/:id/portfolios',
      params: Params,
      body: PortfolioFields,
      handler: async ({ body, ...asked }) => {
        const person = await held(asked)
        const by = await changingOf(rooms, asked.request)
        if (body.untilOn !== null && body.untilOn < body.fromOn)
          throw invalid([
            {
              field: 'untilOn',
              message: 'The last day comes before the first. Enter a later one.',
            },
          ])
        await rooms.db.as(by.authority, async trx => {
          const all = await portfoliosOf(trx, person.id)
          for (const { id, fromOn } of all.filter(({ untilOn }) => untilOn === null)) {
            if (fromOn >= body.fromOn)
              throw invalid([
                {
                  field: 'fromOn',
                  message: `They have held another since ${longDay(fromOn)}. Enter a later day.`,
                },
              ])
            await finishPortfolio(trx, by, { id, personId: person.id }, body.fromOn - 1)
          }
          await addPortfolio(trx, by, { ...body, id: randomUUID(), personId: person.id })
        })
        return seeOther(personPath(person.id))
      },
      refused: async ({ values, errors, ...asked }) => {
        const person = await held(asked)
        const title = 'Enter a portfolio'
        return page(
          person,
          title,
          html`${heading({ title, caption: fullName(person) })}${portfolioForm(person, asked.csrf(), values, errors)}`,
        )
      },
    }),
  ]
}
