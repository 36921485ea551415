import { type Day, longDay } from '#calendar'
import { definitionOf, type Law, type StandardKey } from '#indicators'

/** What a child is owed by a day: a visit, a review, a check. */
export interface Duty {
  readonly key: DutyKey
  /** 'Visit under a child protection plan' */
  readonly what: string
  /** By when, in a sentence. `standard` is the council's own number of days, where it is one. */
  readonly rule: (standard: number) => string
  /** The indicator that counts the same duty, and cites its law. */
  readonly indicator: string | null
  readonly standard?: StandardKey
  /** Said where neither an indicator nor a standard of the council gives the days. */
  readonly because?: string
}

export const dutyKeys = [
  'contact',
  'assessment',
  'conference',
  'protection-visit',
  'protection-review',
  'need-plan',
  'need-visit',
  'care-visit',
  'care-review',
  'permanence',
  'health',
  'dental',
  'sdq',
  'return-interview',
  'pathway',
  'leaver-contact',
] as const
export type DutyKey = (typeof dutyKeys)[number]

export function isDutyKey(text: string): text is DutyKey {
  return dutyKeys.some(key => key === text)
}

/** One thing that one child is owed. */
export interface Due {
  /** The child's number in the history. */
  readonly child: number
  readonly duty: DutyKey
  /** The last day in time. */
  readonly on: Day
  /** What the days are counted from, as a sentence: 'The visit before was on 2 March 2026.' */
  readonly since: string
  /** A day before the last one on which to look: day 35 of an assessment's 45. */
  readonly look?: Day
}

const all: Readonly<Record<DutyKey, Omit<Duty, 'key'>>> = {
  contact: {
    what: 'Decision on a contact',
    rule: () => 'Within one working day of the contact.',
    indicator: 'FD02',
  },
  assessment: {
    what: 'Assessment to be finished',
    rule: () => 'Within 45 working days. From day 35 on it stands here, so that it can be in time.',
    indicator: 'AS01',
  },
  conference: {
    what: 'Initial child protection conference',
    rule: () =>
      'Within 15 working days of the strategy discussion, unless it is decided that none is needed.',
    indicator: 'CP04',
  },
  'protection-visit': {
    what: 'Visit under a child protection plan',
    rule: days => `Within ${days} working days of the visit before, or of the start of the plan.`,
    indicator: 'CP15',
    standard: 'protection-visit-working-days',
  },
  'protection-review': {
    what: 'Child protection review',
    rule: () => 'Within three months of the start of the plan, then within six months each time.',
    indicator: 'CP14',
  },
  'need-plan': {
    what: 'Child in need plan',
    rule: () =>
      'Within 10 working days of the end of an assessment that found support to be needed.',
    indicator: 'CN02',
    because: 'A local standard that councils commonly hold. No law gives these days.',
  },
  'need-visit': {
    what: 'Visit to a child in need',
    rule: days => `Within ${days} working days of the visit before, or of the start.`,
    indicator: 'CN03',
    standard: 'need-visit-working-days',
  },
  'care-visit': {
    what: 'Visit to a child in care',
    rule: () =>
      'Within a week of a new placement, then every six weeks; every three months after a year in a long-term foster home.',
    indicator: 'CA15',
  },
  'care-review': {
    what: 'Review of a child’s care',
    rule: () =>
      'Within 20 working days of coming into care, the second within three months, then within six months each time.',
    indicator: 'CA13',
  },
  permanence: {
    what: 'Plan for a lasting home',
    rule: () => 'By the second review, which is due by four months.',
    indicator: 'CA19',
  },
  health: {
    what: 'Health assessment',
    rule: () =>
      'Within 20 working days of coming into care, then every six months before the fifth birthday and every 12 months after it.',
    indicator: 'HE02',
  },
  dental: {
    what: 'Dental check',
    rule: () => 'In every 12 months in care.',
    indicator: 'HE03',
  },
  sdq: {
    what: 'Strengths and difficulties questionnaire',
    rule: () => 'In every 12 months in care, from the fourth birthday to the seventeenth.',
    indicator: 'HE06',
  },
  'return-interview': {
    what: 'Return interview after going missing',
    rule: () => 'Within 72 hours of the child’s return.',
    indicator: null,
    because:
      'Statutory guidance on children who run away or go missing from home or care, 2014 (unverified).',
  },
  pathway: {
    what: 'Review of a pathway plan',
    rule: () => 'Within six months of the review before.',
    indicator: 'LC07',
  },
  'leaver-contact': {
    what: 'Contact with a care leaver',
    rule: () => 'Within two months of the contact before.',
    indicator: 'LC06',
  },
}

export function dutyOf(key: DutyKey): Duty {
  return { key, ...all[key] }
}

/** The law behind a duty as the indicator cites it; null where there is none. */
export function lawOf({ indicator }: Duty): Law | null {
  return (indicator === null ? undefined : definitionOf(indicator)?.law) ?? null
}

/** 'Regulation 28(2) of …', or whose standard it is, with whether the text was read. */
export function groundOf(duty: Duty): string {
  if (duty.standard !== undefined) return 'The council’s own standard, which it can change.'
  if (duty.because !== undefined) return duty.because
  const law = lawOf(duty)
  if (law === null) return 'No source is held for this timescale.'
  const where = law.paragraph === 'unverified' ? law.document : `${law.document}, ${law.paragraph}`
  if (law.read === 'unverified') return `${where} (unverified: the text has not been read).`
  const [year = '', month = '', day = ''] = law.read.split('-')
  const on = Math.floor(Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000)
  return `${where} (read ${longDay(on)}).`
}
