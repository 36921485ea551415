import { type Line, placeOf } from './lines.ts'
import type { PageRange } from './paper-read.ts'

// (Pages 1 - 8), pages 49 to 68, pp 49 to 68, p. 12–14; "found at 69 to 76" goes on from pages named before.
const RANGE =
  /(?:\b(?:pages?|pp?\.?)\s{0,3}|\b(?:found|appears?|attached|set out)\s(?:at|on)\s)(\d{1,4})\s{0,3}(?:[-–—]|to)\s{0,3}(\d{1,4})\b/giu

/** Pages of the pack that the lines name, each range once. */
export function pageRangesIn(lines: readonly Line[]): readonly PageRange[] {
  const ranges: PageRange[] = []
  const seen = new Set<string>()
  for (const line of lines) {
    for (const match of line.text.matchAll(RANGE)) {
      const from = Number(match[1])
      const to = Number(match[2])
      const key = `${from}-${to}`
      if (to < from || seen.has(key)) continue
      seen.add(key)
      ranges.push({ from, to, place: placeOf([line]) })
    }
  }
  return ranges
}
