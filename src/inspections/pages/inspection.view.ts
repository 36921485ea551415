import { type Day, longDay } from '#calendar'
import { heading } from '#kit/html/blocks.ts'
import { button, dataTable, insetText, summaryList } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { type ThreadModel, threadView } from '#thread'
import { inspectionPath } from '../in-thread.ts'
import {
  frameworkIn,
  gradeShort,
  type Inspection,
  inspectionKinds,
  isAsked,
  isEmbargoed,
  type Point,
  pointKinds,
  statements,
} from '../inspection.ts'
import { type Challenge, challengeOutcomes, type Version } from '../kept.ts'

export interface InspectionModel {
  readonly inspection: Inspection
  readonly today: Day
  readonly thread: ThreadModel
  readonly challenges: readonly Challenge[]
  readonly versions: readonly Version[]
  /** The names of those who may read it under embargo. */
  readonly readers: readonly string[]
  readonly mayRecord: boolean
  readonly csrf: Html
}

export function inspectionView(model: InspectionModel): Html {
  const { inspection, today, mayRecord, csrf } = model
  const at = inspectionPath(inspection.id)
  const embargoed = isEmbargoed(inspection, today)
  return html`${heading({ title: inspection.title, caption: inspectionKinds[inspection.kind], lead: leadOf(inspection) })}
${embargoed && embargoView(model, at)}
${
  mayRecord &&
  html`<div class="govuk-button-group">${button({ text: 'Change this record', href: `${at}/change`, classes: 'govuk-button--secondary' })}${inspection.documentId !== null && html`<a class="govuk-link" href="${at}/report">Read the report page by page</a>`}</div>`
}
${factsView(inspection)}
${inspection.statement !== 'none' && html`<p class="govuk-body"><a class="govuk-link govuk-!-font-weight-bold" href="${at}/deadlines">Dates of the statement of action, with their working</a></p>`}
${judgementsView(inspection)}
${inspection.summary !== '' && html`<h2 class="govuk-heading-m">What it says</h2>${inspection.summary.split('\n').map(each => html`<p class="govuk-body">${each}</p>`)}`}
${pointsView(inspection.points.filter(isAsked), 'What must improve')}
${mayRecord && !embargoed && waitingView(inspection, at, csrf)}
${pointsView(
  inspection.points.filter(point => !isAsked(point)),
  'What is strong',
)}
${challengesView(model, at)}
${threadView(model.thread, 'What came of it')}
${versionsView(model.versions)}`
}

function leadOf({ judgements, points, kind }: Inspection): string {
  const asked = points.filter(isAsked).length
  const strong = points.length - asked
  const graded =
    judgements.length === 0
      ? 'No grade was given'
      : `${judgements.length} ${judgements.length === 1 ? 'judgement' : 'judgements'}`
  const recommended =
    asked === 0
      ? 'no recommendation'
      : asked === 1
        ? '1 recommendation'
        : `${asked} recommendations`
  const strengths =
    strong === 0 ? '' : `, and ${strong === 1 ? '1 strength' : `${strong} strengths`} named`
  return kind === 'self-evaluation'
    ? 'What the council says of itself.'
    : `${graded}, ${recommended}${strengths}.`
}

function embargoView({ inspection, readers, mayRecord, csrf }: InspectionModel, at: string): Html {
  return html`${insetText({
    html: html`<p class="govuk-body"><strong>Under embargo until ${longDay(inspection.embargoedUntil ?? 0)}.</strong> Only these can see that it exists: ${readers.join(', ')}. Its recommendations go to the inbox of findings when the embargo is lifted.</p>
${mayRecord && html`<form method="post" action="${at}/lift" novalidate>${csrf}${button({ text: 'Lift the embargo now', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`}`,
  })}`
}

function factsView(inspection: Inspection): Html {
  const framework = frameworkIn(inspection)
  const rows: [string, string][] = [
    ...(framework === null ? [] : [['Framework', framework.name] as [string, string]]),
    [
      'On site',
      inspection.beganOn === inspection.endedOn
        ? longDay(inspection.beganOn)
        : `${longDay(inspection.beganOn)} to ${longDay(inspection.endedOn)}`,
    ],
    ...(inspection.teamSize === null
      ? []
      : [['Inspectors', String(inspection.teamSize)] as [string, string]]),
    ...(inspection.theme === null ? [] : [['Theme', inspection.theme] as [string, string]]),
    [
      'Report received',
      inspection.receivedOn === null ? 'Not said' : longDay(inspection.receivedOn),
    ],
    [
      'Embargoed until',
      inspection.embargoedUntil === null
        ? 'No embargo'
        : `${longDay(inspection.embargoedUntil)}${inspection.embargoLiftedOn === null ? '' : `, lifted on ${longDay(inspection.embargoLiftedOn)}`}`,
    ],
    [
      'Published',
      inspection.publishedOn === null ? 'Not published' : longDay(inspection.publishedOn),
    ],
    ['Statement of action', statements[inspection.statement]],
  ]
  return summaryList({
    rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
  })
}

function judgementsView(inspection: Inspection): Html | false {
  const framework = frameworkIn(inspection)
  if (framework === null || inspection.judgements.length === 0) return false
  const made = new Map(inspection.judgements.map(each => [each.judgement, each]))
  return dataTable({
    caption: `Judgements in the grid of ${framework.shortName}`,
    captionSize: 'm',
    columns: [
      { heading: 'Judgement', names: true, cell: each => each.name },
      {
        heading: 'Grade',
        cell: each => {
          const grade = made.get(each.key)
          return grade === undefined ? 'No grade' : gradeShort[grade.grade]
        },
      },
      { heading: 'As printed', cell: each => made.get(each.key)?.words ?? '' },
    ],
    rows: framework.judgements,
  })
}

function pointsView(points: readonly Point[], title: string): Html | false {
  if (points.length === 0) return false
  return html`<h2 class="govuk-heading-m">${title}</h2>
<ol class="govuk-list app-points">${points.map(
    point => html`<li class="app-points__item" id="point-${point.id}">
<p class="govuk-body app-points__words">${point.words.split('\n').map((line, at) => html`${at > 0 && html`<br>`}${line}`)}</p>
<p class="govuk-body-s app-muted">${placeOf(point)}${point.findingId !== null && html`<a class="govuk-link" href="/findings/${point.findingId}">Finding in the inbox</a>`}</p>
</li>`,
  )}</ol>`
}

function placeOf({ kind, number, paragraphs, page }: Point): string {
  const parts = [
    ...(kind === 'recommendation' || kind === 'strength' ? [] : [pointKinds[kind]]),
    ...(number === null ? [] : [`Number ${number}`]),
    ...(paragraphs === '' ? [] : [`paragraphs ${paragraphs}`]),
    ...(page === null ? [] : [`page ${page}`]),
  ]
  const said = parts.join(', ')
  return said === '' ? '' : `${said.slice(0, 1).toUpperCase()}${said.slice(1)}. `
}

function waitingView({ points }: Inspection, at: string, csrf: Html): Html | false {
  const waiting = points.filter(point => isAsked(point) && point.findingId === null).length
  if (waiting === 0) return false
  return html`<form method="post" action="${at}/inbox" novalidate>${csrf}<p class="govuk-body">${waiting === 1 ? '1 of these is' : `${waiting} of these are`} not in the inbox of findings, so no action in a plan can answer ${waiting === 1 ? 'it' : 'them'}.</p>${button({ text: 'Put them into the inbox', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}

function challengesView({ challenges, mayRecord }: InspectionModel, at: string): Html | false {
  if (challenges.length === 0 && !mayRecord) return false
  return html`<h2 class="govuk-heading-m">Factual accuracy</h2>
${
  challenges.length === 0
    ? html`<p class="govuk-body">Nothing in the draft was contested, or nobody has written it down.</p>`
    : dataTable({
        caption: 'What the council said was not so, and what became of it',
        captionHidden: true,
        columns: [
          { heading: 'Paragraph', names: true, cell: each => each.paragraph },
          { heading: 'What was contested', cell: each => each.words },
          { heading: 'Sent', cell: each => longDay(each.sentOn) },
          { heading: 'Outcome', cell: each => challengeOutcomes[each.outcome] },
          {
            heading: 'Answer',
            cell: each =>
              html`${each.answer ?? ''}${each.answeredOn !== null && html` <span class="app-muted">${longDay(each.answeredOn)}</span>`}${mayRecord && each.outcome === 'open' && html` <a class="govuk-link" href="${at}/challenges/${each.id}">Write down the answer</a>`}`,
          },
        ],
        rows: challenges,
      })
}
${mayRecord && html`<p class="govuk-body"><a class="govuk-link" href="${at}/challenges/new">Add something that was contested</a></p>`}`
}

function versionsView(versions: readonly Version[]): Html | false {
  if (versions.length < 2) return false
  return html`<h2 class="govuk-heading-m">Versions of this record</h2>
<ul class="govuk-list">${versions.map(({ version, savedAt, savedBy }) => html`<li>Version ${version}: ${savedBy}, ${longDay(Math.floor(savedAt.getTime() / 86_400_000))}</li>`)}</ul>`
}
