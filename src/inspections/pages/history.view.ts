import { type Day, dayOf, isoDay, longDay } from '#calendar'
import { chartFigure } from '#kit/html/blocks.ts'
import { dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { inspectionPath } from '../in-thread.ts'
import type { GradeKey } from '../frameworks/index.ts'
import type { History, Line, Mark } from '../history.ts'

/** The picture twice, as its letters would be too small to read where the window is narrow. */
const sizes = {
  wide: { width: 760, left: 138, row: 44, top: 30, above: false, every: 9 },
  narrow: { width: 344, left: 16, row: 58, top: 48, above: true, every: 4 },
} as const
type Size = (typeof sizes)[keyof typeof sizes]
const right = 12

/** A letter and a colour for each grade: the letter says what the colour says. */
const looks: Readonly<Record<GradeKey, readonly [letter: string, fill: string, classes: string]>> =
  {
    outstanding: ['O', '#0b6350', 'app-letter app-letter--light'],
    good: ['G', '#3f8f5b', 'app-letter app-letter--light'],
    adequate: ['A', '#f0b84a', 'app-letter'],
    'requires-improvement': ['RI', '#f0b84a', 'app-letter'],
    inadequate: ['I', '#b3261e', 'app-letter app-letter--light'],
    'typically-positive': ['P', '#3f8f5b', 'app-letter app-letter--light'],
    inconsistent: ['C', '#f0b84a', 'app-letter'],
    'widespread-failings': ['F', '#b3261e', 'app-letter app-letter--light'],
    'statement-required': ['S', '#b3261e', 'app-letter app-letter--light'],
    'no-statement-required': ['N', '#3f8f5b', 'app-letter app-letter--light'],
  }

const yearOf = (day: Day): number => Number(isoDay(day).slice(0, 4))

/** All judgements from outside on one picture, with the same as a table. */
export function historyView(history: History, today: Day): Html | false {
  const { lines, changes, visits } = history
  const days = [
    ...lines.flatMap(({ marks }) => marks.map(({ on }) => on)),
    ...visits.map(({ on }) => on),
  ]
  if (days.length === 0 || lines.length === 0) return false
  const first = yearOf(Math.min(...days))
  const last = yearOf(Math.max(today, ...days)) + 1
  const span = { first, last, today, end: Math.max(today, ...days) }
  return chartFigure({
    caption: captionOf(lines),
    chart: html`${draw(history, span, 'wide')}${draw(history, span, 'narrow')}`,
    tableSummary: 'Show the judgements in a table',
    table: tableOf(lines),
    note: html`O outstanding, G good, RI requires improvement, I inadequate; for SEND across the area P typically positive, C inconsistent, F widespread failings. A line shows how long a judgement stood. Diamonds are visits and letters that give no grade.${
      changes.length > 0 &&
      html` The grid changed: ${changes.map(({ on, says }, at) => html`(${at + 1}) ${longDay(on)}. ${says} `)}A grade before and after such a line is not of quite the same thing.`
    }`,
  })
}

interface Span {
  readonly first: number
  readonly last: number
  readonly today: Day
  readonly end: Day
}

function draw(history: History, span: Span, name: keyof typeof sizes): Html {
  const { lines, changes, visits } = history
  const { first, last, today, end } = span
  const size = sizes[name]
  const { width, left, row, top } = size
  const from = dayOf(first, 1, 1) ?? 0
  const to = dayOf(last, 1, 1) ?? 1
  const across = (day: Day): number =>
    Math.round((left + ((day - from) / (to - from)) * (width - left - right)) * 10) / 10
  const visitsAt = top + lines.length * row
  const height = visitsAt + row + 8
  const years = Array.from({ length: last - first }, (_, at) => first + at)
  const every = Math.ceil(years.length / size.every)
  const startOf = (year: number): number => across(dayOf(year, 1, 1) ?? 0)
  return html`<svg class="chart chart--${name}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="judgements-${name} judgements-${name}-says" font-size="13">
<title id="judgements-${name}">Judgements from outside, ${first} to ${yearOf(today)}</title>
<desc id="judgements-${name}-says">${lines.map(line => `${line.name}: ${line.marks.map(({ on, words }) => `${words} in ${yearOf(on)}`).join(', ')}.`).join(' ')}</desc>
${years.map(
  (year, at) =>
    html`<line x1="${startOf(year)}" x2="${startOf(year)}" y1="20" y2="${height - 8}" stroke="#d9dedd"/>${at % every === 0 && html`<text x="${startOf(year) + 4}" y="14">${year}</text>`}`,
)}
${changes.map(
  ({ on }, at) =>
    html`<line x1="${across(on) - 16}" x2="${across(on) - 16}" y1="20" y2="${height - 8}" stroke="#17222b" stroke-width="1.4" stroke-dasharray="5 4"/><text x="${across(on) - 20}" y="${height - 10}" text-anchor="end" font-size="12">grid ${at + 1}</text>`,
)}
${lines.map((line, at) => lineView(line, top + at * row, across, across(end), size))}
<text x="0" y="${size.above ? visitsAt - 6 : visitsAt + 18}">Visits, letters</text>
${visits.map(({ on }) => html`<path d="M${across(on)} ${visitsAt + 6}l5 7l-5 7l-5-7z" fill="#4b5963"/>`)}
</svg>`
}

function lineView(
  line: Line,
  y: number,
  across: (day: Day) => number,
  end: number,
  { above }: Size,
): Html {
  return html`<text x="0" y="${above ? y - 6 : y + 18}">${line.name}</text>
${line.marks.map(mark => {
  const [letter, fill, classes] = looks[mark.grade]
  const x = across(mark.on)
  const to = mark.until === null ? end : across(mark.until)
  return html`<line x1="${x}" x2="${to}" y1="${y + 13}" y2="${y + 13}" stroke="${fill}" stroke-width="5"${mark.shared && html` stroke-dasharray="3 4"`}/><rect x="${x - 13}" y="${y}" width="26" height="26" rx="13" fill="${fill}" stroke="#ffffff" stroke-width="2"/><text x="${x}" y="${y + 17.5}" text-anchor="middle" font-size="12" font-weight="600" class="${classes}">${letter}</text>`
})}`
}

/** 'Overall: from inadequate in 2019 to good in 2025.' */
function captionOf(lines: readonly Line[]): string {
  const [line] = lines
  const first = line?.marks[0]
  const last = line?.marks.at(-1)
  if (line === undefined || first === undefined || last === undefined) return 'Judgements'
  if (first === last) return `${line.name}: ${last.words.toLowerCase()} in ${yearOf(last.on)}.`
  return `${line.name}: from ${first.words.toLowerCase()} in ${yearOf(first.on)} to ${last.words.toLowerCase()} in ${yearOf(last.on)}.`
}

function tableOf(lines: readonly Line[]): Html {
  const rows = lines.flatMap(line => line.marks.map(mark => ({ line, mark })))
  return dataTable({
    caption: 'Judgements from outside',
    captionHidden: true,
    columns: [
      { heading: 'About', names: true, cell: ({ line }) => line.name },
      { heading: 'Ended', cell: ({ mark }) => linkTo(mark) },
      { heading: 'Grade', cell: ({ mark }) => mark.words },
      {
        heading: 'As the report calls it',
        cell: ({ mark }) =>
          mark.shared ? `${mark.judgement} (judged together with others)` : mark.judgement,
      },
    ],
    rows,
  })
}

const linkTo = ({ inspectionId, on }: Mark): Html =>
  html`<a class="govuk-link" href="${inspectionPath(inspectionId)}">${longDay(on)}</a>`
