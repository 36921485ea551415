/**
 * What inspectors ask for, as a fixed list, so that recommendations, audit findings and plan lines
 * can be counted together. Seeded from what the reports of 2018 to 2025 ask for most. A theme is
 * told by phrases; a text may have several, and a person may change them.
 */
export type ThemeKey =
  | 'plans'
  | 'management-oversight'
  | 'supervision'
  | 'care-leavers'
  | 'placements'
  | 'assessments'
  | 'child-protection'
  | 'front-door'
  | 'early-help'
  | 'voice'
  | 'data'
  | 'recording'
  | 'missing-and-exploitation'
  | 'audit'
  | 'private-fostering'
  | 'pre-proceedings'
  | 'permanence'
  | 'adoption'
  | 'life-story'
  | 'health'
  | 'education'
  | 'workforce'
  | 'leadership'
  | 'partnership'
  | 'independent-review'
  | 'homeless-16-17'
  | 'disabled-children'
  | 'neglect-and-domestic-abuse'
  | 'allegations'
  | 'learning'
  | 'identity'
  | 'practice'

export type Theme = {
  readonly key: ThemeKey
  readonly name: string
  /** Phrases, any of which tells the theme. `*` stands for the rest of a word; ` .. ` for up to five words between. */
  readonly told: readonly string[]
}
