/**
 * Mistakes of the kinds that real extracts hold, at a low rate, so that the page of refusals has
 * something true to show. Which rows are wrong follows from their place, so a mistake stays from
 * one extract to the next, as it does in life.
 */
export interface Dirt {
  /** True for about one row in `often`; the same row every time. */
  (kind: string, row: number, often: number): boolean
}

export const dirty: Dirt = (kind, row, often) => {
  let start = starts.get(kind)
  if (start === undefined) starts.set(kind, (start = hashOf(kind)))
  let hash = Math.imul(start ^ row, 2_246_822_519)
  hash = Math.imul(hash ^ (hash >>> 15), 3_266_489_917)
  return ((hash ^ (hash >>> 13)) >>> 0) % often === 0
}

const starts = new Map<string, number>()

function hashOf(kind: string): number {
  let hash = 2_166_136_261
  for (let at = 0; at < kind.length; at++) hash = Math.imul(hash ^ kind.charCodeAt(at), 16_777_619)
  return hash
}

export const clean: Dirt = () => false
