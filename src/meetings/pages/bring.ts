import { z } from 'zod'
import { changingOf } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { fileUpload } from '#kit/html/components/index.ts'
import { html } from '#kit/html/html.ts'
import { fieldErrors } from '#kit/http/form.ts'
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
import { addPaper } from '../change.ts'
import { bringFile, MOST_BYTES } from '../files.ts'
import { meetingPath, nameOfMeeting } from '../names.ts'
import type { MeetingsRooms } from '../rooms.ts'
import { itemsOf, keepFile, papersOf } from '../store/index.ts'
import { PaperFields } from './fields.ts'
import { paperFields, words } from './form.view.ts'
import { paperIn, readPaper, refuseItem, valuesOf } from './papers.ts'
import { crumbs, CURRENT, type Shown, withMeeting } from './shown.ts'

/** A field of a form with files is cut off at 100,000 bytes; what comes near may have been. */
const MOST_TYPED_BESIDE = 95_000

const Params = z.object({ id: z.uuid() })
const PaperParams = z.object({ id: z.uuid(), paper: z.uuid() })
type OfMeeting = Asked & { readonly params: z.output<typeof Params> }

/** A paper as a file: alone, or in the place of one that was published. */
export function bringPages(rooms: MeetingsRooms): readonly Route[] {
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
