import type { Grade } from '#practice'

/** Work that nobody did, written so that auditors can grade the same, with the grades agreed on. */
export interface Vignette {
  readonly id: string
  readonly title: string
  readonly words: string
  readonly toolKey: string
  readonly toolVersion: number
  /** By the standard's key. */
  readonly agreed: Readonly<Record<string, Grade>>
  /** Who agreed on them: 'Five auditors, March 2026'. */
  readonly agreedBy: string
  readonly retired: boolean
}

/** What one person made of a vignette; of each vignette only once. */
export interface VignetteGrading {
  readonly id: string
  readonly vignetteId: string
  readonly personId: string
  readonly personName: string
  readonly at: Date
  readonly grades: Readonly<Record<string, Grade>>
  readonly graded: number
  readonly same: number
  readonly adjacent: number
  readonly passed: boolean
}

/** How large a share is graded twice, and how well vignettes have to be graded. */
export interface ReliabilityRules {
  readonly secondPercent: number
  readonly vignettePercent: number
  readonly because: string
}

/** Ours, until a council decides: one in seven, and four standards of five graded as agreed. */
export const usualRules: ReliabilityRules = {
  secondPercent: 15,
  vignettePercent: 80,
  because: 'As Sightline has it until you decide',
}

/** Whether chance chose an audit to be graded twice, and by whom. */
export interface SecondDraw {
  readonly auditId: string
  readonly drawnAt: Date
  /** From 0 to 9999; chosen where it is under `below`. */
  readonly drawn: number
  readonly below: number
  readonly chosen: boolean
  readonly graderId: string | null
  readonly graderName: string | null
  readonly secondId: string | null
}

/** Where somebody stands with one tool. */
export type Standing = 'alone' | 'no vignette' | 'moderated first'

/** Whether somebody audits alone with a tool, or is moderated first. */
export function standingOf(
  vignettes: readonly Vignette[],
  gradings: readonly Pick<VignetteGrading, 'vignetteId' | 'personId' | 'passed'>[],
  personId: string,
  toolKey: string,
): Standing {
  const own = vignettes.filter(each => each.toolKey === toolKey)
  const passed = gradings.some(
    each =>
      each.personId === personId && each.passed && own.some(one => one.id === each.vignetteId),
  )
  if (passed) return 'alone'
  return own.some(each => !each.retired) ? 'moderated first' : 'no vignette'
}
