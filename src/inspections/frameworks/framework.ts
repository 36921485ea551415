/**
 * An inspection framework as data: the judgements that it makes, the words of its grades and the
 * dates between which inspections were made under it. Frameworks change and history keeps the words
 * of its time, so a framework is added and never edited into another.
 */
export type Framework = {
  readonly key: FrameworkKey
  readonly name: string
  readonly shortName: string
  readonly inspectorate: Inspectorate
  readonly judgements: readonly Judgement[]
  /** The judgement that speaks for the whole; null where the framework makes none. */
  readonly overall: JudgementKey | null
  /** Best first. Empty where the framework writes findings and gives no grade. */
  readonly grades: readonly Grade[]
  /** The first and last day (ISO) that an inspection could begin under it; null is not known, or not ended. */
  readonly from: string | null
  readonly to: string | null
  readonly source: FrameworkSource
}

export type FrameworkKey =
  | 'before-sif'
  | 'sif-2013'
  | 'ilacs-2018'
  | 'ilacs-2023'
  | 'ilacs-2026'
  | 'hmip-youth-2018'
  | 'send-2016'
  | 'send-2023'
  | 'jtai'
  | 'peer-review'
  | 'mock-inspection'

export type Inspectorate =
  | 'Ofsted'
  | 'HM Inspectorate of Probation'
  | 'Ofsted and the Care Quality Commission'
  | 'Joint inspectorates'
  | 'Peers'
  | 'The council itself'

/**
 * What a judgement is about, the same across frameworks, so that one history can run through them:
 * the single inspection's “children looked after and achieving permanence” and ILACS's “children in
 * care” are one line.
 */
export type Strand =
  | 'overall'
  | 'leadership'
  | 'help-and-protection'
  | 'children-in-care'
  | 'adoption'
  | 'care-leavers'
  | 'safeguarding-board'
  | 'youth-justice'
  | 'send'

export type JudgementKey = string

export type Judgement = {
  readonly key: JudgementKey
  /** As reports under this framework print it. */
  readonly name: string
  /** Other spellings seen in reports. */
  readonly alsoWritten?: readonly string[]
  /** The heading of its chapter, where that is worded otherwise. */
  readonly chapter?: string
  readonly strand: Strand
  /** The judgement that this one is a part of, as adoption is of children looked after. */
  readonly within?: JudgementKey
}

export type Grade = {
  readonly key: GradeKey
  /** As this framework prints it; the first is the usual one. */
  readonly words: readonly [string, ...string[]]
}

export type GradeKey =
  | 'outstanding'
  | 'good'
  | 'adequate'
  | 'requires-improvement'
  | 'inadequate'
  | 'typically-positive'
  | 'inconsistent'
  | 'widespread-failings'
  | 'statement-required'
  | 'no-statement-required'

export type FrameworkSource = {
  readonly document: string
  /** ISO date on which it was read; null is unverified. */
  readonly readOn: string | null
}

/** Place of a grade in its framework's order: 0 is best; null where the framework has no such grade. */
export function gradeRank(framework: Framework, grade: GradeKey): number | null {
  const rank = framework.grades.findIndex(each => each.key === grade)
  return rank < 0 ? null : rank
}

/** Was the framework in force on a day (ISO)? A framework without dates is never ruled out. */
export function heldOn(framework: Framework, day: string): boolean {
  return (
    (framework.from === null || framework.from <= day) &&
    (framework.to === null || day <= framework.to)
  )
}
