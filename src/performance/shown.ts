import type { Verdict } from '#signals'
import type { Reading } from './reading.ts'

/** Which indicators a list shows, by what their charts say. */
export const shows = [
  { show: 'all', text: 'All' },
  { show: 'changed', text: 'Changed' },
  { show: 'worse', text: 'Getting worse' },
  { show: 'improving', text: 'Improving' },
  { show: 'no-change', text: 'No change' },
  { show: 'too-few', text: 'Not enough data' },
] as const

export type Show = (typeof shows)[number]['show']

const verdicts: Readonly<Record<Exclude<Show, 'all'>, readonly Verdict[]>> = {
  changed: ['improving', 'worse', 'changed'],
  worse: ['worse'],
  improving: ['improving'],
  'no-change': ['no-change'],
  'too-few': ['not-enough-data', 'no-data'],
}

export function shownAs(readings: readonly Reading[], show: Show): readonly Reading[] {
  return show === 'all'
    ? readings
    : readings.filter(({ signal }) => verdicts[show].includes(signal.verdict))
}
