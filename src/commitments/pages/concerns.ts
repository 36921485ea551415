import { z } from 'zod'
import { ageInWords } from '#thread'
import { type Day, longDay } from '#calendar'
import { changingOf, formView } from '#findings'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { dataTable, radios } from '#kit/html/components/index.ts'
import { html } from '#kit/html/html.ts'
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
import { joinConcern } from '../change.ts'
import { nameOf } from '../commitment.ts'
import { concernThreads, type ConcernThread, likelyTheSameConcern } from '../concerns.ts'
import { commitmentPath } from '../in-thread.ts'
import type { CommitmentsRooms } from '../rooms.ts'
import { stateWords } from '../steps.ts'
import { commitmentLink, stateTag } from './marks.view.ts'
import { commitmentIn, commitmentsCrumb, seenBy } from './seen.ts'

/** `/commitments/concerns`: what was raised again and again, and what was answered. */
export function concernsPage(rooms: CommitmentsRooms): Route {
  return route({
    method: 'GET',
    url: '/commitments/concerns',
    handler: async ({ request }) => {
      const { all, today } = await seenBy(rooms, request)
      const threads = concernThreads(all)
      const body = html`${heading({ title: 'Concerns that return', lead: leadOf(threads) })}
${
  threads.length === 0
    ? emptyState({
        title: 'No concern has been raised',
        text: 'A concern that is minuted stands here. Where it comes back at a later meeting the two are joined, with the answers in between.',
      })
    : dataTable({
        caption: 'Concerns, those raised most often first',
        columns: [
          { heading: 'Concern', names: true, cell: each => commitmentLink(each.first) },
          { heading: 'Raised', numeric: true, cell: each => each.raisings.length },
          { heading: 'When', cell: daysOf },
          { heading: 'Where', cell: each => each.bodies.join(', ') },
          { heading: 'Answers', numeric: true, cell: each => each.answers.length },
          { heading: 'State', cell: each => stateTag(each.first) },
          { heading: 'Open for', cell: each => openFor(each, today) },
        ],
        rows: threads,
      })
}`
      return show({
        title: 'Concerns that return',
        breadcrumbs: [commitmentsCrumb],
        current: '/meetings',
        wide: true,
        body,
      })
    },
  })
}

function leadOf(threads: readonly ConcernThread[]): string {
  const open = threads.filter(each => each.isOpen)
  const back = open.filter(each => each.raisings.length > 1)
  const silent = back.filter(each => each.isUnanswered)
  if (open.length === 0) return 'No concern is open.'
  const came =
    back.length === 0
      ? 'None of them has come back.'
      : `${back.length} ${back.length === 1 ? 'has' : 'have'} come back at a later meeting${silent.length === 0 ? ', and each was answered.' : `, and ${silent.length === back.length && back.length > 1 ? 'none was answered since' : `${silent.length} ${silent.length === 1 ? 'is' : 'are'} not answered since`}.`}`
  return `${open.length} ${open.length === 1 ? 'concern is' : 'concerns are'} open. ${came}`
}

const daysOf = ({ raisings }: ConcernThread) =>
  html`${raisings.map((each, at) => html`${at > 0 && html`<br>`}${longDay(each.origin.on)}`)}`

const openFor = ({ isOpen, first }: ConcernThread, today: Day): string =>
  isOpen ? ageInWords(first.origin.on, today) : 'Closed'

const Params = z.object({ id: z.uuid() })

/** `/commitments/<id>/join`: says that a concern is one that was raised before. */
export function joinPages(rooms: CommitmentsRooms): readonly Route[] {
  type Request = Asked & { readonly params: z.output<typeof Params> }
  const page = async (
    { request, csrf, params }: Request,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const seen = await seenBy(rooms, request)
    const one = commitmentIn(seen, params.id)
    const at = commitmentPath(one.id)
    const alike = likelyTheSameConcern(one.words, one.origin.on, seen.all, one.id)
    const likely = new Map(alike.map(each => [each.other.id, each.shared]))
    const earlier = concernThreads(seen.all)
      .filter(
        ({ first, raisings }) =>
          first.origin.on <= one.origin.on && raisings.every(({ id }) => id !== one.id),
      )
      .toSorted((a, b) => Number(likely.has(b.first.id)) - Number(likely.has(a.first.id)))
    const title = 'Join with an earlier concern'
    const fields = radios({
      idPrefix: 'into',
      name: 'into',
      fieldset: { legend: { text: 'Which concern is it?' } },
      hint: { text: 'Those that are most alike come first.' },
      items: earlier.slice(0, 30).map(({ first }) => ({
        value: first.id,
        text: first.title,
        hint: {
          text: `${first.origin.label}. ${stateWords(first)}.${likely.has(first.id) ? ` Both have the words ${likely.get(first.id)?.slice(0, 5).join(', ') ?? ''}.` : ''}`,
        },
        checked: typed(values, 'into') === first.id,
      })),
      errorMessage: errorOf(errors, 'into'),
    })
    const body = html`${heading({ title, caption: `${nameOf(one)}: ${one.title}`, lead: 'It then counts as raised again, and the earlier one is open again if it was closed.' })}
${
  earlier.length === 0
    ? html`<p class="govuk-body">No other concern was raised before it.</p>`
    : formView(`${at}/join`, csrf(), fields, 'Join them', at)
}`
    const breadcrumbs = [commitmentsCrumb, { text: nameOf(one), href: at }]
    return show({ title, breadcrumbs, current: '/meetings', body })
  }
  return [
    route({
      method: 'GET',
      url: '/commitments/:id/join',
      params: Params,
      query: z.object({ into: z.string().max(40).default('') }),
      handler: ({ query, ...asked }) => page(asked, { into: query.into }),
    }),
    route({
      method: 'POST',
      url: '/commitments/:id/join',
      params: Params,
      body: z.object({
        into: z.uuid({ error: 'Choose the concern that was raised before.' }),
      }),
      handler: async ({ request, params, body }) => {
        const one = commitmentIn(await seenBy(rooms, request), params.id)
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx => joinConcern(trx, by, one.id, body.into))
        return seeOther(commitmentPath(one.id))
      },
      refused: ({ values, errors, ...asked }) => page(asked, values, errors),
    }),
  ]
}
