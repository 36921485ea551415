import { attributes, type Html, html } from '../html.ts'

/** Coordinates with at most one decimal: a chart of seven years stays a few kilobytes. */
export const at = (value: number): number => Math.round(value * 10) / 10

export type XY = readonly [x: number, y: number]

/** A path through points, broken where there is null. */
export function pathThrough(points: readonly (XY | null)[]): string {
  let path = ''
  let isOpen = false
  for (const point of points) {
    if (point) path += `${isOpen ? 'L' : 'M'}${at(point[0])} ${at(point[1])}`
    isOpen = point !== null
  }
  return path
}

type Frame = {
  readonly width: number
  readonly height: number
  readonly fontSize: number
  readonly className: string
  /** Unique on the page. */
  readonly id: string
  readonly title: string
  readonly description?: string | undefined
}

/**
 * A picture with a name: role img keeps assistive technology from reading the parts one by one, and
 * the title and description say what they show. Its numbers belong in a table beside it.
 */
export function picture(frame: Frame, content: readonly Html[]): Html {
  const { id, width, height, description } = frame
  const named = attributes({
    'aria-labelledby': description ? `${id}-title ${id}-description` : `${id}-title`,
  })
  return html`<svg class="${frame.className}" viewBox="0 0 ${at(width)} ${at(height)}" width="${at(width)}" height="${at(height)}" font-size="${frame.fontSize}" role="img"${named}><title id="${id}-title">${frame.title}</title>${
    description && html`<desc id="${id}-description">${description}</desc>`
  }${content}</svg>`
}
