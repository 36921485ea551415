import { dayOf, isoDay, longDay, type Day } from '#calendar'
import { chartFigure } from '#kit/html/blocks.ts'
import { dataTable } from '#kit/html/components/index.ts'
import { at, picture } from '#kit/html/charts/svg.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { Journey, Spell } from '../journey.ts'
import { lasting } from '../steps/words.ts'

interface Row {
  readonly name: string
  readonly spells: readonly Spell[]
}

interface Size {
  readonly id: string
  readonly className: string
  readonly width: number
  readonly left: number
  readonly rowHeight: number
  readonly fontSize: number
  readonly yearsApart: number
}

const wide: Size = {
  id: 'spells-wide',
  className: 'chart chart--wide',
  width: 960,
  left: 200,
  rowHeight: 34,
  fontSize: 15,
  yearsApart: 52,
}
const narrow: Size = {
  id: 'spells-narrow',
  className: 'chart chart--narrow',
  width: 330,
  left: 0,
  rowHeight: 52,
  fontSize: 14,
  yearsApart: 46,
}

/** Times in need, on a plan and in care as bars over the years, with their sentence and their table. */
export function spellsView(journey: Journey): Html | null {
  const rows: readonly Row[] = [
    { name: 'Supported by social care', spells: journey.need },
    { name: 'On a protection plan', spells: journey.plan },
    { name: 'In care', spells: journey.care },
  ].filter(row => row.spells.length > 0)
  if (rows.length === 0) return null
  const all = rows.flatMap(row => row.spells.map(spell => ({ ...spell, name: row.name })))
  return chartFigure({
    caption: nowInWords(journey),
    chart: html`${drawing(rows, journey.asOf, wide)}${drawing(rows, journey.asOf, narrow)}`,
    table: dataTable({
      caption: 'Times in need, on a plan and in care',
      captionHidden: true,
      columns: [
        { heading: 'What', cell: row => row.name },
        { heading: 'From', cell: row => longDay(row.from) },
        { heading: 'Until', cell: row => (row.to === null ? 'It goes on' : longDay(row.to)) },
        { heading: 'How long', cell: row => lasting(row.from, row.to ?? journey.asOf) },
      ],
      rows: all.toSorted((a, b) => a.from - b.from),
    }),
    tableSummary: 'Show the dates in a table',
  })
}

export function nowInWords({ need, plan, care, asOf }: Journey): string {
  const isOpen = (spells: readonly Spell[]) => spells.some(spell => spell.to === null)
  const now = [
    isOpen(care) && 'is in care',
    isOpen(plan) && 'is on a child protection plan',
    isOpen(need) && !isOpen(care) && !isOpen(plan) && 'is supported as a child in need',
  ].filter(each => each !== false)
  const day = longDay(asOf)
  if (now.length > 0)
    return `On ${day}, the day of the newest extract, the child ${now.join(' and ')}.`
  return `On ${day}, the day of the newest extract, the child is not supported by children’s social care.`
}

function drawing(rows: readonly Row[], asOf: Day, size: Size): Html {
  const { width, left, rowHeight, fontSize } = size
  const first = Math.min(...rows.flatMap(row => row.spells.map(spell => spell.from)))
  const startYear = yearOf(first)
  const start = newYear(startYear)
  const end = Math.max(asOf, start + 365)
  const right = width - 8
  const x = (day: Day) =>
    left + ((Math.min(end, Math.max(start, day)) - start) / (end - start)) * (right - left)
  const bottom = rows.length * rowHeight + 6
  const named = left === 0
  const years = yearsShown(startYear, yearOf(end), (right - left) / size.yearsApart)
  const grid = years.map(
    year =>
      html`<path class="chart__rule" stroke-opacity="0.45" fill="none" d="M${at(x(newYear(year)))} 0V${at(bottom)}"/>${x(newYear(year)) + 3 * fontSize < width && html`<text x="${at(x(newYear(year)) + 4)}" y="${at(bottom + fontSize + 4)}">${year}</text>`}`,
  )
  const bars = rows.map((row, place) => {
    const top = place * rowHeight + (named ? 24 : 9)
    const label = named
      ? html`<text class="chart__label--last" x="0" y="${at(top - 6)}">${row.name}</text>`
      : html`<text class="chart__label--last" x="0" y="${at(top + 13)}">${row.name}</text>`
    const spells = row.spells.map(({ from, to }) => {
      const length = Math.max(3, x(to ?? end) - x(from))
      return html`<rect class="chart__bar" x="${at(x(from))}" y="${at(top)}" width="${at(length)}" height="18"/>`
    })
    return html`${label}<rect class="chart__track" x="${at(left)}" y="${at(top)}" width="${at(right - left)}" height="18"/>${spells}`
  })
  return picture(
    {
      id: size.id,
      className: size.className,
      width,
      height: bottom + fontSize + 10,
      fontSize,
      title: `Times in need, on a plan and in care from ${startYear} to ${yearOf(asOf)}`,
      description: rows.map(row => `${row.name}: ${row.spells.length} in all`).join('. '),
    },
    [...grid, ...bars],
  )
}

function yearsShown(first: number, last: number, room: number): readonly number[] {
  const all = Array.from({ length: last - first + 1 }, (_, place) => first + place)
  const step = Math.max(1, Math.ceil(all.length / Math.max(1, room)))
  return all.filter((_, place) => place % step === 0)
}

function yearOf(day: Day): number {
  return Number(isoDay(day).slice(0, 4))
}

function newYear(year: number): Day {
  return dayOf(year, 1, 1) ?? 0
}
