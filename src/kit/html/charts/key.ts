import { type Html, html } from '../html.ts'
import { mark } from './marks.ts'
import type { ChartPoint, Tone } from './points.ts'
import { type Size, textWidth } from './size.ts'
import { at } from './svg.ts'

export type Words = {
  readonly better: string
  readonly worse: string
  readonly other: string
  readonly centre: string
  readonly range: string
  readonly target: string
}

export type KeyEntry = {
  readonly sample: Tone | 'range'
  readonly text: string
  readonly x: number
  readonly row: number
}

export const keyRowHeight = 18
const sampleWidth = 19
const gap = 16

/** What each mark means; only what occurs. It stands above the plot and wraps where it must. */
export function keyEntriesOf(
  points: readonly ChartPoint[],
  words: Words,
  size: Size,
): readonly KeyEntry[] {
  const samples: KeyEntry['sample'][] = []
  if (points.some(point => point.upper !== null)) samples.push('range')
  for (const tone of ['better', 'worse', 'other'] as const) {
    if (points.some(point => point.tone === tone && point.value !== null)) samples.push(tone)
  }
  let x = 1
  let row = 0
  return samples.map(sample => {
    const text = words[sample]
    const width = sampleWidth + textWidth(text, size)
    if (x > 1 && x + width > size.width) {
      x = 1
      row++
    }
    const entry = { sample, text, x, row }
    x += width + gap
    return entry
  })
}

function sampleOf({ sample, x }: KeyEntry, y: number): Html {
  if (sample !== 'range') return mark(sample, x + 7, y, 4.5, null)
  return html`<rect class="chart__band" fill-opacity="0.1" x="${at(x)}" y="${y - 6}" width="14" height="12"/>`
}

export const keyOf = (entries: readonly KeyEntry[]): Html =>
  html`<g>${entries.map(entry => {
    const y = 9 + entry.row * keyRowHeight
    return html`${sampleOf(entry, y)}<text class="chart__key" x="${at(entry.x + sampleWidth)}" y="${y}" dy="0.32em">${entry.text}</text>`
  })}</g>`
