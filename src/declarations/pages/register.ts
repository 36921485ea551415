import { z } from 'zod'
import { allPeople, fullName, type Person } from '#bodies'
import { citeLaw, longDay } from '#calendar'
import { changingOf, DayText, formView, placeOf, text } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { button, dataTable, select } from '#kit/html/components/index.ts'
import { type Fields, lineField, wordsField } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  errorOf,
  type FormValues,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typed,
} from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import { finishInterest, registerInterest } from '../change.ts'
import {
  categories,
  categoriesLaw,
  type Category,
  type Interest,
  whoseWords,
} from '../declaration.ts'
import { keepDeclarations } from '../policy.ts'
import type { DeclarationsRooms } from '../rooms.ts'
import { allInterests } from '../store.ts'
import { choiceField } from './form.view.ts'

const at = '/register-of-interests'
// as: the keys of a record of words are what its type says, and there is always one.
const categoryKeys = Object.keys(categories) as [Category, ...Category[]]

const Registered = z.object({
  personId: z.uuid('Choose whose interest it is.'),
  category: z.enum(categoryKeys, { error: 'Choose the kind of interest.' }),
  whose: z.enum(['own', 'partner'], { error: 'Choose whether it is their own.' }),
  words: text(2000, 'Enter what the interest is.'),
  sensitive: z.string().default(''),
  notifiedOn: DayText('Enter the day it was notified, such as 18 September 2017.'),
})

/** `/register-of-interests`: what members have told the monitoring officer. */
export function registerPage(rooms: DeclarationsRooms): Route {
  return route({
    method: 'GET',
    url: at,
    handler: async asked => {
      const { council } = await placeOf(rooms, asked.request)
      const { people, interests } = await read(rooms, council.code)
      const mayKeep = permits(keepDeclarations, viewerOf(asked.request))
      return show({
        title: 'Register of interests',
        current: '/meetings',
        breadcrumbs: [{ text: 'Meetings', href: '/meetings' }],
        body: registerView(people, interests, mayKeep, asked.csrf()),
      })
    },
  })
}

function registerView(
  people: readonly Person[],
  interests: readonly Interest[],
  mayKeep: boolean,
  csrf: Html,
): Html {
  const names = new Map(people.map(each => [each.id, fullName(each)]))
  const standing = interests.filter(each => each.endedOn === null)
  const ended = interests.length - standing.length
  return html`${heading({ title: 'Register of interests', lead: 'What members have told the monitoring officer about their pecuniary interests and those of their spouse or partner.' })}
${mayKeep && html`<p class="govuk-body"><a class="govuk-link" href="${at}/new">Enter an interest</a></p>`}
${
  standing.length === 0
    ? html`<p class="govuk-body">No interest stands in the register${ended > 0 && `; ${ended} have ended`}.</p>`
    : dataTable({
        caption: 'Interests that stand',
        captionHidden: true,
        columns: [
          {
            heading: 'Who',
            cell: each => names.get(each.personId) ?? 'Somebody who is no longer listed',
          },
          { heading: 'Kind', cell: each => categories[each.category] },
          {
            heading: 'What',
            cell: each =>
              html`${each.sensitive ? 'Its details are kept back.' : each.words}<br><span class="app-muted">${whoseWords[each.whose]}</span>`,
          },
          { heading: 'Notified', cell: each => longDay(each.notifiedOn) },
          ...(mayKeep
            ? [
                {
                  heading: 'End',
                  cell: (each: Interest) =>
                    html`<form method="post" action="${at}/${each.id}/end">${csrf}${button({ html: html`It has ended<span class="govuk-visually-hidden">: ${categories[each.category]}</span>`, classes: 'govuk-button--secondary app-button--small', preventDoubleClick: true })}</form>`,
                },
              ]
            : []),
        ],
        rows: standing,
      })
}
<p class="app-muted">Kinds of interest: ${citeLaw(categoriesLaw)}.</p>`
}

/** Entering an interest, and ending one. */
export function registerKeptPages(rooms: DeclarationsRooms): readonly Route[] {
  const form = async (
    asked: Asked,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { council } = await placeOf(rooms, asked.request)
    const { people } = await read(rooms, council.code)
    const fields = registerFields({ values, errors }, people)
    const title = 'Enter an interest'
    const body = html`${heading({ title })}${formView(`${at}/new`, asked.csrf(), fields, 'Enter it', at)}`
    return show({ title, breadcrumbs: [{ text: 'Register of interests', href: at }], body })
  }
  return [
    route({ method: 'GET', url: `${at}/new`, handler: asked => form(asked, {}) }),
    route({
      method: 'POST',
      url: `${at}/new`,
      body: Registered,
      handler: async ({ request, body }) => {
        const by = await changingOf(rooms, request)
        const interest = { ...body, sensitive: body.sensitive === 'yes' }
        await rooms.db.as(by.authority, trx => registerInterest(trx, by, interest))
        return seeOther(at)
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
    route({
      method: 'POST',
      url: `${at}/:id/end`,
      params: z.object({ id: z.uuid() }),
      handler: async ({ request, params }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx => finishInterest(trx, by, params.id))
        return seeOther(at)
      },
    }),
  ]
}

function registerFields(fields: Fields, people: readonly Person[]): Html {
  const { values, errors } = fields
  return html`${select({ id: 'personId', name: 'personId', label: { text: 'Member' }, items: [{ value: '', text: 'Choose one' }, ...people.filter(each => !each.unnamed).map(each => ({ value: each.id, text: fullName(each), selected: typed(values, 'personId') === each.id }))], errorMessage: errorOf(errors, 'personId') })}
${choiceField(fields, 'category', 'Kind of interest', categories)}
${choiceField(fields, 'whose', 'Whose is it?', { own: whoseWords.own, partner: whoseWords.partner })}
${wordsField(fields, 'words', 'What is it?', { rows: 3 })}
${choiceField(fields, 'sensitive', 'Are its details kept back because telling them could lead to violence?', { yes: 'Yes, the monitoring officer has agreed', no: 'No' })}
${lineField(fields, 'notifiedOn', 'Day it was notified', { hint: 'For example, 18 September 2017', width: 20 })}`
}

async function read(rooms: DeclarationsRooms, authority: string) {
  return rooms.db.as(authority, async trx => ({
    people: await allPeople(trx),
    interests: await allInterests(trx),
  }))
}
