// Things that happened, and lines made anew. On a wide chart each hair line has its words where they
// fit; otherwise it has a number, and the words stand in a list below the chart.
import { type Html, html } from '../html.ts'
import { type ChartPoint, indexFrom, periodName } from './points.ts'
import type { Plot, Scales } from './scales.ts'
import { type Size, textWidth } from './size.ts'
import { at } from './svg.ts'

type Dated = { readonly at: string; readonly text: string }

type Eventful = {
  readonly points: readonly ChartPoint[]
  readonly rebases?: readonly Dated[]
  readonly notes?: readonly Dated[]
  readonly numbered?: boolean
}

type ChartEvent = {
  readonly at: string
  readonly text: string
  readonly kind: 'rebase' | 'note'
  readonly index: number
}

export function eventsOf({ points, rebases = [], notes = [] }: Eventful): ChartEvent[] {
  return [
    ...rebases.map(event => ({ ...event, kind: 'rebase' as const })),
    ...notes.map(event => ({ ...event, kind: 'note' as const })),
  ]
    .map(event => ({ ...event, index: indexFrom(points, event.at) }))
    .filter(({ index }) => index >= 0)
    .toSorted((a, b) => a.index - b.index)
}

/** What happened, in the order of its numbers on the chart: those with a point to stand at. */
export function numberedEvents<Event extends Dated & { readonly kind: 'rebase' | 'note' }>(
  points: readonly ChartPoint[],
  events: readonly Event[],
): readonly Event[] {
  return events
    .map(event => ({ event, index: indexFrom(points, event.at) }))
    .filter(({ index }) => index >= 0)
    .toSorted((a, b) => a.index - b.index || rank(a.event) - rank(b.event))
    .map(({ event }) => event)
}

const rank = ({ kind }: { readonly kind: 'rebase' | 'note' }): number => (kind === 'rebase' ? 0 : 1)

/** One line for all that has the same number's place, so that numbers do not lie on each other. */
function numberLines(chart: Eventful, plot: Plot, scales: Scales): Html {
  const numbered = eventsOf(chart).map((event, i) => ({ ...event, number: i + 1 }))
  const groups = Map.groupBy(numbered, ({ index, kind }) => `${index} ${kind}`)
  return html`${[...groups.values()].map(group => {
    const [first] = group
    if (first === undefined) return null
    const x = scales.x(first.index) - (first.kind === 'rebase' ? scales.half : 0)
    const last = group.at(-1)?.number ?? first.number
    const words = last === first.number ? String(last) : `${first.number}–${last}`
    return html`<path class="chart__event chart__event--${first.kind}" fill="none" stroke-dasharray="2 3" d="M${at(x)} ${plot.top - 10}V${at(plot.bottom)}"/><text class="chart__note" x="${at(x)}" y="${plot.top - 15}" text-anchor="middle">${words}</text>`
  })}`
}

export function eventLines(chart: Eventful, size: Size, plot: Plot, scales: Scales): Html {
  if (chart.numbered) return numberLines(chart, plot, scales)
  const all = eventsOf(chart)
  return html`${all.map(({ kind, index, text }, i) => {
    const x = scales.x(index) - (kind === 'rebase' ? scales.half : 0)
    const next = all[i + 1]
    const room = (next ? scales.x(next.index) - 12 : size.width) - x
    const words = size.name === 'wide' && textWidth(text, size) < room ? text : String(i + 1)
    return html`<path class="chart__event chart__event--${kind}" fill="none" stroke-dasharray="2 3" d="M${at(x)} ${plot.top - 10}V${at(plot.bottom)}"/><text class="chart__note" x="${at(x)}" y="${plot.top - 15}" dx="-1">${words}</text>`
  })}`
}

/** The words of the numbers. */
export function eventList(chart: Eventful): Html | null {
  const all = eventsOf(chart)
  if (all.length === 0) return null
  return html`<ol class="chart__notes">${all.map(
    event => html`<li>${periodName(event.at)}: ${event.text}</li>`,
  )}</ol>`
}
