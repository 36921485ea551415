import { reconcile } from '#kit/sums.ts'

/**
 * An amount of money in pence as people write it: '£1.175m', '800k', '2.033m', '£42,500', '£9 million'.
 * Null for what is no amount.
 */
export function penceFrom(text: string): number | null {
  const match = /^£?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(m|mn|million|k|thousand)?\.?$/i.exec(
    text.trim(),
  )
  if (match === null) return null
  const number = Number(`${match[1]?.replaceAll(',', '') ?? ''}${match[2] ?? ''}`)
  const unit = (match[3] ?? '').toLowerCase()
  const times = unit.startsWith('m') ? 1_000_000 : unit === 'k' || unit === 'thousand' ? 1000 : 1
  const pence = Math.round(number * times * 100)
  return Number.isSafeInteger(pence) ? pence : null
}

/** '£8.588m', '£800,000', '£12.50' */
export function inPounds(pence: number): string {
  const sign = pence < 0 ? '−' : ''
  const pounds = Math.abs(pence) / 100
  if (pounds >= 1_000_000) {
    const millions = Math.round(pounds) / 1_000_000
    const exact = millions.toLocaleString('en-GB', { maximumFractionDigits: 6 })
    return `${sign}£${exact}m`
  }
  const digits = Number.isInteger(pounds) ? 0 : 2
  return `${sign}£${pounds.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })}`
}

export interface FundingCheck {
  readonly totalPence: number
  readonly agrees: boolean
  /** What the sum says beside the headline, in a sentence. */
  readonly words: string
}

/** Whether funding lines add up to what the headline says. */
export function fundingCheck(
  linesPence: readonly number[],
  headlinePence: number | null,
): FundingCheck {
  const { total, difference } = reconcile(linesPence, headlinePence ?? 0)
  const sum = `${linesPence.length === 1 ? 'The one funding line comes' : `The ${linesPence.length} funding lines add up`} to ${inPounds(total)}`
  if (headlinePence === null) return { totalPence: total, agrees: true, words: `${sum}.` }
  if (linesPence.length === 0)
    return {
      totalPence: 0,
      agrees: headlinePence === 0,
      words: `The plan speaks of ${inPounds(headlinePence)}, and no funding line says what for.`,
    }
  if (difference === 0)
    return { totalPence: total, agrees: true, words: `${sum}, as the plan says.` }
  const side = difference > 0 ? 'more than' : 'less than'
  return {
    totalPence: total,
    agrees: false,
    words: `${sum}. The plan speaks of ${inPounds(headlinePence)}, which is ${inPounds(Math.abs(difference))} ${side} its lines.`,
  }
}
