import { z } from 'zod'
import { allHolders, allPeople, allPosts, fullName, holderOn } from '#bodies'
import { changingOf, formView, maybeText, placeOf, text } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { insetText } from '#kit/html/components/index.ts'
import { type Fields, lineField } from '#kit/html/fields.ts'
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
import { type About, aboutMeeting, meetingCrumbs } from '#meetings'
import { permits, viewerOf } from '#people'
import { changeDeclaration, declare, noteNil } from '../change.ts'
import { howWords, kinds, nilKinds, thenWords, whoseWords } from '../declaration.ts'
import { declareInterests, keepDeclarations } from '../policy.ts'
import type { DeclarationsRooms } from '../rooms.ts'
import { declarationsOf, nilReturnsOf } from '../store.ts'
import { declarationsPath, declarationsView } from './declarations.view.ts'
import { keptFields, ownFields, thenFields } from './form.view.ts'

const Id = z.object({ id: z.uuid() })
const One = z.object({ id: z.uuid(), declaration: z.uuid() })
type Request = Asked & { readonly params: z.output<typeof Id> }

const keysOf = <Words extends Readonly<Record<string, string>>>(words: Words) =>
  // as: the keys of a record of words are what its type says, and there is always one.
  Object.keys(words) as [keyof Words & string, ...(keyof Words & string)[]]

const Own = z.object({
  capacity: maybeText(200),
  kind: z.enum(keysOf(kinds), { error: 'Choose what is declared.' }),
  whose: z.enum(keysOf(whoseWords), { error: 'Choose whose interest it is.' }),
  words: text(2000, 'Enter what the interest is.'),
  itemId: z.union([z.literal(''), z.uuid()]).default(''),
  sensitive: z.string().default(''),
})

const ThenFields = {
  thenDid: z.enum(keysOf(thenWords), { error: 'Choose what they did.' }),
  dispensation: maybeText(300),
  registered: z.enum(['yes', 'no', 'unknown'], { error: 'Say whether it stands in the register.' }),
}

const Kept = Own.extend({
  name: text(120, 'Enter who declares it.'),
  how: z.enum(keysOf(howWords), { error: 'Choose how it was declared.' }),
  ...ThenFields,
})

const Changed = z.object({ ...ThenFields, withdrawn: maybeText(500) })

/** `/meetings/<id>/declarations`: what was declared for a meeting. */
export function declarationsPage(rooms: DeclarationsRooms): Route {
  return route({
    method: 'GET',
    url: '/meetings/:id/declarations',
    params: Id,
    handler: async asked => {
      const viewer = viewerOf(asked.request)
      const { council } = await placeOf(rooms, asked.request)
      const model = await rooms.db.as(council.code, async trx => ({
        about: await aboutMeeting(trx, asked.params.id),
        declared: await declarationsOf(trx, asked.params.id),
        nil: await nilReturnsOf(trx, asked.params.id),
      }))
      return show({
        title: `Declarations, ${model.about.body.name}`,
        current: '/meetings',
        breadcrumbs: meetingCrumbs(model.about),
        body: declarationsView({
          ...model,
          mayKeep: permits(keepDeclarations, viewer),
          mayDeclare: permits(declareInterests, viewer),
          csrf: asked.csrf(),
        }),
      })
    },
  })
}

/** `/meetings/<id>/declarations/declare`: whoever will attend declares before the meeting. */
export function ownPages(rooms: DeclarationsRooms): readonly Route[] {
  const form = async (
    asked: Request,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { about, officer } = await aboutAnd(rooms, asked)
    return page(asked, about, {
      title: 'Declare an interest of your own',
      lead: 'It is shown with the papers of the meeting. You can still say it at the meeting, item by item.',
      address: 'declare',
      submit: 'Declare it',
      fields: html`${insetText({ text: `If you are not sure, ask the monitoring officer before the meeting${officer === null ? '' : `: ${officer}`}.` })}${ownFields({ values, errors }, about.items)}`,
    })
  }
  return [
    route({
      method: 'GET',
      url: '/meetings/:id/declarations/declare',
      params: Id,
      handler: asked => form(asked, { whose: 'own' }),
    }),
    route({
      method: 'POST',
      url: '/meetings/:id/declarations/declare',
      params: Id,
      body: Own,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, async trx => {
          const own = (await allPeople(trx)).find(each => each.userId === by.actor)
          await declare(trx, by, {
            ...body,
            meetingId: params.id,
            itemId: body.itemId === '' ? null : body.itemId,
            sensitive: body.sensitive === 'yes',
            personId: own?.id ?? null,
            name: own === undefined ? by.actorName : fullName(own),
            how: 'form before',
            thenDid: 'not known yet',
            dispensation: '',
            registered: null,
          })
        })
        return seeOther(declarationsPath(params.id))
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
  ]
}

/** What a clerk writes down: a declaration, that there was none, and what somebody then did. */
export function keptPages(rooms: DeclarationsRooms): readonly Route[] {
  const form = async (
    asked: Request,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { about } = await aboutAnd(rooms, asked)
    return page(asked, about, {
      title: 'Write down what somebody declared',
      lead: 'Anybody who attends may declare, member or not.',
      address: 'new',
      submit: 'Save',
      fields: keptFields({ values, errors }, about.items),
    })
  }
  return [
    route({
      method: 'GET',
      url: '/meetings/:id/declarations/new',
      params: Id,
      handler: asked =>
        form(asked, {
          how: 'said at the meeting',
          thenDid: 'not known yet',
          registered: 'unknown',
        }),
    }),
    route({
      method: 'POST',
      url: '/meetings/:id/declarations/new',
      params: Id,
      body: Kept,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, async trx => {
          const known = (await allPeople(trx)).find(
            each => fullName(each).toLowerCase() === body.name.toLowerCase(),
          )
          await declare(trx, by, {
            ...body,
            meetingId: params.id,
            itemId: body.itemId === '' ? null : body.itemId,
            sensitive: body.sensitive === 'yes',
            personId: known?.id ?? null,
            registered: registeredOf(body.registered),
          })
        })
        return seeOther(declarationsPath(params.id))
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
    route({
      method: 'POST',
      url: '/meetings/:id/declarations/nil',
      params: Id,
      body: z.object({ kind: z.enum(nilKinds) }),
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx => noteNil(trx, by, params.id, body.kind))
        return seeOther(declarationsPath(params.id))
      },
    }),
    ...changePages(rooms),
  ]
}

function changePages(rooms: DeclarationsRooms): readonly Route[] {
  const form = async (
    asked: Asked & { readonly params: z.output<typeof One> },
    typedValues: FormValues | null,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { about, declared } = await aboutAnd(rooms, asked)
    const held = declared.find(each => each.id === asked.params.declaration)
    if (held === undefined) throw notFound()
    const registered = held.registered === null ? 'unknown' : held.registered ? 'yes' : 'no'
    const fields: Fields = {
      values: typedValues ?? { thenDid: held.thenDid, dispensation: held.dispensation, registered },
      errors,
    }
    return page(asked, about, {
      title: `What ${held.name} then did`,
      lead: held.sensitive ? kinds[held.kind] : `${kinds[held.kind]}: ${held.words}`,
      address: held.id,
      submit: 'Save',
      fields: html`${thenFields(fields)}${withdrawnField(fields)}`,
    })
  }
  return [
    route({
      method: 'GET',
      url: '/meetings/:id/declarations/:declaration',
      params: One,
      handler: asked => form(asked, null),
    }),
    route({
      method: 'POST',
      url: '/meetings/:id/declarations/:declaration',
      params: One,
      body: Changed,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        const { withdrawn, registered, ...fields } = body
        if (withdrawn !== '' && withdrawn.length < 3)
          throw invalid([{ field: 'withdrawn', message: 'Enter why it was taken back.' }])
        await rooms.db.as(by.authority, trx =>
          changeDeclaration(trx, by, params.declaration, {
            ...fields,
            registered: registeredOf(registered),
            withdrawnWords: withdrawn === '' ? null : withdrawn,
          }),
        )
        return seeOther(declarationsPath(params.id))
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
  ]
}

const withdrawnField = (fields: Fields): Html =>
  lineField(fields, 'withdrawn', 'If it was taken back or made by mistake, why?')

const registeredOf = (said: 'yes' | 'no' | 'unknown'): boolean | null =>
  said === 'unknown' ? null : said === 'yes'

/** The meeting, what was declared, and whom to ask for advice. */
async function aboutAnd(rooms: DeclarationsRooms, { request, params }: Request) {
  const { council, today } = await placeOf(rooms, request)
  return rooms.db.as(council.code, async trx => {
    const post = (await allPosts(trx)).find(each => each.statutory === 'monitoring-officer')
    const holders = (await allHolders(trx)).filter(each => each.postId === post?.id)
    const holder = holderOn(holders, today)
    const person = (await allPeople(trx)).find(each => each.id === holder?.personId)
    return {
      about: await aboutMeeting(trx, params.id),
      declared: await declarationsOf(trx, params.id),
      officer: person === undefined ? null : fullName(person),
    }
  })
}

function page(
  asked: Request,
  about: About,
  shown: {
    readonly title: string
    readonly lead: string
    readonly address: string
    readonly submit: string
    readonly fields: Html
  },
): Answer {
  const at = declarationsPath(about.meeting.id)
  const { title, lead, address, submit, fields } = shown
  const body = html`${heading({ title, caption: about.body.name, lead })}
${formView(`${at}/${address}`, asked.csrf(), fields, submit, at)}`
  const breadcrumbs = [...meetingCrumbs(about), { text: 'Declarations', href: at }]
  return show({ title, breadcrumbs, body })
}
