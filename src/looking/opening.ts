/** Whose children somebody may see: all, those of some teams, or none. */
export type Sight = 'all' | { readonly teams: readonly string[] } | 'none'

export const reasons = {
  helping: 'I am helping this child',
  audit: 'I am auditing this record',
  complaint: 'I am looking into a complaint',
  'data-quality': 'I am putting data right',
  other: 'Another reason',
} as const
export type Reason = keyof typeof reasons

export function isReason(text: string): text is Reason {
  return text in reasons
}

/** A record that somebody opened; the reference stands for the child. */
export interface Opening {
  readonly viewer: string
  readonly role: string
  readonly childRef: string
  /** The team that the child was with; '' for none. */
  readonly team: string
  readonly at: Date
  /** Null for a child of the viewer's own team. */
  readonly reason: Reason | null
  readonly words: string
}

export type May = 'open' | 'ask-reason' | 'refuse'

/**
 * Whether somebody may open a child's record. Of a child of their own team they are not asked why.
 * Who sees all children says why, once a day for each child. Who sees only the children of their
 * teams sees no others.
 * @param ownTeams the teams that the viewer belongs to
 * @param childTeam the team that the child is with; '' for none
 * @param today the viewer's openings of this child's record so far today
 */
export function mayOpen(
  { sight, ownTeams }: { readonly sight: Sight; readonly ownTeams: readonly string[] },
  childTeam: string,
  today: readonly Pick<Opening, 'reason'>[],
): May {
  if (sight === 'none') return 'refuse'
  if (childTeam !== '') {
    const own = sight === 'all' ? ownTeams : sight.teams
    if (own.includes(childTeam)) return 'open'
  }
  if (sight !== 'all') return 'refuse'
  return today.some(opening => opening.reason !== null) ? 'open' : 'ask-reason'
}

/** 'I am auditing this record: thematic audit of neglect'. */
export function reasonInWords({ reason, words }: Pick<Opening, 'reason' | 'words'>): string {
  if (reason === null) return 'A child of your own team'
  if (words === '') return reasons[reason]
  return reason === 'other' ? words : `${reasons[reason]}: ${words}`
}
