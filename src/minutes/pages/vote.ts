import { z } from 'zod'
import { changingOf, formView, maybeText, placeOf } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { input, insetText, select, textarea } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  conflict,
  errorOf,
  type FormValues,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typed,
} from '#kit/http/index.ts'
import { type Item, meetingCrumbs } from '#meetings'
import { titleOf } from '../document.ts'
import { type WholeMinutes, wholeMinutes } from '../model.ts'
import { anchorOf, minutesPath, type Paragraph, paragraphPath, writePath } from '../minutes.ts'
import type { MinutesRooms } from '../rooms.ts'
import { votesOf } from '../store/index.ts'
import { correctVote, recordVote, votersOf } from '../vote-change.ts'
import { type BallotKind, ballots, refusalWords, type Vote } from '../votes.ts'
import { MaybeId, Version } from './fields.ts'
import { paragraphFor, reasonField } from './edit.ts'
import { Params } from './read.ts'

const Count = z
  .string()
  .trim()
  .default('')
  .transform((typedIn, context): number => {
    if (typedIn === '') return 0
    if (/^\d{1,3}$/.test(typedIn)) return Number(typedIn)
    context.addIssue({ code: 'custom', message: 'Enter how many in figures, such as 7.' })
    return z.NEVER
  })

const VoteFields = z.looseObject({
  item: MaybeId,
  motion: maybeText(4000),
  proposer: maybeText(200),
  seconder: maybeText(200),
  votesFor: Count,
  votesAgainst: Count,
  abstained: Count,
  after: MaybeId,
  version: Version.default(1),
  reason: maybeText(1000),
})
type VoteFields = z.output<typeof VoteFields>

const BALLOT = 'ballot-'
const isBallot = (value: unknown): value is BallotKind =>
  typeof value === 'string' && Object.hasOwn(ballots, value)

function askedIn(body: VoteFields) {
  const cast = Object.entries(body).flatMap(([name, value]): [string, BallotKind][] =>
    name.startsWith(BALLOT) && isBallot(value) ? [[name.slice(BALLOT.length), value]] : [],
  )
  const { item, motion, proposer, seconder, votesFor, votesAgainst, abstained, after, reason } =
    body
  return {
    itemId: item,
    motion,
    proposer,
    seconder,
    ballots: new Map(cast),
    counted: { votesFor, votesAgainst, abstained },
    after,
    reason,
  }
}

/** `/meetings/<id>/minutes/vote` and `/minutes/p/<id>/vote`: who voted how, or how many did. */
export function votePages(rooms: MinutesRooms): readonly Route[] {
  type Of = Asked & { readonly params: z.output<typeof Params> }
  type Again = Pick<Refused, 'values' | 'errors'>
  const Query = z.object({ item: MaybeId })
  const newPage = async (
    { request, csrf, params, query }: Of & { readonly query?: z.output<typeof Query> },
    again: Again | null = null,
  ): Promise<Answer> => {
    const place = await placeOf(rooms, request)
    const itemId = (again === null ? query?.item : typed(again.values, 'item')) ?? ''
    const whole = await rooms.db.as(place.council.code, trx => wholeMinutes(trx, params.id))
    const item = whole.items.find(each => each.id === itemId) ?? null
    const form = await formOf(rooms, request, whole, item, again, null)
    const action = `${minutesPath(params.id)}/vote`
    return pageOf(
      whole,
      'Record a vote',
      formView(action, csrf(), form, 'Record it', writePath(params.id)),
    )
  }
  const changePage = async (asked: Of, again: Again | null = null): Promise<Answer> => {
    const { whole, paragraph } = await paragraphFor(rooms, asked)
    const place = await placeOf(rooms, asked.request)
    const vote = (await rooms.db.as(place.council.code, trx => votesOf(trx, [paragraph.id]))).get(
      paragraph.id,
    )
    if (vote === undefined) throw notFound()
    const item = whole.items.find(each => each.id === paragraph.itemId) ?? null
    const values = again ?? { values: valuesOf(vote, paragraph), errors: [] }
    const form = await formOf(rooms, asked.request, whole, item, values, paragraph)
    const back = `${writePath(paragraph.meetingId)}#${anchorOf(paragraph.id)}`
    const action = `${paragraphPath(paragraph.id)}/vote`
    return pageOf(whole, 'Change a vote', formView(action, asked.csrf(), form, 'Save', back))
  }
  return [
    route({
      method: 'GET',
      url: '/meetings/:id/minutes/vote',
      params: Params,
      query: Query,
      handler: asked => newPage(asked),
    }),
    route({
      method: 'POST',
      url: '/meetings/:id/minutes/vote',
      params: Params,
      body: VoteFields,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        const { id } = await rooms.db.as(by.authority, trx =>
          recordVote(trx, by, params.id, askedIn(body)),
        )
        return seeOther(`${writePath(params.id)}#${anchorOf(id)}`)
      },
      refused: ({ values, errors, request, reply, csrf, params }) =>
        newPage({ request, reply, csrf, params }, { values, errors }),
    }),
    route({
      method: 'GET',
      url: '/minutes/p/:id/vote',
      params: Params,
      handler: asked => changePage(asked),
    }),
    route({
      method: 'POST',
      url: '/minutes/p/:id/vote',
      params: Params,
      body: VoteFields,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        const done = await rooms.db.as(by.authority, trx =>
          correctVote(trx, by, params.id, { ...askedIn(body), version: body.version }),
        )
        if (done.kind === 'meanwhile')
          throw conflict('Somebody else changed this vote while you were writing. Open it again.')
        return seeOther(`${writePath(done.paragraph.meetingId)}#${anchorOf(params.id)}`)
      },
      refused: ({ values, errors, ...asked }) => changePage(asked, { values, errors }),
    }),
  ]
}

function pageOf(whole: WholeMinutes, title: string, form: Html): Answer {
  const body = html`${heading({ title, caption: titleOf(whole), lead: 'Enter how each voted, or only how many did. Those without a vote are shown with the rule.' })}
${form}`
  return show({ title, breadcrumbs: meetingCrumbs(whole), current: '/meetings', body })
}

async function formOf(
  rooms: MinutesRooms,
  request: Asked['request'],
  whole: WholeMinutes,
  item: Item | null,
  again: Pick<Refused, 'values' | 'errors'> | null,
  paragraph: Paragraph | null,
): Promise<Html> {
  const { council } = await placeOf(rooms, request)
  const voters = await rooms.db.as(council.code, trx => votersOf(trx, whole.meeting.id, item))
  const { values = {}, errors = [] } = again ?? {}
  const isOut = whole.minutes !== null && whole.minutes.state !== 'being written'
  const text = (field: string, label: string) =>
    input({
      id: field,
      name: field,
      label: { text: label },
      value: typed(values, field),
      errorMessage: errorOf(errors, field),
    })
  const count = (field: string, label: string) =>
    input({
      id: field,
      name: field,
      label: { text: label },
      classes: 'govuk-input--width-3',
      inputmode: 'numeric',
      value: typed(values, field),
      errorMessage: errorOf(errors, field),
    })
  return html`${
    paragraph === null
      ? select({
          id: 'item',
          name: 'item',
          label: { text: 'Item' },
          items: [
            { value: '', text: 'Before the first item' },
            ...whole.items.map(each => ({
              value: each.id,
              text: `${each.number}. ${each.title}${each.education ? ' (education)' : ''}`,
              selected: each.id === item?.id,
            })),
          ],
        })
      : html`<input type="hidden" name="version" value="${typed(values, 'version')}">`
  }
${textarea({ id: 'motion', name: 'motion', rows: 3, label: { text: 'Motion' }, value: typed(values, 'motion'), errorMessage: errorOf(errors, 'motion') })}
<div class="app-row">${text('proposer', 'Proposed by')}${text('seconder', 'Seconded by')}</div>
<h2 class="govuk-heading-m">How many</h2>
<div class="app-row">${count('votesFor', 'For')}${count('votesAgainst', 'Against')}${count('abstained', 'Abstained')}</div>
<h2 class="govuk-heading-m">Or by name</h2>
${voters.length === 0 && insetText({ text: 'Nobody is down as having been there. Enter the attendance of the meeting first.' })}
<div class="app-row">${voters.map(({ one, standing }) => html`${select({ id: `${BALLOT}${one.id}`, name: `${BALLOT}${one.id}`, label: { text: one.name }, ...(!standing.may && { hint: { text: refusalWords(standing) } }), items: ballotItems(values, one.id), errorMessage: errorOf(errors, `${BALLOT}${one.id}`) })}`)}</div>
${isOut && reasonField(values, errors)}`
}

const ballotItems = (values: FormValues, id: string) => [
  { value: '', text: 'Not recorded' },
  ...Object.entries(ballots).map(([value, text]) => ({
    value,
    text,
    selected: typed(values, `${BALLOT}${id}`) === value,
  })),
]

function valuesOf(vote: Vote, paragraph: Paragraph): FormValues {
  return {
    item: paragraph.itemId ?? '',
    motion: vote.motion,
    proposer: vote.proposer,
    seconder: vote.seconder,
    votesFor: vote.named ? '' : String(vote.votesFor),
    votesAgainst: vote.named ? '' : String(vote.votesAgainst),
    abstained: vote.named ? '' : String(vote.abstained),
    version: String(paragraph.version),
    ...Object.fromEntries(vote.ballots.map(each => [`${BALLOT}${each.attendance}`, each.vote])),
  }
}
