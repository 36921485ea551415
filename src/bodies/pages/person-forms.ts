import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { longDay } from '#calendar'
import { DayText, formView, MaybeDay, maybeText, text } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { lineField, choiceField } from '#kit/html/fields.ts'
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
import { fullName, type Person } from '../body.ts'
import { addPortfolio, changePerson, finishPortfolio } from '../change.ts'
import { peopleById, personOfUser, portfoliosOf } from '../store/index.ts'
import { breadcrumbs } from './bodies.ts'
import { personPath } from './parts.view.ts'
import { PersonParams } from './person.ts'
import { portfolioForm } from './portfolio-form.view.ts'
import { type BodiesRooms, changingOf, placeOf } from './rooms.ts'

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
  userId: maybeText(200),
})
const PortfolioFields = z.object({
  title: text(200, 'Enter the title of the portfolio.'),
  fromOn: DayText('Enter the first day, such as 18 September 2017.'),
  untilOn: MaybeDay('Enter the last day, such as 18 September 2017.'),
})

/** `/bodies/people/<id>/change` and the portfolios of one person. */
export function personForms(rooms: BodiesRooms): readonly Route[] {
  type Shown = Asked & { readonly params: z.output<typeof PersonParams> }
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
  const form = async (
    asked: Asked,
    person: Person,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { council } = await placeOf(rooms, asked.request)
    const colleagues = await rooms.colleagues(council.code)
    const at = personPath(person.id)
    const typed = { values, errors }
    const fields = html`${lineField(typed, 'title', 'Title', { hint: 'For example, Councillor or Dr', width: 10 })}
${lineField(typed, 'name', 'Name', { hint: 'Of somebody who is shown by their role only, the role' })}
${lineField(typed, 'contactEmail', 'Email address that may be published')}
${choiceField(
  typed,
  'userId',
  'Account with which they sign in',
  colleagues.map(({ id, name }) => [id, name]),
  { none: 'None, or not known' },
)}`
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
      params: PersonParams,
      handler: async asked => {
        const person = await held(asked)
        return form(asked, person, {
          title: person.title ?? '',
          name: person.name,
          contactEmail: person.contactEmail ?? '',
          userId: person.userId ?? '',
        })
      },
    }),
    route({
      method: 'POST',
      url: '/bodies/people/:id/change',
      params: PersonParams,
      body: PersonFields,
      handler: async ({ body: { title, name, contactEmail, userId }, ...asked }) => {
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
          userId: userId === '' ? null : userId,
        }
        const colleagues = await rooms.colleagues(by.authority)
        if (userId !== '' && !colleagues.some(({ id }) => id === userId))
          throw invalid([{ field: 'userId', message: 'Choose one of the accounts in the list.' }])
        await rooms.db.as(by.authority, async trx => {
          const other = userId === '' ? null : await personOfUser(trx, userId)
          if (other !== null && other.id !== person.id)
            throw invalid([
              { field: 'userId', message: `${fullName(other)} has this account. Choose another.` },
            ])
          await changePerson(trx, by, changed)
        })
        return seeOther(personPath(person.id))
      },
      refused: async ({ values, errors, ...asked }) =>
        form(asked, await held(asked), values, errors),
    }),
    route({
      method: 'POST',
      url: '/bodies/people/:id/portfolios',
      params: PersonParams,
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
          html`${heading({ title, caption: fullName(person) })}${portfolioForm(person, asked.csrf(), { values, errors })}`,
        )
      },
    }),
  ]
}
