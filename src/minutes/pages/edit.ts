import { z } from 'zod'
import { changingOf, formView } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { input, insetText, textarea } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
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
import { placeOf } from '#findings'
import { changeParagraph, strikeParagraph } from '../change.ts'
import { meetingCrumbs } from '#meetings'
import { titleOf } from '../document.ts'
import { type WholeMinutes, wholeMinutes } from '../model.ts'
import { anchorOf, type Paragraph, paragraphPath, writePath } from '../minutes.ts'
import type { MinutesRooms } from '../rooms.ts'
import { paragraphById } from '../store/index.ts'
import { EditFields, StrikeFields } from './fields.ts'
import { draftBanner, wordsView } from './minutes.view.ts'
import { Params } from './read.ts'
import { kindField } from './write.view.ts'

type Of = Asked & { readonly params: z.output<typeof Params> }

const isOut = ({ minutes }: Pick<WholeMinutes, 'minutes'>): boolean =>
  minutes !== null && minutes.state !== 'being written'

/** `/minutes/p/<id>/edit` and `/strike`: one paragraph, for those who keep minutes. */
export function editPages(rooms: MinutesRooms): readonly Route[] {
  return [
    route({
      method: 'GET',
      url: '/minutes/p/:id/edit',
      params: Params,
      handler: asked => editPage(rooms, asked),
    }),
    route({
      method: 'POST',
      url: '/minutes/p/:id/edit',
      params: Params,
      body: EditFields,
      handler: async ({ body, ...asked }) => {
        const by = await changingOf(rooms, asked.request)
        const { kind, ...rewording } = body
        const done = await rooms.db.as(by.authority, trx =>
          changeParagraph(trx, by, asked.params.id, { ...rewording, ...(kind && { kind }) }),
        )
        if (done.kind === 'meanwhile') return besidePage(rooms, asked, body, done.now)
        return seeOther(`${writePath(done.paragraph.meetingId)}#${anchorOf(asked.params.id)}`)
      },
      refused: ({ values, errors, ...asked }) => editPage(rooms, asked, { values, errors }),
    }),
    route({
      method: 'GET',
      url: '/minutes/p/:id/strike',
      params: Params,
      handler: asked => strikePage(rooms, asked),
    }),
    route({
      method: 'POST',
      url: '/minutes/p/:id/strike',
      params: Params,
      body: StrikeFields,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        const { meetingId } = await rooms.db.as(by.authority, trx =>
          strikeParagraph(trx, by, params.id, body),
        )
        return seeOther(`${writePath(meetingId)}#${anchorOf(params.id)}`)
      },
      refused: ({ values, errors, ...asked }) => strikePage(rooms, asked, { values, errors }),
    }),
  ]
}

export async function paragraphFor(
  rooms: MinutesRooms,
  { request, params }: Pick<Of, 'request' | 'params'>,
): Promise<{ readonly whole: WholeMinutes; readonly paragraph: Paragraph }> {
  const place = await placeOf(rooms, request)
  return rooms.db.as(place.council.code, async trx => {
    const paragraph = await paragraphById(trx, params.id)
    if (paragraph === null) throw notFound()
    return { whole: await wholeMinutes(trx, paragraph.meetingId), paragraph }
  })
}

type Again = Pick<Refused, 'values' | 'errors'>

const nameOf = ({ number }: Paragraph): string =>
  number === '' ? 'the paragraph' : `paragraph ${number}`

async function editPage(rooms: MinutesRooms, asked: Of, again: Again | null = null) {
  const { whole, paragraph } = await paragraphFor(rooms, asked)
  const values = again?.values ?? {
    words: paragraph.words,
    kind: paragraph.kind,
    version: String(paragraph.version),
  }
  const title = `Change ${nameOf(paragraph)}`
  const body = html`${draftBanner(whole)}
${heading({ title, caption: titleOf(whole) })}
${editForm(asked, whole, paragraph, values, again?.errors ?? [])}`
  return show({ title, breadcrumbs: meetingCrumbs(whole), current: '/meetings', body })
}

function editForm(
  { csrf }: Of,
  whole: WholeMinutes,
  paragraph: Paragraph,
  values: FormValues,
  errors: Refused['errors'],
): Html {
  const fields = html`<input type="hidden" name="version" value="${typed(values, 'version')}">
${textarea({ id: 'words', name: 'words', rows: 10, label: { text: 'Words' }, value: typed(values, 'words'), errorMessage: errorOf(errors, 'words') })}
${paragraph.kind !== 'vote' && kindField('kind', typed(values, 'kind') || paragraph.kind)}
${isOut(whole) && reasonField(values, errors)}`
  const back = `${writePath(paragraph.meetingId)}#${anchorOf(paragraph.id)}`
  return formView(`${paragraphPath(paragraph.id)}/edit`, csrf(), fields, 'Save', back)
}

export function reasonField(values: FormValues, errors: Refused['errors']): Html {
  return input({
    id: 'reason',
    name: 'reason',
    label: { text: 'Why it is corrected' },
    hint: { text: 'These minutes are published: the reason is shown with the old words.' },
    value: typed(values, 'reason'),
    errorMessage: errorOf(errors, 'reason'),
  })
}

/** Two wrote at once: both texts side by side, and whoever was second decides. */
async function besidePage(
  rooms: MinutesRooms,
  asked: Of,
  typedIn: z.output<typeof EditFields>,
  now: Paragraph,
): Promise<Answer> {
  const { whole } = await paragraphFor(rooms, asked)
  const last = whole.changes.findLast(each => each.paragraphId === now.id)
  const who = last?.actorName ?? 'Somebody else'
  const title = `${who} changed ${nameOf(now)} while you were writing`
  const values = {
    words: typedIn.words,
    kind: typedIn.kind ?? now.kind,
    version: String(now.version),
    reason: typedIn.reason,
  }
  const body = html`${heading({ title, caption: titleOf(whole), lead: 'Nothing is lost. Both texts stand here: make one of them and save it, or leave theirs as it is.' })}
<div class="app-beside">
<div class="app-beside__form"><h2 class="govuk-heading-m">Your text</h2>${editForm(asked, whole, now, values, [])}</div>
<section aria-labelledby="theirs"><h2 class="govuk-heading-m" id="theirs">As it is saved now</h2>${insetText({ html: html`${wordsView({ ...now, struck: false })}` })}${now.struck && html`<p class="govuk-body">It was struck out.</p>`}
<p class="govuk-body"><a class="govuk-link" href="${writePath(now.meetingId)}#${anchorOf(now.id)}">Leave it as it is</a></p></section>
</div>`
  const page = { title, breadcrumbs: meetingCrumbs(whole), current: '/meetings', wide: true, body }
  return show(page, 409)
}

async function strikePage(rooms: MinutesRooms, asked: Of, again: Again | null = null) {
  const { whole, paragraph } = await paragraphFor(rooms, asked)
  const title = paragraph.struck
    ? `Put ${nameOf(paragraph)} back`
    : `Strike ${nameOf(paragraph)} out`
  const fields = html`<input type="hidden" name="struck" value="${paragraph.struck ? 'no' : 'yes'}">
${isOut(whole) && reasonField(again?.values ?? {}, again?.errors ?? [])}`
  const back = `${writePath(paragraph.meetingId)}#${anchorOf(paragraph.id)}`
  const body = html`${heading({ title, caption: titleOf(whole), lead: paragraph.struck ? 'It is part of the minutes again, with the number it had.' : 'It stays to be seen, struck through, and keeps its number.' })}
${insetText({ html: html`${wordsView({ ...paragraph, struck: false })}` })}
${formView(`${paragraphPath(paragraph.id)}/strike`, asked.csrf(), fields, paragraph.struck ? 'Put it back' : 'Strike it out', back)}`
  return show({ title, breadcrumbs: meetingCrumbs(whole), current: '/meetings', body })
}
