import { z } from 'zod'
import { changingOf, formView } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { fileUpload } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  errorOf,
  type FormValues,
  invalid,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  uploadRoute,
} from '#kit/http/index.ts'
import { fieldErrors } from '#kit/http/form.ts'
import { moved } from '../agenda.ts'
import { addPaper, changePaper } from '../change.ts'
import { mergeEdits, readWas } from '../editing.ts'
import { bringFile, MOST_BYTES } from '../files.ts'
import type { Paper } from '../meeting.ts'
import { meetingPath, nameOfMeeting, paperPath } from '../names.ts'
import type { MeetingsRooms } from '../rooms.ts'
import { deletePaper, itemsOf, keepFile, paperById, papersOf } from '../store/index.ts'
import { onlyText, refuseCrossed } from './change.ts'
import { exemptionIn, exemptValues, PaperFields, ReasonFields } from './fields.ts'
import { crossingsView, paperFields, wasField, words } from './form.view.ts'
import { crumbs, CURRENT, type Shown, withMeeting } from './shown.ts'

/** A field of a form with files is cut off at 100,000 bytes; what comes near may have been. */
const MOST_TYPED_BESIDE = 95_000

const Params = z.object({ id: z.uuid() })
const PaperParams = z.object({ id: z.uuid(), paper: z.uuid() })
type OfMeeting = Asked & { readonly params: z.output<typeof Params> }
type OfPaper = Asked & { readonly params: z.output<typeof PaperParams> }

/** The pages on which papers are written, brought, changed, replaced and withdrawn. */
export function paperPages(rooms: MeetingsRooms): readonly Route[] {
  return [
    ...newPages(rooms),
    ...changePages(rooms),
    ...bringPages(rooms),
    ...endPages(rooms),
    movePage(rooms),
  ]
}

const typedField = (form: { readonly values: FormValues; readonly errors: Refused['errors'] }) =>
  words(
    form,
    'words',
    'The paper',
    'A blank line ends a paragraph. ‘# ’ begins a heading, ‘3.1 ’ a numbered paragraph, ‘- ’ a point; cells of a table stand apart by tabs.',
    24,
  )

type Typed = z.output<typeof PaperFields>

function readPaper(fields: Typed) {
  const exempt = exemptionIn(fields)
  if ('message' in exempt) throw invalid([exempt])
  const { title, kind, author, itemId } = fields
  return { title, kind, author, itemId: itemId === '' ? null : itemId, ...exempt }
}

async function refuseItem({ trx, meeting }: Shown, itemId: string | null): Promise<void> {
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

const valuesOf = (paper: Paper): Record<string, string> => ({
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

/** A paper as a file: alone, or in the place of one that was published. */
function bringPages(rooms: MeetingsRooms): readonly Route[] {
  const page = (
    asked: OfMeeting & { readonly replaces?: string },
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> =>
    withMeeting(rooms, asked.request, asked.params.id, async shown => {
      const items = await itemsOf(shown.trx, shown.meeting.id)
      const form = { values, errors }
      const { replaces } = asked
      const at = meetingPath(shown.meeting.id)
      const to = replaces === undefined ? `${at}/papers/bring` : `${at}/papers/${replaces}/replace`
      const title = replaces === undefined ? 'Bring a paper as a file' : 'Replace a paper'
      const lead =
        replaces === undefined
          ? 'Word, PDF, HTML or text, up to 50 MB. Its words are read, so that it can be searched and checked.'
          : 'The paper that was published stays listed, marked as replaced. The new one is published with the next supplement; its pages are numbered 12a, 12b after those that it replaces.'
      const body = html`${heading({ title, caption: nameOfMeeting(shown.body, shown.meeting), lead })}
<form method="post" action="${to}" enctype="multipart/form-data" novalidate>
${asked.csrf()}
${replaces !== undefined && words(form, 'replacesWords', 'Why it is replaced', 'Everybody who reads the agenda reads it.', 3)}
${paperFields(form, items)}
${replaces !== undefined && words(form, 'words', 'The new paper, typed', 'Or leave this empty and bring it as a file', 12)}
${fileUpload({ id: 'file', name: 'file', label: { text: 'The file' }, hint: { text: 'Without macros, and without other files in it' }, ...(errorOf(errors, 'file') && { errorMessage: errorOf(errors, 'file') }) })}
<div class="govuk-button-group"><button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">${replaces === undefined ? 'Bring it' : 'Put it in its place'}</button><a class="govuk-link" href="${at}/agenda">Cancel</a></div>
</form>`
      const breadcrumbs = crumbs({ body: shown.body, meeting: shown.meeting })
      return show({ title, current: CURRENT, breadcrumbs, body })
    })
  const paramsOf = (asked: Asked) => {
    const read = z
      .object({ id: z.uuid(), paper: z.uuid().optional() })
      .safeParse(asked.request.params)
    if (!read.success) throw notFound()
    return read.data
  }
  const shownAgain = (asked: Asked & Refused): Promise<Answer> => {
    const { id, paper } = paramsOf(asked)
    const own = { ...asked, params: { id }, ...(paper !== undefined && { replaces: paper }) }
    return page(own, asked.values, asked.errors)
  }
  return [
    route({
      method: 'GET',
      url: '/meetings/:id/papers/bring',
      params: Params,
      query: z.object({ item: z.string().max(40).default('') }),
      handler: asked => page(asked, { kind: 'report', itemId: asked.query.item }),
    }),
    uploadRoute({
      url: '/meetings/:id/papers/bring',
      fileBytes: MOST_BYTES,
      files: 1,
      handler: async asked => {
        const { id } = paramsOf(asked)
        await bring(rooms, asked, id, null)
        return seeOther(`${meetingPath(id)}/agenda`)
      },
      refused: shownAgain,
    }),
    route({
      method: 'GET',
      url: '/meetings/:id/papers/:paper/replace',
      params: PaperParams,
      handler: async asked => {
        const values = await withMeeting(rooms, asked.request, asked.params.id, async shown =>
          valuesOf(await paperIn(shown, asked.params.paper)),
        )
        const { id, paper } = asked.params
        return page({ ...asked, params: { id }, replaces: paper }, { ...values, words: '' })
      },
    }),
    uploadRoute({
      url: '/meetings/:id/papers/:paper/replace',
      fileBytes: MOST_BYTES,
      files: 1,
      handler: async asked => {
        const { id, paper } = paramsOf(asked)
        await bring(rooms, asked, id, paper ?? null)
        return seeOther(`${meetingPath(id)}/agenda`)
      },
      refused: shownAgain,
    }),
  ]
}

type Bringing = Parameters<Parameters<typeof uploadRoute>[0]['handler']>[0]

async function bring(
  rooms: MeetingsRooms,
  { request, values, files }: Bringing,
  id: string,
  replaces: string | null,
): Promise<void> {
  const by = await changingOf(rooms, request)
  const read = PaperFields.safeParse(values)
  const brought = await broughtIn(files)
  if (!read.success) throw invalid(fieldErrors(read.error))
  const fields = readPaper(read.data)
  const { replacesWords, words: typedWords } = read.data
  if (replaces !== null && replacesWords.length < 3)
    throw invalid([{ field: 'replacesWords', message: 'Enter why it is replaced.' }])
  const isTyped = replaces !== null && typedWords.trim() !== ''
  if (brought === null && !isTyped)
    throw invalid([{ field: 'file', message: 'Choose a file to bring.' }])
  if (Buffer.byteLength(typedWords) > MOST_TYPED_BESIDE)
    throw invalid([
      { field: 'words', message: 'That is longer than this form takes. Bring it as a file.' },
    ])
  if (brought !== null && isTyped)
    throw invalid([
      { field: 'words', message: 'Type the paper or bring it as a file, and not both.' },
    ])
  await withMeeting(rooms, request, id, async shown => {
    const { trx, meeting } = shown
    await refuseItem(shown, fields.itemId)
    if (replaces !== null) await refuseReplaced(shown, replaces)
    if (brought !== null) await keepFile(trx, by.authority, brought, { actor: by.actor, at: by.at })
    await addPaper(trx, by, {
      ...fields,
      meetingId: meeting.id,
      ...(brought === null ? { words: typedWords } : { fileSha: brought.sha256 }),
      ...(replaces !== null && { replaces, replacesWords }),
    })
  })
}

async function broughtIn(files: Bringing['files']) {
  for await (const file of files) return bringFile(file.name, file.content)
  return null
}

async function refuseReplaced(shown: Shown, replaces: string): Promise<void> {
  const old = await paperIn(shown, replaces)
  const others = await papersOf(shown.trx, shown.meeting.id)
  if (old.publishedAt === null)
    throw invalid([
      { field: 'file', message: 'That paper has not been published. Change it instead.' },
    ])
  if (others.some(each => each.replaces === old.id))
    throw invalid([{ field: 'file', message: 'That paper has been replaced already.' }])
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
