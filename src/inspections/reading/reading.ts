import type { FrameworkKey, GradeKey, Inspectorate, JudgementKey } from '../frameworks/index.ts'

/** Where in a document something was read: page from 1, lines of that page from 1, both ends included. */
export type Place = { readonly page: number; readonly firstLine: number; readonly lastLine: number }

/**
 * Something read in a report, for a person to confirm beside the page it came from. `certain` is
 * said twice or in the form the framework prescribes; `likely` in one place or another form;
 * `check` wants a person's eye before it is used.
 */
export type Found<T> = {
  readonly value: T
  readonly places: readonly Place[]
  readonly why: string
  readonly confidence: 'certain' | 'likely' | 'check'
}

export type VisitKind =
  | 'full inspection'
  | 'focused visit'
  | 'monitoring visit'
  | 'assurance visit'
  | 'joint inspection'
  | 'peer review'
  | 'mock inspection'

/** First and last day on site, ISO; an inspection that was interrupted has more than one stretch. */
export type Fieldwork = {
  readonly start: string
  readonly end: string
  readonly stretches: readonly { readonly start: string; readonly end: string }[]
}

export type GradeFound = {
  readonly judgement: JudgementKey
  readonly grade: GradeKey
  /** As the report prints it. */
  readonly words: string
}

export type Recommendation = {
  /** Verbatim, with line breaks and hyphens at their ends mended; without its number or bullet. */
  readonly words: string
  /** Points listed under it, verbatim. */
  readonly points: readonly string[]
  /** The number that the report gives it, which in reports of 2013 to 2015 is a paragraph number. */
  readonly number: string | null
  /** Paragraphs of the report that it refers to. */
  readonly paragraphs: readonly number[]
  /** The heading it stands under, as “Priority and immediate action”; null where there is none. */
  readonly group: string | null
}

/** What was looked for and not found, and how: so that silence is not taken for absence. */
export type NotFound = { readonly what: string; readonly lookedFor: string }

export type ReportReading = {
  readonly kind: 'report'
  readonly inspectorate: Inspectorate
  readonly visit: Found<VisitKind>
  readonly framework: Found<FrameworkKey>
  readonly authority: Found<string> | null
  readonly fieldwork: Found<Fieldwork> | null
  readonly published: Found<string> | null
  /** The role that the lead inspector signs with. Names are not kept. */
  readonly leadInspectorRole: Found<string> | null
  readonly grades: readonly Found<GradeFound>[]
  readonly recommendations: readonly Found<Recommendation>[]
  /** What a single inspection asked of the Local Safeguarding Children Board. */
  readonly boardRecommendations: readonly Found<Recommendation>[]
  readonly strengths: readonly Found<Recommendation>[]
  readonly notFound: readonly NotFound[]
  /** One sentence each: what does not agree with what, or looks cut off. */
  readonly doubts: readonly string[]
  readonly pages: number
}

export type NotReadCode = 'no-text' | 'another-inspectorate' | 'covering-letter' | 'not-a-report'

/** A plain sentence for the person who brought the file. */
export type NotRead = {
  readonly kind: 'not read'
  readonly code: NotReadCode
  readonly message: string
}
