import type { Day } from '#calendar'

/** What a council sets for itself, with a day from which it holds. */
export const settingKeys = [
  'name',
  'protection-visit-working-days',
  'need-visit-working-days',
  'referral-after-contact-working-days',
  'caseload-ceiling',
  'published-code',
] as const

export type SettingKey = (typeof settingKeys)[number]

export function isSettingKey(text: string): text is SettingKey {
  return settingKeys.some(key => key === text)
}

/** One decision. It is never taken back, only followed by another. */
export interface Setting {
  readonly key: SettingKey
  readonly value: string
  /** The first day on which it holds. */
  readonly from: Day
  readonly because: string
  readonly setBy: string
  readonly setAt: Date
}

/**
 * What holds on a day: of what has begun by then, what begins last, and of one day what was decided
 * last. Null where the council had decided nothing.
 */
export function settingOn(settings: readonly Setting[], key: SettingKey, day: Day): Setting | null {
  const [newest] = settings
    .filter(each => each.key === key && each.from <= day)
    .toSorted((a, b) => b.from - a.from || b.setAt.getTime() - a.setAt.getTime())
  return newest ?? null
}
