import { z } from 'zod'
import { changingOf, maybeText, text } from '#findings'
import { definitionOf, library } from '#indicators'
import { heading } from '#kit/html/blocks.ts'
import { button, dataTable, input, select } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  errorOf,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typed,
} from '#kit/http/index.ts'
import { meetingCrumbs } from '#meetings'
import { titleOf } from '../document.ts'
import type { WholeMinutes } from '../model.ts'
import { anchorOf, minutesPath, type Paragraph, paragraphPath } from '../minutes.ts'
import { sourceFigure } from '../raise.ts'
import { type MinutesRooms, shownMinutes } from '../rooms.ts'
import { paragraphById } from '../store/index.ts'
import { unbound } from './minutes.view.ts'
import { Params } from './read.ts'

const FigureFields = z.object({
  figure: text(60, 'Choose the figure.'),
  indicator: z
    .string()
    .trim()
    .max(20)
    .default('')
    .refine(code => code === '' || definitionOf(code) !== undefined, 'Choose an indicator.'),
  source: maybeText(300),
  period: maybeText(120),
})

/** `/meetings/<id>/minutes/figures`: what was quoted, and where each figure comes from. */
export function figurePages(rooms: MinutesRooms): readonly Route[] {
  const page = async (
    { request, csrf, params }: Asked & { readonly params: z.output<typeof Params> },
    again: (Pick<Refused, 'values' | 'errors'> & { readonly paragraph: string }) | null = null,
  ): Promise<Answer> => {
    const { whole } = await shownMinutes(rooms, request, params.id)
    const waiting = whole.paragraphs
      .map(paragraph => ({ paragraph, figures: unbound(paragraph, whole) }))
      .filter(each => each.figures.length > 0)
    const count = waiting.reduce((sum, each) => sum + each.figures.length, 0)
    const token = csrf()
    const title = 'Figures and their sources'
    const body = html`${heading({ title, caption: titleOf(whole), lead: count === 0 ? 'Every figure that was quoted says where it comes from.' : `${count} ${count === 1 ? 'figure has' : 'figures have'} no source yet. A reader cannot look ${count === 1 ? 'it' : 'them'} up.` })}
${waiting.map(({ paragraph, figures }) => html`<section class="app-point" id="${anchorOf(paragraph.id)}"><h2 class="govuk-heading-s">${paragraph.number === '' ? 'Paragraph' : paragraph.number}</h2>${figures.map((figure, nth) => figureForm(paragraph, figure.figure, figure.sentence, nth, token, again))}</section>`)}
${boundTable(whole)}`
    return show({ title, breadcrumbs: meetingCrumbs(whole), current: '/meetings', body })
  }
  return [
    route({
      method: 'GET',
      url: '/meetings/:id/minutes/figures',
      params: Params,
      handler: asked => page(asked),
    }),
    route({
      method: 'POST',
      url: '/minutes/p/:id/figure',
      params: Params,
      body: FigureFields,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        const definition = body.indicator === '' ? undefined : definitionOf(body.indicator)
        const meetingId = await rooms.db.as(by.authority, async trx => {
          await sourceFigure(trx, by, params.id, {
            figure: body.figure,
            indicator: definition?.code ?? null,
            source: body.source === '' ? (definition?.name ?? '') : body.source,
            period: body.period,
          })
          return (await paragraphById(trx, params.id))?.meetingId ?? ''
        })
        return seeOther(`${minutesPath(meetingId)}/figures`)
      },
      refused: async ({ values, errors, request, reply, csrf, params }) => {
        const by = await changingOf(rooms, request)
        const paragraph = await rooms.db.as(by.authority, trx => paragraphById(trx, params.id))
        return page(
          { request, reply, csrf, params: { id: paragraph?.meetingId ?? params.id } },
          { values, errors, paragraph: params.id },
        )
      },
    }),
  ]
}

function figureForm(
  paragraph: Paragraph,
  figure: string,
  sentence: string,
  nth: number,
  csrf: Html,
  again: (Pick<Refused, 'values' | 'errors'> & { readonly paragraph: string }) | null,
): Html {
  const isOwn = again?.paragraph === paragraph.id && typed(again.values, 'figure') === figure
  const values = isOwn ? again.values : {}
  const errors = isOwn ? again.errors : []
  const id = (field: string) => (isOwn ? field : `${field}-${paragraph.id}-${nth}`)
  return html`<form method="post" action="${paragraphPath(paragraph.id)}/figure" novalidate>${csrf}<input type="hidden" name="figure" value="${figure}">
<p class="govuk-body"><strong>${figure}</strong> <span class="app-muted">${sentence}</span></p>
<div class="app-row">${select({ id: id('indicator'), name: 'indicator', label: { text: 'Indicator' }, items: [{ value: '', text: 'None of them' }, ...library.map(({ code, name }) => ({ value: code, text: `${code} ${name}`, selected: typed(values, 'indicator') === code }))] })}
${input({ id: id('source'), name: 'source', label: { text: 'Or another source' }, value: typed(values, 'source'), errorMessage: errorOf(errors, 'source') })}
${input({ id: id('period'), name: 'period', label: { text: 'Period' }, classes: 'govuk-input--width-10', value: typed(values, 'period') })}
${button({ text: 'Save', classes: 'govuk-button--secondary' })}</div></form>`
}

function boundTable(whole: WholeMinutes): Html | false {
  const numberOf = new Map(whole.paragraphs.map(each => [each.id, each]))
  return (
    whole.figures.length > 0 &&
    dataTable({
      caption: 'Figures with their source',
      columns: [
        { heading: 'Figure', names: true, cell: each => each.figure },
        {
          heading: 'Paragraph',
          cell: each =>
            html`<a class="govuk-link" href="${paragraphPath(each.paragraphId)}">${numberOf.get(each.paragraphId)?.number || 'Paragraph'}</a>`,
        },
        {
          heading: 'Source',
          cell: each =>
            each.indicator === null
              ? each.source
              : html`<a class="govuk-link" href="/indicators/${each.indicator}">${each.source}</a>`,
        },
        { heading: 'Period', cell: each => each.period },
        { heading: 'Said by', cell: each => each.actorName },
      ],
      rows: whole.figures,
    })
  )
}
