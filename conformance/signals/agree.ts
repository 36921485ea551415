/** Numbers agree within 1e-9 of their size; null stands for the other side's NA. */
export function agree(ours: number | null, theirs: number | null, within = 1e-9): boolean {
  const ourNone = ours === null || Number.isNaN(ours)
  if (ourNone || theirs === null) return ourNone && theirs === null
  return Math.abs(ours - theirs) <= within * Math.max(1e-3, Math.abs(theirs))
}

export type Checks = readonly (readonly [what: string, agreed: boolean])[]

/** The first thing that disagrees, or null. */
export const disagreement = (checks: Checks): string | null =>
  checks.find(([, agreed]) => !agreed)?.[0] ?? null

export const agreeAll = (
  ours: ArrayLike<number | null>,
  theirs: readonly (number | null)[],
  within?: number,
): boolean =>
  ours.length === theirs.length && theirs.every((value, i) => agree(ours[i] ?? null, value, within))

export const same = (ours: unknown, theirs: unknown): boolean =>
  JSON.stringify(ours) === JSON.stringify(theirs)
