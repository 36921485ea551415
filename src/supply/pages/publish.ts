import { z } from 'zod'
import { changingOf, formView, placeOf } from '#findings'
import { type Dimension, dimensions, library } from '#indicators'
import { heading } from '#kit/html/blocks.ts'
import { html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  invalid,
  listOf,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import type { FormValues } from '#kit/http/form.ts'
import { permits, viewerOf } from '#people'
import { groundOf, monthsCounted, monthsOfChoice } from '../gather.ts'
import { plainChoice } from '../issue/build.ts'
import { drafted, drop, type Publishing, propose, publish } from '../issue/change.ts'
import type { Choice } from '../issue/contents.ts'
import { markOf } from '../issue/mark.ts'
import { approveIssues } from '../policy.ts'
import { proposalPath, publicIssuePath, publishPath } from '../paths.ts'
import type { SupplyRooms } from '../rooms.ts'
import { allIssues, proposalById, waitingProposals } from '../store/index.ts'
import { choiceFields, draftView, publishingView } from './publish.view.ts'

export const MOST_INDICATORS = 40
export const MOST_MONTHS = 36
/** Tables of one breakdown in one month; each is made safe by itself and beside those before it. */
const MOST_TABLES = 2000
const tooMany =
  'This is too much for one issue. Choose fewer indicators, fewer months or fewer breakdowns.'

const parts = dimensions.filter((each): each is Exclude<Dimension, 'county'> => each !== 'county')
const isoMonth = (message: string) => z.string().regex(/^\d{4}-\d{2}$/, message)

const Chosen = z.object({
  title: z.string().trim().min(1, 'Enter a title.').max(200, 'Enter a title of up to 200 letters.'),
  codes: listOf(z.string().max(40))
    .refine(codes => codes.length > 0, 'Choose at least one indicator.')
    .refine(
      codes => codes.length <= MOST_INDICATORS,
      `Choose up to ${MOST_INDICATORS} indicators. More belong in issues of their own.`,
    ),
  by: listOf(z.enum(parts, 'Choose breakdowns from the list.')),
  from: isoMonth('Choose the first month.'),
  to: isoMonth('Choose the last month.'),
  corrects: z.union([z.literal(''), z.coerce.number().int().min(1).max(1_000_000_000)]).default(''),
  reason: z.string().trim().max(2000, 'Say why in up to 2,000 letters.').default(''),
})

const crumbs = [
  { text: 'Indicators', href: '/indicators' },
  { text: 'Publish figures', href: publishPath },
]
const Params = z.object({ id: z.uuid() })

/** Choosing figures for everybody, and looking at what they would see. */
export function preparingPages(rooms: SupplyRooms): readonly Route[] {
  const { db } = rooms
  const form = async (
    asked: Asked,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { council } = await placeOf(rooms, asked.request)
    const [ground, issues] = await db.as(council.code, async trx => [
      await groundOf(trx),
      await allIssues(trx),
    ])
    const months = ground === null ? [] : monthsCounted(ground)
    const last = months.at(-1) ?? ''
    const usual = { from: months.at(-12) ?? months[0] ?? '', to: last }
    const fields = choiceFields({
      values: { ...usual, ...values },
      errors,
      months: months.toReversed(),
      definitions: library,
      issues,
      by: parts,
    })
    const title = 'Choose figures to publish'
    const lead =
      'Numbers from 1 to 5 are kept back, and so is whatever would give them away, here and beside what was published before. Somebody else looks at the result before it is published.'
    const body = html`${heading({ title, lead })}
${formView(`${publishPath}/new`, asked.csrf(), fields, 'See what the public would see', publishPath)}`
    return show({ title, breadcrumbs: crumbs, body })
  }
  return [
    route({
      method: 'GET',
      url: publishPath,
      handler: async ({ request }) => {
        const { council } = await placeOf(rooms, request)
        const [issues, waiting] = await db.as(council.code, async trx => [
          await allIssues(trx),
          await waitingProposals(trx),
        ])
        const body = publishingView({ issues, waiting })
        return show({ title: 'Publish figures', breadcrumbs: crumbs.slice(0, 1), body })
      },
    }),
    route({ method: 'GET', url: `${publishPath}/new`, handler: asked => form(asked, {}) }),
    route({
      method: 'POST',
      url: `${publishPath}/new`,
      body: Chosen,
      handler: async ({ request, body }) => {
        const by = await publishingOf(rooms, request)
        const choice = choiceOf(body)
        const id = await db.as(by.authority, async trx => {
          const corrects = body.corrects === '' ? null : body.corrects
          const issues = await allIssues(trx)
          if (corrects !== null && !issues.some(each => each.number === corrects))
            throw invalid([{ field: 'corrects', message: 'Choose an issue from the list.' }])
          if (corrects !== null && body.reason === '')
            throw invalid([{ field: 'reason', message: 'Say what was wrong in that issue.' }])
          const reason = corrects === null ? '' : body.reason
          return propose(trx, by, { title: body.title, choice, corrects, reason })
        })
        return seeOther(proposalPath(id))
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
    route({
      method: 'GET',
      url: `${publishPath}/:id`,
      params: Params,
      handler: async asked => {
        const { council } = await placeOf(rooms, asked.request)
        const found = await db.as(council.code, async trx => {
          const proposal = await proposalById(trx, asked.params.id)
          if (proposal === null || proposal.state !== 'waiting') return null
          const draft = await drafted(trx, library, council.name, proposal.choice)
          return { proposal, contents: draft.contents }
        })
        if (found === null) return seeOther(publishPath)
        const viewer = viewerOf(asked.request)
        const body = draftView({
          ...found,
          mark: markOf(found.contents),
          mayApprove: permits(approveIssues, viewer) && viewer.id !== found.proposal.preparedBy,
          isOwn: viewer.id === found.proposal.preparedBy,
          csrf: asked.csrf(),
        })
        return show({ title: found.proposal.title, breadcrumbs: crumbs, body })
      },
    }),
    route({
      method: 'POST',
      url: `${publishPath}/:id/drop`,
      params: Params,
      handler: async ({ request, params }) => {
        const by = await publishingOf(rooms, request)
        await db.as(by.authority, trx => drop(trx, by, params.id))
        return seeOther(publishPath)
      },
    }),
  ]
}

/** Publishing what somebody else has chosen. */
export function approvingPages(rooms: SupplyRooms): readonly Route[] {
  return [
    route({
      method: 'POST',
      url: `${publishPath}/:id/approve`,
      params: Params,
      body: z.object({ seen: z.string().max(64) }),
      handler: async ({ request, params, body }) => {
        const by = await publishingOf(rooms, request)
        const number = await rooms.db.as(by.authority, trx =>
          publish(trx, by, library, params.id, body.seen),
        )
        return seeOther(publicIssuePath(number))
      },
    }),
  ]
}

function choiceOf(body: z.output<typeof Chosen>): Choice {
  const choice = plainChoice(body, library)
  const { codes, by, from, to } = choice
  if (codes.length === 0)
    throw invalid([{ field: 'codes', message: 'Choose indicators from the list.' }])
  const months = monthsOfChoice({ from, to })
  if (months.length === 0)
    throw invalid([{ field: 'to', message: 'The last month must not be before the first.' }])
  if (months.length > MOST_MONTHS)
    throw invalid([{ field: 'from', message: `Choose up to ${MOST_MONTHS} months.` }])
  if (codes.length * months.length * Math.max(1, by.length) > MOST_TABLES)
    throw invalid([{ field: 'by', message: tooMany }])
  return { codes, by, from, to }
}

async function publishingOf(
  rooms: SupplyRooms,
  request: Parameters<typeof placeOf>[1],
): Promise<Publishing> {
  const { authority, actor, actorName, at } = await changingOf(rooms, request)
  const { council } = await placeOf(rooms, request)
  if (actor === '') throw notFound()
  return { authority, actor, actorName, at, council: council.name }
}
