import { type Html, html } from '../html.ts'
import type { Tone } from './points.ts'
import { at } from './svg.ts'

/**
 * Better is a disc, worse a square, other a diamond: three shapes of about one area, told apart at
 * five pixels and without colour.
 */
export function mark(tone: Tone, x: number, y: number, radius: number, name: Html | null): Html {
  const className = `chart__mark chart__mark--${tone}`
  if (tone === 'better') {
    return html`<circle class="${className}" cx="${at(x)}" cy="${at(y)}" r="${at(radius)}">${name}</circle>`
  }
  const side = radius * 0.9
  if (tone === 'worse') {
    return html`<rect class="${className}" x="${at(x - side)}" y="${at(y - side)}" width="${at(side * 2)}" height="${at(side * 2)}">${name}</rect>`
  }
  const reach = radius * 1.3
  return html`<path class="${className}" d="M${at(x)} ${at(y - reach)}L${at(x + reach)} ${at(y)}L${at(x)} ${at(y + reach)}L${at(x - reach)} ${at(y)}Z">${name}</path>`
}

/** A point that does not stand out. */
export const dot = (x: number, y: number, radius: number, name: Html | null): Html =>
  html`<circle class="chart__dot" cx="${at(x)}" cy="${at(y)}" r="${at(radius)}">${name}</circle>`
