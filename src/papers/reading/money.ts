const UNITS: Readonly<Record<string, number>> = {
  bn: 1e9,
  billion: 1e9,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  k: 1e3,
  thousand: 1e3,
  '000': 1e3,
}
// £1.175m, £11 million, £2,460,000, 800k, 2.033m, £(120)k
const AMOUNT =
  /(?<pound>£\s?)?(?<![\d.,])(?<figure>\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,3})?|\d{1,12}(?:\.\d{1,4})?)\s?(?<unit>billion|bn|million|mn|m|thousand|k|'?000)?(?![\p{L}\d%])/giu

export type Amount = {
  readonly gbp: number
  readonly words: string
  readonly at: number
  readonly pound: boolean
  /** Multiplier printed behind it; null for none. */
  readonly unit: number | null
}

/** Amounts in a text: those with a pound sign, or with a unit of thousands or millions. */
export function amountsIn(text: string): readonly Amount[] {
  const found: Amount[] = []
  for (const match of text.matchAll(AMOUNT)) {
    const { pound, figure = '', unit } = match.groups ?? {}
    const times = unit === undefined ? null : (UNITS[unit.toLowerCase().replace("'", '')] ?? null)
    const number = Number(figure.replaceAll(',', ''))
    if (!Number.isFinite(number)) continue
    found.push({
      // To the penny: 1.175 × 1,000,000 must not become 1,174,999.99.
      gbp: Math.round(number * (times ?? 1) * 100) / 100,
      words: match[0].trim(),
      at: match.index,
      pound: pound !== undefined,
      unit: times,
    })
  }
  return found
}

/** Amounts that the text itself says are money. */
export const poundsIn = (text: string): readonly Amount[] =>
  text.includes('£') ? amountsIn(text).filter(amount => amount.pound) : []
