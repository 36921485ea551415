/**
 * The total of a list of amounts and what a headline says beyond it: below 0 where the lines come
 * to more than the headline. Amounts in the same unit, best in whole pounds or pence.
 */
export function reconcile(
  lines: readonly number[],
  headline: number,
): { total: number; difference: number } {
  const total = lines.reduce((sum, line) => sum + line, 0)
  return { total, difference: headline - total }
}

/** The change from one number to another, and as a percentage of the first; null where that is 0. */
export function changeBetween(
  then: number,
  now: number,
): { difference: number; percent: number | null } {
  const difference = now - then
  return { difference, percent: then === 0 ? null : (difference / Math.abs(then)) * 100 }
}
