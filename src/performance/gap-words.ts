import { isSnapshot } from '#indicators'
import { monthOfPeriod, type Reading } from './reading.ts'
import { periodInWords } from './words.ts'

/** How many periods without a figure are named; the rest are in the table. */
const MOST_NAMED = 6

/**
 * Why a series has no figure in some of its periods, a sentence for each reason: "No denominator in
 * August 2026." Empty where every period has one.
 */
export function gapsInWords({ definition, signal }: Reading): readonly string[] {
  const at = isSnapshot(definition) ? 'on' : 'in'
  const inTime = definition.kind === 'series' && definition.every !== 'month' && at === 'in'
  const byReason = Map.groupBy(signal.missing, ({ reason }) => reason)
  return [...byReason].map(([reason, missing]) => {
    const names = missing
      .slice(-MOST_NAMED)
      .flatMap(({ period }) => monthOfPeriod(period) ?? [])
      .map(month => periodInWords(definition, month))
    const more = missing.length - names.length
    const list = `${listed(names)}${more > 0 ? `, nor in ${more} earlier` : ''}`
    const why = {
      'no denominator': 'No denominator',
      suppressed: 'Not shown',
      'no figure': definition.kind === 'series' ? 'No figure was entered' : 'No figure',
    }[reason]
    return `${why}${inTime ? ': ' : ` ${at} `}${list}.`
  })
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
