export type Size = {
  readonly name: 'wide' | 'narrow'
  readonly width: number
  readonly height: number
  readonly fontSize: number
  /** Room for the labels at the ends of the lines. */
  readonly right: number
}

/** About how wide a text is: no text is measured, because there is no browser here. */
export const textWidth = (text: string, size: Size): number => text.length * size.fontSize * 0.54
