import { z } from 'zod'
import { longMonth } from '#calendar'
import { formView, maybeText, namesField, placeOf, refusePrivate, text } from '#findings'
import { definitionOf, type Slice } from '#indicators'
import { heading } from '#kit/html/blocks.ts'
import { button, details, radios } from '#kit/html/components/index.ts'
import { lineField, wordsField } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  type FormValues,
  forbidden,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typed,
} from '#kit/http/index.ts'
import {
  addNote,
  changeNote,
  eventsOf,
  newNotePath,
  type Note,
  noteById,
  notePath,
  type Place,
  withdrawNote,
} from '#marks'
import { viewerOf } from '#people'
import { SliceQuery, sliceOf } from './indicator.ts'
import { endedView, markHistoryView } from './mark-history.view.ts'
import {
  changingOf,
  definitionAt,
  mayNote,
  type MarkingRooms,
  MonthText,
  placeCrumbs,
} from './marking.ts'
import { indicatorPath } from './paths.ts'

const Fields = z.object({
  month: MonthText('Enter the month it happened in, such as March 2024.'),
  words: text(160, 'Enter what happened, in a few words.'),
  charts: z.enum(['all', 'one']).catch('one').default('one'),
  names: z.string().default(''),
})

const Code = z.object({ code: z.string().max(20) })
const Id = z.object({ id: z.uuid() })

/** Pages for notes on a point of a chart. */
export function notePages(rooms: MarkingRooms): {
  readonly see: readonly Route[]
  readonly write: readonly Route[]
} {
  const { db } = rooms
  const mayWrite = (asked: Pick<Asked, 'request'>, slice: Slice): void => {
    if (mayNote(viewerOf(asked.request), slice)) return
    throw forbidden('A team writes on the charts of its own, and not on those of others.')
  }
  const newPage = (
    asked: Asked,
    place: Place,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Answer => {
    const definition = definitionAt(asked.request, place.indicator, place.slice)
    mayWrite(asked, place.slice)
    const where = place.slice.dimension === 'county' ? 'Whole county' : place.slice.name
    const fields = noteFields(place.slice, { values, errors })
    const back = indicatorPath(place.indicator, place.slice)
    const body = html`${heading({ title: 'Write a note', caption: `${definition.name} · ${where}` })}
${formView(newNotePath(place), asked.csrf(), fields, 'Write the note', back)}`
    return show({ title: 'Write a note', breadcrumbs: placeCrumbs(place), body })
  }
  const onePage = async (
    asked: Asked,
    id: string,
    values: FormValues | null = null,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { council } = await placeOf(rooms, asked.request)
    const [note, events] = await db.as(council.code, async trx => [
      await noteById(trx, id),
      await eventsOf(trx, id),
    ])
    if (note === null) throw notFound()
    if (note.slice.dimension !== 'county') definitionAt(asked.request, anyCode, note.slice)
    const isOpen = note.withdrawn === null && mayNote(viewerOf(asked.request), note.slice)
    const fields = { values: values ?? valuesOf(note), errors }
    const body = html`${heading({ title: note.words, caption: `Note · ${longMonth(note.month)} · ${whereOf(note)}`, lead: `Written by ${note.madeByName}.` })}
${note.withdrawn !== null && endedView(note.withdrawn)}
${isOpen && html`<h2 class="govuk-heading-m">Change it</h2>${formView(notePath(id), asked.csrf(), noteFields(note.slice, fields, note.indicator !== null), 'Save the change')}${withdrawView(id, asked.csrf(), errors)}`}
${markHistoryView(events)}`
    const crumbs =
      note.indicator === null
        ? [{ text: 'Indicators', href: '/indicators' }]
        : placeCrumbs({ indicator: note.indicator, slice: note.slice })
    return show({ title: 'Note', breadcrumbs: crumbs, body })
  }
  return {
    see: [
      route({
        method: 'GET',
        url: '/indicators/notes/:id',
        params: Id,
        handler: asked => onePage(asked, asked.params.id),
      }),
    ],
    write: [
      route({
        method: 'GET',
        url: '/indicators/:code/note',
        params: Code,
        query: SliceQuery.extend({ month: maybeText(20) }),
        handler: asked =>
          newPage(
            asked,
            { indicator: asked.params.code, slice: sliceOf(asked.query) },
            { month: asked.query.month, charts: 'one' },
          ),
      }),
      route({
        method: 'POST',
        url: '/indicators/:code/note',
        params: Code,
        query: SliceQuery,
        body: Fields,
        handler: async ({ request, params, query, body }) => {
          const slice = sliceOf(query)
          const { code } = definitionAt(request, params.code, slice)
          mayWrite({ request }, slice)
          refusePrivate({ words: body.words }, body.names === 'none')
          const by = await changingOf(rooms, request)
          const { month, words } = body
          const indicator = body.charts === 'all' ? null : code
          await db.as(by.authority, trx => addNote(trx, by, slice, { indicator, month, words }))
          return seeOther(indicatorPath(code, slice))
        },
        refused: ({ values, errors, ...asked }) =>
          newPage(
            asked,
            { indicator: asked.params.code, slice: sliceOf(asked.query) },
            values,
            errors,
          ),
      }),
      route({
        method: 'POST',
        url: '/indicators/notes/:id',
        params: Id,
        body: Fields,
        handler: async ({ request, params, body }) => {
          const by = await changingOf(rooms, request)
          refusePrivate({ words: body.words }, body.names === 'none')
          await db.as(by.authority, async trx => {
            const note = await noteById(trx, params.id)
            if (note === null) throw notFound()
            mayWrite({ request }, note.slice)
            const { month, words } = body
            const indicator = body.charts === 'all' ? null : note.indicator
            await changeNote(trx, by, note.id, { indicator, month, words })
          })
          return seeOther(notePath(params.id))
        },
        refused: ({ values, errors, ...asked }) => onePage(asked, asked.params.id, values, errors),
      }),
      route({
        method: 'POST',
        url: '/indicators/notes/:id/withdraw',
        params: Id,
        body: z.object({ why: text(1000, 'Enter why it is withdrawn.') }),
        handler: async ({ request, params, body }) => {
          const by = await changingOf(rooms, request)
          await db.as(by.authority, async trx => {
            const note = await noteById(trx, params.id)
            if (note === null) throw notFound()
            mayWrite({ request }, note.slice)
            await withdrawNote(trx, by, note.id, body.why)
          })
          return seeOther(notePath(params.id))
        },
        refused: ({ errors, ...asked }) => onePage(asked, asked.params.id, null, errors),
      }),
    ],
  }
}

/** Any indicator will do to ask whether somebody may see a part of the county. */
const anyCode = 'AS01'

function whereOf({ slice, indicator }: Note): string {
  const charts = indicator === null ? 'every chart' : (definitionOf(indicator)?.name ?? indicator)
  return slice.dimension === 'county' ? `Whole county, ${charts}` : `${slice.name}, ${charts}`
}

const valuesOf = ({ month, words, indicator }: Note): FormValues => ({
  month: longMonth(month),
  words,
  charts: indicator === null ? 'all' : 'one',
})

function noteFields(
  slice: Slice,
  fields: { readonly values: FormValues; readonly errors: Refused['errors'] },
  mayChoose = true,
): Html {
  const where =
    slice.dimension === 'county' ? 'every chart there is' : `every chart of ${slice.name}`
  const chosen = typed(fields.values, 'charts')
  return html`${lineField(fields, 'month', 'Month', { width: 20, hint: 'For example, March 2024' })}
${lineField(fields, 'words', 'What happened', { hint: 'For example, ‘New team manager’. Never a name.' })}
${
  mayChoose
    ? radios({
        idPrefix: 'charts',
        name: 'charts',
        classes: 'govuk-radios--small',
        fieldset: { legend: { text: 'Where does it stand?' } },
        items: [
          { value: 'one', text: 'On this chart', checked: chosen !== 'all' },
          { value: 'all', text: `On ${where}`, checked: chosen === 'all' },
        ],
      })
    : html`<input type="hidden" name="charts" value="all">`
}
${namesField(fields.errors)}`
}

function withdrawView(id: string, csrf: Html, errors: Refused['errors']): Html {
  return details({
    summaryText: 'Withdraw it',
    open: errors.some(({ field }) => field === 'why'),
    html: html`<form method="post" action="${notePath(id)}/withdraw" novalidate>${csrf}
${wordsField({ values: {}, errors }, 'why', 'Why is it withdrawn?', { rows: 2 })}
${button({ text: 'Withdraw the note', classes: 'govuk-button--secondary' })}</form>`,
  })
}
