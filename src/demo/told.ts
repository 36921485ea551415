import type { Day } from '#calendar'
import { drawn, shareOn } from './chances.ts'
import { type Measure, story } from './story.ts'

/** A measure of the story in words, with the share that the story gives it on a day. */
export function toldOn(
  measure: Measure,
  day: Day,
): { readonly says: string; readonly share: number } {
  const { says, share } = story[measure]
  return { says, share: shareOn(drawn(share), day) }
}
