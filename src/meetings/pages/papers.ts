import { z } from 'zod'
import { changingOf, formView } from '#findings'
import { heading } from '#kit/html/blocks.ts'
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
import { moved } from '../agenda.ts'
import { addPaper, changePaper } from '../change.ts'
import { mergeEdits, readWas } from '../editing.ts'
import type { Paper } from '../meeting.ts'
import { meetingPath, nameOfMeeting, paperPath } from '../names.ts'
import type { MeetingsRooms } from '../rooms.ts'
import { deletePaper, itemsOf, paperById, papersOf } from '../store/index.ts'
import { onlyText, refuseCrossed } from './change.ts'
import { exemptionIn, exemptValues, PaperFields, ReasonFields } from './fields.ts'
import { crossingsView, paperFields, wasField, words } from './form.view.ts'
import { crumbs, CURRENT, type Shown, withMeeting } from './shown.ts'

const Params = z.object({ id: z.uuid() })
const PaperParams = z.object({ id: z.uuid(), paper: z.uuid() })
type OfMeeting = Asked & { readonly params: z.output<typeof Params> }
type OfPaper = Asked & { readonly params: z.output<typeof PaperParams> }

/** The pages on which papers are written, changed and withdrawn. */
export function paperPages(rooms: MeetingsRooms): readonly Route[] {
  return [...newPages(rooms), ...changePages(rooms), ...endPages(rooms), movePage(rooms)]
}

const typedField = (form: { readonly values: FormValues; readonly errors: Refused['errors'] }) =>
  words(
    form,
    'words',
    'The paper',
    'A blank line ends a paragraph. ‘# ’ begins a heading, ‘3.1 ’ a numbered paragraph, ‘- ’ a point; cells of a table stand apart by tabs.',
    24,
  )

/** @throws invalid where it does not say by which rule it is kept from the public */
export function readPaper(fields: z.output<typeof PaperFields>) {
  const exempt = exemptionIn(fields)
  if ('message' in exempt) throw invalid([exempt])
  const { title, kind, author, itemId } = fields
  return { title, kind, author, itemId: itemId === '' ? null : itemId, ...exempt }
}

export async function refuseItem({ trx, meeting }: Shown, itemId: string | null): Promise<void> {
  if (itemId === null) return
  const items = await itemsOf(trx, meeting.id)
  if (!items.some(({ id }) => id === itemId))
    throw invalid([{ field: 'itemId', message: 'Choose an item of this agenda.' }])
}

function newPages(rooms: MeetingsRooms): readonly Route[] {
  const page = (asked: OfMeeting, values: FormValues, errors: Refused['errors'] = []) =>
    withMeeting(rooms, asked.request, asked.params.id, async shown => {
      const items = await itemsOf(shown.trx, shown.meeting.id)
      const form = { values, errors }
      const fields = html`${paperFields(form, items)}${typedField(form)}`
      return paperForm(shown, asked, 'Type a paper', 'papers/new', fields, 'Save the paper')
    })
  return [
    route({
      method: 'GET',
      url: '/meetings/:id/papers/new',
      params: Params,
      query: z.object({ item: z.string().max(40).default('') }),
      handler: asked => page(asked, { kind: 'report', itemId: asked.query.item }),
    }),
    route({
      method: 'POST',
      url: '/meetings/:id/papers/new',
      params: Params,
      body: PaperFields,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        const fields = readPaper(body)
        if (body.words.trim() === '')
          throw invalid([{ field: 'words', message: 'Enter what the paper says.' }])
        await withMeeting(rooms, request, params.id, async shown => {
          await refuseItem(shown, fields.itemId)
          const paper = { ...fields, meetingId: shown.meeting.id, words: body.words }
          await addPaper(shown.trx, by, paper)
        })
        return seeOther(`${meetingPath(params.id)}/agenda`)
      },
      refused: ({ values, errors, ...asked }) => page(asked, values, errors),
    }),
  ]
}

function paperForm(
  { meeting, body: of }: Shown,
  asked: Asked,
  title: string,
  to: string,
  fields: Html,
  submit: string,
): Answer {
  const at = meetingPath(meeting.id)
  const body = html`${heading({ title, caption: nameOfMeeting(of, meeting) })}
${formView(`${at}/${to}`, asked.csrf(), fields, submit, `${at}/agenda`)}`
  return show({ title, current: CURRENT, breadcrumbs: crumbs({ body: of, meeting }), body })
}

const labels = {
  title: 'What the paper is called',
  kind: 'Kind',
  itemId: 'Item of the agenda',
  author: 'Who wrote it',
  words: 'The paper',
  exempt: 'Whether the public may read it',
  paragraph: 'Paragraph',
  exemptWords: 'What may be said of it',
  publicInterest: 'Public interest',
} as const

export const valuesOf = (paper: Paper): Record<string, string> => ({
  title: paper.title,
  kind: paper.kind,
  itemId: paper.itemId ?? '',
  author: paper.author,
  ...(paper.fileSha === null && { words: paper.words ?? '' }),
  ...exemptValues(paper.exempt),
})

export async function paperIn({ trx, meeting }: Shown, id: string): Promise<Paper> {
  const paper = await paperById(trx, id)
  if (paper === null || paper.meetingId !== meeting.id) throw notFound()
  return paper
}

function changePages(rooms: MeetingsRooms): readonly Route[] {
  const page = (asked: OfPaper, again: Pick<Refused, 'values' | 'errors'> | null = null) =>
    withMeeting(rooms, asked.request, asked.params.id, async shown => {
      const paper = await paperIn(shown, asked.params.paper)
      const items = await itemsOf(shown.trx, shown.meeting.id)
      const now = valuesOf(paper)
      const was = readWas(again?.values['was'])
      const merged =
        again === null || was === null ? null : mergeEdits(was, now, onlyText(again.values))
      const form = { values: merged?.values ?? again?.values ?? now, errors: again?.errors ?? [] }
      const fields = html`${wasField(now)}${merged !== null && crossingsView(merged.crossings, labels)}
${paperFields(form, items)}
${paper.fileSha === null ? typedField(form) : html`<p class="govuk-body"><a class="govuk-link" href="${paperPath(paper)}/file">The file</a>. To bring another in its place, take this one off and bring that.</p>`}`
      const to = `papers/${paper.id}/change`
      return paperForm(shown, asked, 'Change the paper', to, fields, 'Save the paper')
    })
  return [
    route({
      method: 'GET',
      url: '/meetings/:id/papers/:paper/change',
      params: PaperParams,
      handler: asked => page(asked),
    }),
    route({
      method: 'POST',
      url: '/meetings/:id/papers/:paper/change',
      params: PaperParams,
      body: PaperFields,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        const fields = readPaper(body)
        await withMeeting(rooms, request, params.id, async shown => {
          const paper = await paperIn(shown, params.paper)
          await refuseItem(shown, fields.itemId)
          const { was, replacesWords: _, ...typedNow } = body
          refuseCrossed(was, valuesOf(paper), typedNow)
          const own = paper.fileSha === null ? { ...fields, words: body.words } : fields
          await changePaper(shown.trx, by, paper.id, own)
        })
        return seeOther(`${meetingPath(params.id)}/agenda`)
      },
      refused: ({ values, errors, ...asked }) => page(asked, { values, errors }),
    }),
  ]
}

function endPages(rooms: MeetingsRooms): readonly Route[] {
  const page = (
    asked: OfPaper,
    way: 'withdraw' | 'remove',
    values: FormValues = {},
    errors: Refused['errors'] = [],
  ) =>
    withMeeting(rooms, asked.request, asked.params.id, async shown => {
      const paper = await paperIn(shown, asked.params.paper)
      const isPublished = way === 'withdraw'
      const title = isPublished ? 'Withdraw a paper' : 'Take a paper off'
      const fields = html`<p class="govuk-body">${paper.title}</p>
<p class="govuk-body">${isPublished ? 'It stays listed as withdrawn, with the reason, and nobody outside reads it any more. Nor do they get the pack that it is bound in: the other papers are read one by one.' : 'Nobody outside has seen it, and it is not kept.'}</p>
${isPublished && words({ values, errors }, 'reason', 'Reason')}`
      return paperForm(shown, asked, title, `papers/${paper.id}/${way}`, fields, title)
    })
  return [
    route({
      method: 'GET',
      url: '/meetings/:id/papers/:paper/withdraw',
      params: PaperParams,
      handler: asked => page(asked, 'withdraw'),
    }),
    route({
      method: 'POST',
      url: '/meetings/:id/papers/:paper/withdraw',
      params: PaperParams,
      body: ReasonFields,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await withMeeting(rooms, request, params.id, async shown => {
          const paper = await paperIn(shown, params.paper)
          await changePaper(shown.trx, by, paper.id, { withdrawnWords: body.reason })
        })
        return seeOther(`${meetingPath(params.id)}/agenda`)
      },
      refused: ({ values, errors, ...asked }) => page(asked, 'withdraw', values, errors),
    }),
    route({
      method: 'GET',
      url: '/meetings/:id/papers/:paper/remove',
      params: PaperParams,
      handler: asked => page(asked, 'remove'),
    }),
    route({
      method: 'POST',
      url: '/meetings/:id/papers/:paper/remove',
      params: PaperParams,
      handler: async ({ request, params }) => {
        const by = await changingOf(rooms, request)
        await withMeeting(rooms, request, params.id, async shown => {
          const paper = await paperIn(shown, params.paper)
          // A line in the journal says that it was there; what it said goes with it.
          await changePaper(shown.trx, by, paper.id, { withdrawnWords: 'taken off' })
          await deletePaper(shown.trx, paper.id)
        })
        return seeOther(`${meetingPath(params.id)}/agenda`)
      },
      refused: asked => page(asked, 'remove', asked.values, asked.errors),
    }),
  ]
}

function movePage(rooms: MeetingsRooms): Route {
  return route({
    method: 'POST',
    url: '/meetings/:id/papers/:paper/move',
    params: PaperParams,
    body: z.object({ way: z.enum(['up', 'down']) }),
    handler: async ({ request, params, body }) => {
      const by = await changingOf(rooms, request)
      await withMeeting(rooms, request, params.id, async shown => {
        const paper = await paperIn(shown, params.paper)
        const all = await papersOf(shown.trx, shown.meeting.id)
        const own = all.filter(each => each.itemId === paper.itemId)
        const order = moved(
          own.map(({ id }) => id),
          paper.id,
          body.way,
        )
        const places = own.map(({ position }) => position).toSorted((a, b) => a - b)
        for (const [at, id] of order.entries()) {
          const position = places[at] ?? at
          if (own.find(each => each.id === id)?.position !== position)
            await changePaper(shown.trx, by, id, { position })
        }
      })
      return seeOther(`${meetingPath(params.id)}/agenda`)
    },
  })
}
