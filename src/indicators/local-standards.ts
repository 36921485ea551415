import type { Day } from '#calendar'

/**
 * Standards that a council sets for itself, where neither law nor statutory guidance gives a number.
 * `usual` is what councils commonly hold, and what holds until this council has decided otherwise.
 */
export const localStandards = {
  'need-visit-working-days': {
    says: 'A child in need is visited at least every',
    unit: 'working days',
    usual: 20,
  },
  'protection-visit-working-days': {
    says: 'A child with a child protection plan is visited at least every',
    unit: 'working days',
    usual: 10,
  },
  'referral-after-contact-working-days': {
    says: 'A contact that becomes a referral does so within',
    unit: 'working days',
    usual: 5,
  },
  'caseload-ceiling': {
    says: 'A social worker holds no more than',
    unit: 'children',
    usual: 20,
  },
} as const

export type StandardKey = keyof typeof localStandards

export const standardKeys = Object.keys(localStandards) as readonly StandardKey[]

export function isStandardKey(text: string): text is StandardKey {
  return standardKeys.some(key => key === text)
}

/** What the council had decided by a day: a definition asks for it on the day of the event. */
export type Standard = (key: StandardKey, day: Day | null) => number

/** One decision of a council: the number, and the first day on which it holds. */
export interface StandardFrom {
  readonly key: StandardKey
  readonly value: number
  readonly from: Day
}

/** The standards of a council with their days, as data. */
export interface Standards {
  /** In order of their days; of two with one day the later decision comes last. */
  readonly decided: readonly StandardFrom[]
  readonly on: Standard
  /** The same for the same decisions: figures counted by others are counted again. */
  readonly mark: string
}

/** @param decided in the order in which it was decided */
export function standardsOf(decided: readonly StandardFrom[]): Standards {
  const inOrder = decided.toSorted((a, b) => a.from - b.from)
  const byKey = new Map(
    standardKeys.map(key => [
      key,
      { usual: localStandards[key].usual, own: inOrder.filter(each => each.key === key) },
    ]),
  )
  return {
    decided: inOrder,
    on(key, day) {
      const found = byKey.get(key)
      let value: number = found?.usual ?? Number.NaN
      if (found === undefined || day === null) return value
      for (const each of found.own) {
        if (each.from > day) break
        value = each.value
      }
      return value
    },
    mark: inOrder.map(({ key, value, from }) => `${key}=${value}@${from}`).join(' '),
  }
}

/** Of a council that has decided nothing. */
export const usualStandards: Standards = standardsOf([])
