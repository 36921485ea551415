/** An amount in pounds as a text writes it. */
export interface Amount {
  readonly start: number
  readonly end: number
  readonly written: string
  readonly pounds: number
  /** The size of the last written digit: £1.4m is written to £100,000. */
  readonly unit: number
  /** Written with m, million, k or bn rather than as whole pounds. */
  readonly scaled: boolean
  readonly sign: boolean
}

const amount =
  /(?<![\w.,£])(\()?([-–−])?(£\s?)?(\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(\.\d{1,4})?(?:\s{0,2}(million|billion|thousand|mn|bn|m|k)(?![\w£]))?(?![\d%]|,\d{3}|\.\d)/gi

const scales: Readonly<Record<string, number>> = {
  k: 1_000,
  thousand: 1_000,
  m: 1_000_000,
  mn: 1_000_000,
  million: 1_000_000,
  bn: 1_000_000_000,
  billion: 1_000_000_000,
}

/** Amounts with a pound sign or a scale; bare numbers are none. */
export function amountsIn(text: string): readonly Amount[] {
  const amounts: Amount[] = []
  for (const match of text.matchAll(amount)) {
    const [whole, bracket, minus, pound, digits, fraction, word] = match
    if (pound === undefined && word === undefined) continue
    const scale = word === undefined ? 1 : (scales[word.toLowerCase()] ?? 1)
    const size = Number(`${(digits ?? '').replaceAll(',', '')}${fraction ?? ''}`) * scale
    const closes = bracket !== undefined && text[match.index + whole.length] === ')'
    const negative =
      minus !== undefined ||
      (closes && pound !== undefined && digits === whole.replace(/^\(£\s?/, ''))
    const lead = bracket === undefined ? 0 : 1
    amounts.push({
      start: match.index + lead,
      end: match.index + whole.length,
      written: whole.slice(lead).trim(),
      // Millions with three decimals are whole pounds: the binary remainder goes.
      pounds: (Math.round(size * 100) / 100) * (negative ? -1 : 1),
      unit: scale / 10 ** Math.max(0, (fraction?.length ?? 1) - 1),
      scaled: word !== undefined,
      sign: pound !== undefined,
    })
  }
  return amounts
}

/** £8.588m, £320,000, £1,234.50. */
export function poundsInWords(pounds: number): string {
  const minus = pounds < 0 ? '−' : ''
  const size = Math.abs(pounds)
  if (size >= 1_000_000) return `${minus}£${Number((size / 1_000_000).toFixed(3))}m`
  const [whole = '0', pence] = (Math.round(size * 100) / 100).toString().split('.')
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
  return `${minus}£${grouped}${pence === undefined ? '' : `.${pence.padEnd(2, '0')}`}`
}
