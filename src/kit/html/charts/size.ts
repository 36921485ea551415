export type Size = {
  readonly name: 'wide' | 'narrow'
  readonly width: number
  readonly height: number
  readonly fontSize: number
}

/**
 * How wide a text is at most: there is no browser here to measure it, and the widest of the fonts
 * that a reader may have (DejaVu Sans) takes this much.
 */
export const textWidth = (text: string, size: Size): number => text.length * size.fontSize * 0.62
