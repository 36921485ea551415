/**
 * The symbols that stand in published tables in the place of a number, and what each means. A symbol
 * is its own kind of value: it is never zero, and nothing is worked out from it.
 */
export const symbols = {
  c: 'kept back, because few children could be known from it',
  z: 'not applicable',
  x: 'not available',
  k: 'rounds to zero and is not zero',
  u: 'of low reliability',
  low: 'rounds to zero',
} as const

/** The same for where many stand beside each other. */
export const shortSymbols: Readonly<Record<keyof typeof symbols, string>> = {
  c: 'kept back',
  z: 'not applicable',
  x: 'not available',
  k: 'rounds to zero',
  u: 'of low reliability',
  low: 'rounds to zero',
}

export type PublishedSymbol = keyof typeof symbols

// as: the keys of a constant are its symbols.
export const symbolKeys = Object.keys(symbols) as readonly PublishedSymbol[]

export type PublishedValue =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'symbol'; readonly symbol: PublishedSymbol }

export type CellRead =
  | PublishedValue
  | { readonly kind: 'empty' }
  | { readonly kind: 'refused'; readonly message: string }

export const numberValue = (value: number): PublishedValue => ({ kind: 'number', value })
export const symbolValue = (symbol: PublishedSymbol): PublishedValue => ({ kind: 'symbol', symbol })

export function isPublishedSymbol(text: string): text is PublishedSymbol {
  return symbolKeys.some(key => key === text)
}

/**
 * What stands in a cell. Nothing that is counted here can be below zero: some dashboards write their
 * symbols as -100 to -400, and such a number is refused and not taken for one.
 */
export function readCell(text: string): CellRead {
  const plain = text.trim()
  if (plain === '') return { kind: 'empty' }
  const symbol = plain.toLowerCase()
  if (isPublishedSymbol(symbol)) return symbolValue(symbol)
  const digits = withThousands.test(plain) ? plain.replaceAll(',', '') : plain
  if (!decimal.test(digits)) return refused(plain, 'is neither a number nor a symbol')
  const value = Number(digits)
  if (value < 0)
    return refused(plain, 'is below zero, as where a dashboard writes a symbol as a number')
  return numberValue(value)
}

/** Years and months, as '01:10' for one year and ten months; the number is in months. */
export function readYearsAndMonths(text: string): CellRead {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.trim())
  if (match === null) {
    const read = readCell(text)
    return read.kind === 'number' ? refused(text.trim(), 'is not years and months') : read
  }
  const [years, months] = [Number(match[1]), Number(match[2])]
  return months > 11
    ? refused(text.trim(), 'is not years and months')
    : numberValue(years * 12 + months)
}

const decimal = /^-?\d+(\.\d+)?$/
const withThousands = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/

const refused = (text: string, why: string): CellRead => ({
  kind: 'refused',
  message: `“${text.slice(0, 40)}” ${why}.`,
})

export function isSame(a: PublishedValue, b: PublishedValue): boolean {
  return a.kind === 'number'
    ? b.kind === 'number' && a.value === b.value
    : b.kind === 'symbol' && a.symbol === b.symbol
}
