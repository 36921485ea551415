/**
 * A number as the public may see it. One that is kept back is a value of its own kind and never a
 * number in disguise: no page, file or drawing can show by mistake what it does not hold.
 */
export type Shown =
  | { readonly kind: 'number'; readonly value: number }
  /** Small enough to point at somebody, or able to give such a number away. */
  | { readonly kind: 'kept-back' }
  /** There can be none: no denominator. */
  | { readonly kind: 'not-applicable' }
  /** It was not counted. */
  | { readonly kind: 'not-available' }

/** The signs of the Department’s releases: c confidential, z not applicable, x not available. */
export function signOf(shown: Shown): string {
  switch (shown.kind) {
    case 'number':
      return String(shown.value)
    case 'kept-back':
      return 'c'
    case 'not-applicable':
      return 'z'
    case 'not-available':
      return 'x'
  }
}

export const signWords: readonly { readonly sign: string; readonly says: string }[] = [
  {
    sign: 'c',
    says: 'kept back, because the number is from 1 to 5 or because such a number could be worked out from it',
  },
  { sign: 'z', says: 'does not apply: there was nobody to count among' },
  { sign: 'x', says: 'not available: it was not counted' },
]

/** Counts from 1 to 5 are kept back; a true zero is shown (the Department’s children in need release). */
export const SMALLEST_SHOWN = 6
export const isSmall = (count: number): boolean => count > 0 && count < SMALLEST_SHOWN

export const keptBack: Shown = { kind: 'kept-back' }
export const numberShown = (value: number): Shown => ({ kind: 'number', value })

/**
 * A share in per cent with one decimal, half away from zero as the Department rounds. Null where
 * there is no denominator.
 */
export function percentOf(numerator: number, denominator: number): number | null {
  if (denominator === 0) return null
  const tenths = (numerator / denominator) * 1000
  // What lies on a half but for the last bit of the floating point lies on it.
  return (Math.sign(tenths) * Math.floor(Math.abs(tenths) + 0.5 + 1e-9)) / 10
}
