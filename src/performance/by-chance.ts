import { chanceSignals, type Signal } from '#signals'

/**
 * What stands beside every list of signals: how many of them chance alone would give. Null where
 * nothing in the list has changed.
 */
export function byChanceInWords(signals: readonly Signal[]): string | null {
  const { expected, found, judged } = chanceSignals(signals)
  if (found === 0) return null
  const of = `Of ${judged} ${judged === 1 ? 'chart' : 'charts'} here, ${found} ${found === 1 ? 'shows' : 'show'} a change`
  return `${of}; ${expectedInWords(expected, found)}.`
}

/** 'about 2 of these 9 would appear by chance' */
export function expectedInWords(expected: number, found: number): string {
  const rounded = Math.round(expected)
  if (rounded === 0) return 'fewer than one of these would be expected by chance'
  // More than there are cannot be among them: then chance explains all of them.
  if (rounded >= found)
    return found === 1
      ? 'a signal like this one would appear by chance'
      : `as many as these ${found} would appear by chance`
  return `about ${rounded} of these ${found} would appear by chance`
}
