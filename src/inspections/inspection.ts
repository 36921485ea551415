import type { Day } from '#calendar'
import type { Viewer } from '#people'
import {
  type Framework,
  type FrameworkKey,
  frameworkOf,
  type GradeKey,
  type JudgementKey,
} from './frameworks/index.ts'

/** What kind of look from outside it was, or from inside where the council looked at itself. */
export const inspectionKinds = {
  full: 'Full inspection',
  focused: 'Focused visit',
  monitoring: 'Monitoring visit',
  assurance: 'Assurance visit',
  'annual-engagement': 'Annual engagement meeting',
  'self-evaluation': 'Self-evaluation',
  'peer-review': 'Peer review',
  mock: 'Mock inspection',
  hmip: 'Youth justice inspection (HMI Probation)',
  send: 'Area SEND inspection',
  jtai: 'Joint targeted area inspection',
  'dfe-review': 'Six-monthly review by the Department for Education',
} as const
export type InspectionKind = keyof typeof inspectionKinds

// as: the keys of a constant are its kinds.
export const inspectionKindKeys = Object.keys(inspectionKinds) as [
  InspectionKind,
  ...InspectionKind[],
]

export const pointKinds = {
  recommendation: 'Recommendation',
  priority: 'Area for priority action',
  board: 'Recommendation to the safeguarding board',
  strength: 'Strength',
} as const
export type PointKind = keyof typeof pointKinds
export const pointKindKeys = ['recommendation', 'priority', 'board', 'strength'] as const

/** Whether inspectors ask for something, and do not say what is strong. */
export const isAsked = ({ kind }: Pick<Point, 'kind'>): boolean => kind !== 'strength'

export interface Point {
  readonly id: string
  readonly kind: PointKind
  /** Word for word, with the points below it on lines of their own. */
  readonly words: string
  readonly number: string | null
  readonly paragraphs: string
  readonly page: number | null
  readonly findingId: string | null
}

export interface JudgementMade {
  readonly judgement: JudgementKey
  readonly grade: GradeKey
  readonly words: string
}

export const statements = {
  none: 'No statement of action is due',
  full: 'A written statement of action is due',
  priority: 'A statement is due, with a draft first: there are areas for priority action',
} as const
export type Statement = keyof typeof statements

/** An inspection as it was recorded. Days are those of the calendar, each its own. */
export interface Inspection {
  readonly id: string
  readonly kind: InspectionKind
  readonly framework: FrameworkKey | null
  readonly title: string
  readonly theme: string | null
  readonly visitNumber: number | null
  readonly beganOn: Day
  readonly endedOn: Day
  readonly teamSize: number | null
  readonly receivedOn: Day | null
  readonly embargoedUntil: Day | null
  readonly embargoLiftedOn: Day | null
  readonly readers: readonly string[]
  readonly publishedOn: Day | null
  readonly summary: string
  readonly statement: Statement
  readonly letter: { readonly due: Day; readonly reason: string } | null
  readonly stagesDone: readonly string[]
  readonly documentId: string | null
  readonly judgements: readonly JudgementMade[]
  readonly points: readonly Point[]
}

/** Under an embargo until the day that was named, or until somebody lifts it; that day is free. */
export function isEmbargoed(
  { embargoedUntil, embargoLiftedOn }: Pick<Inspection, 'embargoedUntil' | 'embargoLiftedOn'>,
  today: Day,
): boolean {
  return embargoedUntil !== null && embargoLiftedOn === null && today < embargoedUntil
}

/** Roles that read what is published and nothing before. */
const outside: ReadonlySet<string> = new Set(['board-partner', 'member', 'co-optee', 'public'])

/**
 * Whether somebody may read it. Under an embargo only the named readers may, whatever their role;
 * what was never published stays within the council and its advisers.
 */
export function mayReadInspection(
  inspection: Pick<Inspection, 'embargoedUntil' | 'embargoLiftedOn' | 'readers' | 'publishedOn'>,
  viewer: Viewer,
  today: Day,
): boolean {
  if (isEmbargoed(inspection, today))
    return viewer.id !== '' && inspection.readers.includes(viewer.id)
  const isPublished = inspection.publishedOn !== null && inspection.publishedOn <= today
  return isPublished || viewer.roles.some(role => !outside.has(role))
}

/** The framework whose words it uses; null for what has no framework. */
export function frameworkIn({ framework }: Pick<Inspection, 'framework'>): Framework | null {
  return framework === null ? null : frameworkOf(framework)
}

/** The grade that speaks for the whole; null where there is none. */
export function overallOf(
  inspection: Pick<Inspection, 'framework' | 'judgements'>,
): JudgementMade | null {
  const key = frameworkIn(inspection)?.overall
  return inspection.judgements.find(each => each.judgement === key) ?? null
}

export const gradeShort: Readonly<Record<GradeKey, string>> = {
  outstanding: 'Outstanding',
  good: 'Good',
  adequate: 'Adequate',
  'requires-improvement': 'Requires improvement',
  inadequate: 'Inadequate',
  'typically-positive': 'Typically positive',
  inconsistent: 'Inconsistent',
  'widespread-failings': 'Widespread failings',
  'statement-required': 'Statement of action required',
  'no-statement-required': 'No statement of action required',
}

/** 'Monitoring visit 3: the front door', for lists and headings where no title was written. */
export function usualTitle(
  inspection: Pick<Inspection, 'kind' | 'visitNumber' | 'theme' | 'framework'>,
): string {
  const { kind, visitNumber, theme } = inspection
  const framework = frameworkIn(inspection)
  const name =
    kind === 'full' && framework !== null
      ? `Inspection, ${framework.shortName}`
      : inspectionKinds[kind]
  const nth = visitNumber === null ? '' : ` ${visitNumber}`
  return `${name}${nth}${theme === null || theme === '' ? '' : `: ${theme}`}`
}

/** Which kinds are made by a framework, and so carry a grid of judgements. */
export const frameworksFor: Readonly<Partial<Record<InspectionKind, readonly FrameworkKey[]>>> = {
  full: ['before-sif', 'sif-2013', 'ilacs-2018', 'ilacs-2023', 'ilacs-2026'],
  focused: ['ilacs-2018', 'ilacs-2023', 'ilacs-2026'],
  monitoring: ['sif-2013', 'ilacs-2018', 'ilacs-2023', 'ilacs-2026'],
  assurance: ['ilacs-2018', 'ilacs-2023'],
  'peer-review': ['peer-review'],
  mock: ['mock-inspection'],
  hmip: ['hmip-youth-2018'],
  send: ['send-2016', 'send-2023'],
  jtai: ['jtai'],
}
