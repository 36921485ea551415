import type { Shown } from '#disclosure'
import type { IssueIndicator } from './contents.ts'

/** What a value of an issue is in. */
export function unitOfIssue({ unit, measure }: Pick<IssueIndicator, 'unit' | 'measure'>): string {
  return { percentage: 'per cent', count: 'number', rate: 'per 10,000', average: measure }[unit]
}

const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

/** A published value as people read it: '85.2%', '1,204', or its sign. */
export function shownInWords(
  shown: Shown,
  indicator: Pick<IssueIndicator, 'unit' | 'measure'>,
): string {
  switch (shown.kind) {
    case 'number':
      return valueInWordsOf(indicator, shown.value)
    case 'kept-back':
      return 'c'
    case 'not-applicable':
      return 'z'
    case 'not-available':
      return 'x'
  }
}

export function valueInWordsOf(
  { unit, measure }: Pick<IssueIndicator, 'unit' | 'measure'>,
  value: number,
): string {
  const number = numbers.format(value)
  if (unit === 'percentage') return `${number}%`
  if (unit === 'rate') return `${number} per 10,000`
  return unit === 'average' ? `${number} ${measure}`.trimEnd() : number
}
