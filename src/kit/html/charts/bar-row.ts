import { scaleLinear } from 'd3-scale'
import { attributes, type Html, html } from '../html.ts'
import { at } from './svg.ts'

export type BarRow = {
  /** Null draws the track alone: there is no figure, or it may not be shown. */
  readonly value: number | null
  /** The ends of the scale, the same for every row of a breakdown. */
  readonly min: number
  readonly max: number
  /** How far chance alone could have moved the value. */
  readonly lower?: number | null
  readonly upper?: number | null
  /** What the rows are compared with, such as the whole. */
  readonly reference?: number | null
  readonly width?: number
  readonly height?: number
}

/**
 * One bar of a breakdown, with whiskers and a line to compare it with. It has no words: label and
 * figure stand beside it in the row of a table, and say all that it says.
 */
export function barRow(row: BarRow): Html {
  const { value, lower, upper, reference, width = 240, height = 20 } = row
  const scale = scaleLinear([row.min, row.max], [0, width]).clamp(true)
  const middle = height / 2
  const zero = scale(Math.max(row.min, Math.min(row.max, 0)))
  const end = value === null ? zero : scale(value)
  const whiskers =
    typeof lower === 'number' && typeof upper === 'number'
      ? html`<path class="chart__whisker" fill="none" d="M${at(scale(lower))} ${at(middle)}H${at(scale(upper))}M${at(scale(lower))} ${at(middle - 4)}v8M${at(scale(upper))} ${at(middle - 4)}v8"/>`
      : null
  const size = attributes({ viewBox: `0 0 ${at(width)} ${at(height)}`, width, height })
  return html`<svg class="chart chart--bar"${size} aria-hidden="true" focusable="false"><rect class="chart__track" fill-opacity="0.06" x="0" y="${at(middle - 6)}" width="${at(width)}" height="12"/>${
    value !== null &&
    html`<rect class="chart__bar" x="${at(Math.min(zero, end))}" y="${at(middle - 6)}" width="${at(Math.abs(end - zero))}" height="12"/>`
  }${whiskers}${
    typeof reference === 'number' &&
    html`<path class="chart__reference" fill="none" d="M${at(scale(reference))} 1V${at(height - 1)}"/>`
  }</svg>`
}
