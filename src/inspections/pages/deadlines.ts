import { z } from 'zod'
import { constitutionOn } from '#bodies'
import {
  citeLaw,
  type Constitution,
  type Day,
  explainDeadline,
  localLaw,
  longDay,
  ROUTE_STAGES,
  type RouteStep,
} from '#calendar'
import { formView, MaybeDay, maybeText } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { checkboxes, dataTable, input, insetText, textarea } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  errorOf,
  type FormValues,
  invalid,
  listOf,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typed,
} from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import { changeStatement } from '../change.ts'
import { daysOfBoard } from '../days-of-board.ts'
import { inspectionPath } from '../in-thread.ts'
import type { Inspection } from '../inspection.ts'
import { recordInspections } from '../policy.ts'
import { type Due, statementDates, type StatementDates, stageNames } from '../statement.ts'
import { currentBoard } from '../store/index.ts'
import { changingOf, inspectionFor, type InspectionsRooms } from './rooms.ts'

const Params = z.object({ id: z.uuid() })
const Query = z.object({
  cabinet: z.string().max(40).default(''),
  decision: z.enum(['key', 'not-key']).default('key'),
  callIn: z.enum(['runs', 'waived']).default('waived'),
})
const LetterFields = z.object({
  due: MaybeDay('Enter the day the letter gives, such as 18 September 2017.'),
  reason: maybeText(500),
  done: listOf(z.enum(ROUTE_STAGES)),
})

/** `/inspections/<id>/deadlines`: what is due, with its working, and the way back from it. */
export function deadlinePages(rooms: InspectionsRooms): {
  readonly see: readonly Route[]
  readonly change: readonly Route[]
} {
  type Shown = Asked & { readonly params: z.output<typeof Params> }
  const page = async (
    { request, csrf, params }: Shown,
    query: z.output<typeof Query>,
    again: Pick<Refused, 'values' | 'errors'> | null = null,
  ): Promise<Answer> => {
    const { place, inspection } = await inspectionFor(rooms, request, params.id)
    const [days, constitution] = await rooms.db.as(place.council.code, async trx => {
      const board = await currentBoard(trx)
      return [
        board === null ? null : await daysOfBoard(trx, board, place.today),
        await constitutionOn(trx, place.today),
      ] as const
    })
    const from = inspection.receivedOn ?? place.today
    const cabinet = cabinetDays(query.cabinet)
    const dates = statementDates(inspection, place.today, {
      boardDates: days === null ? [] : days.between(from, from + 200).map(({ on }) => on),
      cabinetDates: cabinet,
      keyDecision: query.decision === 'key',
      callIn: query.callIn === 'runs' ? constitution : null,
    })
    const at = inspectionPath(inspection.id)
    const body = html`${heading({ title: 'Dates of the statement of action', caption: inspection.title, lead: leadOf(dates, place.today) })}
${
  dates.nothing === null &&
  html`${routeView(dates, place.today)}${query.callIn === 'runs' && callInSource(constitution)}${assumptionsForm(at, query)}
<h2 class="govuk-heading-m">How each date is worked out</h2>
${dates.dues.map(due => dueView(due, place.today))}`
}
${
  permits(recordInspections, viewerOf(request)) &&
  letterForm(at, csrf(), again?.values ?? letterValues(inspection), again?.errors ?? [])
}`
    const breadcrumbs = [
      { text: 'Inspections', href: '/inspections' },
      { text: inspection.title, href: at },
    ]
    return show({
      title: 'Dates of the statement of action',
      breadcrumbs,
      current: '/inspections',
      body,
    })
  }
  return {
    see: [
      route({
        method: 'GET',
        url: '/inspections/:id/deadlines',
        params: Params,
        query: Query,
        handler: ({ query, ...asked }) => page(asked, query),
      }),
    ],
    change: [
      route({
        method: 'POST',
        url: '/inspections/:id/deadlines',
        params: Params,
        body: LetterFields,
        handler: async ({ request, params, body }) => {
          const { inspection } = await inspectionFor(rooms, request, params.id)
          const by = await changingOf(rooms, request)
          const letter = letterIn(body, inspection)
          const change = { letter, stagesDone: body.done }
          await rooms.db.as(by.authority, trx => changeStatement(trx, by, inspection.id, change))
          return seeOther(`${inspectionPath(inspection.id)}/deadlines`)
        },
        refused: ({ values, errors, ...asked }) => page(asked, Query.parse({}), { values, errors }),
      }),
    ],
  }
}

/** @throws invalid where a date has no reason, a reason no date, or the date lies before the inspection */
function letterIn(
  { due, reason }: z.output<typeof LetterFields>,
  { endedOn }: Inspection,
): Inspection['letter'] {
  if (due === null && reason === '') return null
  if (due === null)
    throw invalid([
      { field: 'due', message: 'Enter the day that the letter gives, or take the reason out.' },
    ])
  if (reason === '')
    throw invalid([{ field: 'reason', message: 'Say which letter gives this day, and why.' }])
  if (due < endedOn)
    throw invalid([
      {
        field: 'due',
        message: `The inspection ended on ${longDay(endedOn)}. The day must come after it.`,
      },
    ])
  return { due, reason }
}

function cabinetDays(typedDays: string): readonly Day[] {
  if (typedDays.trim() === '') return []
  const read = MaybeDay('').safeParse(typedDays)
  return read.success && read.data !== null ? [read.data] : []
}

const verdicts = {
  fits: 'The way there still fits.',
  'by-exception': 'The way there fits only by an exception.',
  'does-not-fit': 'The way there no longer fits.',
} as const

function leadOf({ route: way, nothing }: StatementDates, today: Day): string {
  if (nothing !== null || way === null) return nothing ?? ''
  if (way.steps.some(({ stage, state }) => stage === 'submission' && state === 'done'))
    return `The statement was due on ${longDay(way.due)}, and has been sent.`
  const days = way.due - today
  const when =
    days > 0
      ? `in ${days} ${days === 1 ? 'day' : 'days'}`
      : days === 0
        ? 'today'
        : 'a day that has passed'
  return `The statement is to be sent by ${longDay(way.due)}, ${when}. ${verdicts[way.verdict]}`
}

const stateWords: Readonly<Record<RouteStep['state'], string>> = {
  done: 'Done',
  today: 'Today',
  ahead: 'Ahead',
  missed: 'Missed',
}
const tagOf: Readonly<Record<RouteStep['state'], string>> = {
  done: 'govuk-tag--green',
  today: 'govuk-tag--yellow',
  ahead: 'govuk-tag--blue',
  missed: 'govuk-tag--red',
}

function routeView({ route: way }: StatementDates, today: Day): Html | false {
  if (way === null) return false
  return html`<h2 class="govuk-heading-m">The way back from ${longDay(way.due)}</h2>
${way.because.length > 0 && insetText({ html: html`${way.because.map(each => html`<p class="govuk-body">${each}</p>`)}` })}
${dataTable({
  caption: 'Each step by its last day',
  captionHidden: true,
  columns: [
    { heading: 'Last day', cell: step => longDay(step.day) },
    { heading: 'What', names: true, cell: step => step.what },
    {
      heading: 'State',
      cell: step =>
        html`<strong class="govuk-tag ${tagOf[step.state]}">${stateWords[step.state]}</strong>${step.state === 'ahead' && html` <span class="app-muted">in ${step.day - today} ${step.day - today === 1 ? 'day' : 'days'}</span>`}`,
    },
    { heading: 'What can still be done', cell: step => step.wayOut ?? '' },
  ],
  rows: way.steps,
})}`
}

function dueView({ title, deadline, overridden }: Due, today: Day): Html {
  const [answer = '', ...working] = explainDeadline(deadline)
  return html`<section class="app-due"><h3 class="govuk-heading-s">${title}: ${longDay(deadline.due)}${deadline.due < today && html` <span class="app-muted">(has passed)</span>`}</h3>
<p class="govuk-body">${answer}${overridden && html` A letter gives another day, which is worked to instead.`}</p>
<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Show the working, step by step</span></summary><div class="govuk-details__text"><ol class="govuk-list govuk-list--number">${working.map(step => html`<li>${step}</li>`)}</ol></div></details></section>`
}

function callInSource(constitution: Constitution): Html {
  const own = constitution.callIn
  const words =
    own === null
      ? `${constitution.document} has no call-in, so none is waited for.`
      : constitution.isExample
        ? 'Call-in is worked out by an example, not by the council’s own constitution.'
        : `Call-in is worked out by ${citeLaw(localLaw(constitution, own.paragraph))}.`
  return html`<p class="govuk-body">${words} <a class="govuk-link" href="/constitution">The constitution’s own rules</a></p>`
}

function assumptionsForm(at: string, query: z.output<typeof Query>): Html {
  const choice = (
    name: 'decision' | 'callIn',
    label: string,
    items: readonly (readonly [string, string])[],
  ): Html =>
    html`<div class="govuk-form-group"><label class="govuk-label" for="${name}">${label}</label><select class="govuk-select" id="${name}" name="${name}">${items.map(([value, words]) => html`<option value="${value}"${query[name] === value && html` selected`}>${words}</option>`)}</select></div>`
  return html`<form method="get" action="${at}/deadlines" class="app-filter">
<div class="govuk-form-group"><label class="govuk-label" for="cabinet">Cabinet meets on (empty for any working day)</label><input type="text" class="govuk-input govuk-input--width-20" id="cabinet" name="cabinet" value="${query.cabinet}" ></div>
${choice('decision', 'Is it a key decision?', [
  ['key', 'Yes: 28 clear days of notice'],
  ['not-key', 'No'],
])}
${choice('callIn', 'Call-in', [
  ['waived', 'Waived, or none'],
  ['runs', 'Must have run'],
])}
<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">Lay it out so</button>
</form>`
}

function letterValues({ letter, stagesDone }: Inspection): FormValues {
  return {
    due: letter === null ? '' : longDay(letter.due),
    reason: letter?.reason ?? '',
    done: stagesDone,
  }
}

function letterForm(at: string, csrf: Html, values: FormValues, errors: Refused['errors']): Html {
  const done = values['done'] ?? []
  const fields = html`<h2 class="govuk-heading-m">What is done, and what a letter says</h2>
${checkboxes({ idPrefix: 'done', name: 'done', classes: 'govuk-checkboxes--small', fieldset: { legend: { text: 'Steps that are done' } }, items: ROUTE_STAGES.filter(stage => stage !== 'call-in').map(stage => ({ value: stage, text: stageNames[stage], checked: done.includes(stage) })) })}
${input({ id: 'due', name: 'due', label: { text: 'A day given in a letter' }, hint: { text: 'It is worked to instead of the day that the law gives' }, classes: 'govuk-input--width-20', value: typed(values, 'due'), errorMessage: errorOf(errors, 'due') })}
${textarea({ id: 'reason', name: 'reason', rows: 2, label: { text: 'Which letter, and why' }, hint: { text: 'Such as: the letter of 4 April 2022 from Ofsted names this day' }, value: typed(values, 'reason'), errorMessage: errorOf(errors, 'reason') })}`
  return formView(`${at}/deadlines`, csrf, fields, 'Save')
}
