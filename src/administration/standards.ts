import type { SettingKey } from '#council'
import { localStandards, type StandardKey } from '#indicators'

/** A number that a council sets for itself, where neither law nor statutory guidance gives one. */
export interface Standard {
  readonly key: SettingKey & StandardKey
  readonly title: string
  readonly unit: string
  readonly most: number
  /** What figures are counted with until the council has decided. */
  readonly usual: number
  /** The codes of the indicators that rest on it. */
  readonly indicators: readonly string[]
}

const WORKING_DAYS = 'working days'

export const standards: readonly Standard[] = [
  {
    key: 'protection-visit-working-days',
    title: 'A child with a child protection plan is visited at least every',
    unit: WORKING_DAYS,
    most: 60,
    usual: localStandards['protection-visit-working-days'].usual,
    indicators: ['CP15'],
  },
  {
    key: 'need-visit-working-days',
    title: 'A child in need is visited at least every',
    unit: WORKING_DAYS,
    most: 130,
    usual: localStandards['need-visit-working-days'].usual,
    indicators: ['CN03'],
  },
  {
    key: 'referral-after-contact-working-days',
    title: 'A contact that becomes a referral does so within',
    unit: WORKING_DAYS,
    most: 60,
    usual: localStandards['referral-after-contact-working-days'].usual,
    indicators: ['FD03'],
  },
  {
    key: 'caseload-ceiling',
    title: 'A social worker holds no more than',
    unit: 'children',
    most: 100,
    usual: localStandards['caseload-ceiling'].usual,
    indicators: ['WF06'],
  },
]
