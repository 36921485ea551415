import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { longDay } from '#calendar'
import { DayText, formView, text } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { checkboxes } from '#kit/html/components/index.ts'
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
  typedAll,
} from '#kit/http/index.ts'
import { type Post, type StatutoryPost, statutoryPostKeys } from '../body.ts'
import { addHolder, addPost, finishHolder } from '../change.ts'
import { statutoryPosts } from '../standing.ts'
import { allPeople, allPosts, holdersOf } from '../store/index.ts'
import { date } from './parts.view.ts'
import { LastDayFields, refuseBefore } from './last-day.ts'
import { PersonChoice, personFrom } from './person-choice.ts'
import { PostParams, postCrumbs } from './posts.ts'
import { postPath } from './posts.view.ts'
import { type BodiesRooms, changingOf, placeOf } from './rooms.ts'
import { personFields } from './seats.view.ts'

const PostFields = z.object({
  title: text(160, 'Enter the title of the post.'),
  statutory: z.union([z.literal(''), z.enum(statutoryPostKeys)]).default(''),
})
const HolderFields = z.object({
  ...PersonChoice,
  fromOn: DayText('Enter the first day, such as 18 September 2017.'),
  interim: z.string().default(''),
})
const HolderParams = z.object({ id: z.uuid(), person: z.uuid() })

async function postFor(rooms: BodiesRooms, request: Asked['request'], id: string): Promise<Post> {
  const { council } = await placeOf(rooms, request)
  const posts = await rooms.db.as(council.code, allPosts)
  const post = posts.find(each => each.id === id)
  if (post === undefined) throw notFound()
  return post
}

function postWords(key: StatutoryPost): string {
  const { title, law } = statutoryPosts[key]
  return law === null ? title : `${title} (${law.document}, ${law.paragraph})`
}

const page = (title: string, body: Html, post?: Post): Answer =>
  show({
    title,
    current: '/meetings',
    breadcrumbs:
      post === undefined
        ? postCrumbs
        : [...postCrumbs, { text: post.title, href: postPath(post.id) }],
    body,
  })

/** `/posts/new`. */
export function newPostForms(rooms: BodiesRooms): readonly Route[] {
  const form = (asked: Asked, values: FormValues, errors: Refused['errors'] = []): Answer => {
    const typed = { values, errors }
    const fields = html`${lineField(typed, 'title', 'Title')}
${choiceField(
  typed,
  'statutory',
  'Duty by law',
  statutoryPostKeys.map(key => [key, postWords(key)]),
  { none: 'None' },
)}`
    return page(
      'Add a post',
      html`${heading({ title: 'Add a post' })}${formView('/posts/new', asked.csrf(), fields, 'Add the post', '/posts')}`,
    )
  }
  return [
    route({ method: 'GET', url: '/posts/new', handler: asked => form(asked, {}) }),
    route({
      method: 'POST',
      url: '/posts/new',
      body: PostFields,
      handler: async ({ request, body }) => {
        const by = await changingOf(rooms, request)
        const id = randomUUID()
        await rooms.db.as(by.authority, async trx => {
          const twin = (await allPosts(trx)).find(
            ({ title }) => title.toLowerCase() === body.title.toLowerCase(),
          )
          if (twin !== undefined)
            throw invalid([{ field: 'title', message: `There is a post called ${twin.title}.` }])
          const statutory = body.statutory === '' ? null : body.statutory
          await addPost(trx, by, { id, title: body.title, statutory })
        })
        return seeOther(postPath(id))
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
  ]
}

/** `/posts/<id>/holders/new`. */
export function newHolderForms(rooms: BodiesRooms): readonly Route[] {
  type Shown = Asked & { readonly params: z.output<typeof PostParams> }
  const form = async (
    { request, csrf, params }: Shown,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { council } = await placeOf(rooms, request)
    const post = await postFor(rooms, request, params.id)
    const people = await rooms.db.as(council.code, allPeople)
    const typed = { values, errors }
    const fields = html`${personFields(typed, people)}
${date(typed, 'fromOn', 'First day')}
${checkboxes({ idPrefix: 'interim', name: 'interim', items: [{ value: 'yes', text: 'For the time being (interim)', checked: typedAll(values, 'interim').includes('yes') }] })}`
    const title = `Enter who takes the post`
    return page(
      title,
      html`${heading({ title, caption: post.title })}${formView(`${postPath(post.id)}/holders/new`, csrf(), fields, 'Save', postPath(post.id))}`,
      post,
    )
  }
  return [
    route({
      method: 'GET',
      url: '/posts/:id/holders/new',
      params: PostParams,
      handler: asked => form(asked, {}),
    }),
    route({
      method: 'POST',
      url: '/posts/:id/holders/new',
      params: PostParams,
      body: HolderFields,
      handler: async ({ request, params, body }) => {
        const post = await postFor(rooms, request, params.id)
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, async trx => {
          const personId = await personFrom(trx, by, body)
          if (personId === null)
            throw invalid([{ field: 'person', message: 'Choose a person or enter a new one.' }])
          const now = (await holdersOf(trx, post.id)).find(
            each =>
              each.personId === personId && (each.untilOn === null || each.untilOn >= body.fromOn),
          )
          if (now !== undefined)
            throw invalid([
              {
                field: 'person',
                message: `They hold this post from ${longDay(now.fromOn)}. End that first.`,
              },
            ])
          await addHolder(trx, by, {
            postId: post.id,
            personId,
            fromOn: body.fromOn,
            untilOn: null,
            interim: body.interim === 'yes',
          })
        })
        return seeOther(postPath(post.id))
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
  ]
}

/** `/posts/<id>/holders/<person>/end`: the last day of whoever holds it. */
export function endHolderForms(rooms: BodiesRooms): readonly Route[] {
  type Shown = Asked & { readonly params: z.output<typeof HolderParams> }
  const held = async ({ request, params }: Pick<Shown, 'request' | 'params'>) => {
    const { council, today } = await placeOf(rooms, request)
    const post = await postFor(rooms, request, params.id)
    const holders = await rooms.db.as(council.code, trx => holdersOf(trx, post.id))
    const holder = holders.find(
      ({ personId, untilOn }) =>
        personId === params.person && (untilOn === null || untilOn > today),
    )
    if (holder === undefined) throw notFound()
    return { post, holder }
  }
  const form = async (
    asked: Shown,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { post, holder } = await held(asked)
    const title = 'Enter the last day in post'
    const action = `${postPath(post.id)}/holders/${holder.personId}/end`
    return page(
      title,
      html`${heading({ title, caption: post.title, lead: `Held since ${longDay(holder.fromOn)}.` })}${formView(action, asked.csrf(), date({ values, errors }, 'untilOn', 'Last day'), 'Save', postPath(post.id))}`,
      post,
    )
  }
  return [
    route({
      method: 'GET',
      url: '/posts/:id/holders/:person/end',
      params: HolderParams,
      handler: asked => form(asked, {}),
    }),
    route({
      method: 'POST',
      url: '/posts/:id/holders/:person/end',
      params: HolderParams,
      body: LastDayFields,
      handler: async ({ body: { untilOn }, ...asked }) => {
        const { post, holder } = await held(asked)
        refuseBefore('post', holder.fromOn, untilOn)
        const by = await changingOf(rooms, asked.request)
        await rooms.db.as(by.authority, trx => finishHolder(trx, by, holder, untilOn))
        return seeOther(postPath(post.id))
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
  ]
}
