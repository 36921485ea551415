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

export function eventLines(chart: Eventful, size: Size, plot: Plot, scales: Scales): Html {
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
