import { addMonths, type Day } from '#calendar'

/**
 * What the Department for Education does where services fail, mildest first, as data: what it rests
 * on and, where there is one, the shortest time it stands. Read 21 November 2026 in a parliamentary
 * answer of 27 May 2022 (twelve months of support and supervision after an intervention ends);
 * section 497A itself is unverified.
 */
export const interventionKinds = {
  adviser: { name: 'Adviser', legalBasis: 'By agreement', minimumMonths: null },
  notice: {
    name: 'Improvement notice',
    legalBasis:
      'Not statutory; it may give warning of a direction under section 497A of the Education Act 1996',
    minimumMonths: null,
  },
  direction: {
    name: 'Statutory direction',
    legalBasis: 'Section 497A of the Education Act 1996 (unverified)',
    minimumMonths: null,
  },
  commissioner: {
    name: 'Commissioner',
    legalBasis: 'Direction under section 497A of the Education Act 1996 (unverified)',
    minimumMonths: null,
  },
  support: {
    name: 'Support and supervision',
    legalBasis: 'Follows the end of an intervention, for at least 12 months',
    minimumMonths: 12,
  },
} as const
export type InterventionKind = keyof typeof interventionKinds

// as: the keys of a constant are its kinds.
export const interventionKindKeys = Object.keys(interventionKinds) as [
  InterventionKind,
  ...InterventionKind[],
]

export interface Review {
  readonly id: string
  readonly heldOn: Day
  readonly words: string
}

export interface Intervention {
  readonly id: string
  readonly kind: InterventionKind
  readonly title: string
  readonly legalBasis: string
  readonly issuedOn: Day
  readonly requirements: readonly string[]
  readonly reviewMonths: number | null
  readonly minimumMonths: number | null
  readonly liftedOn: Day | null
  readonly liftedWords: string | null
  readonly inspectionId: string | null
  readonly reviews: readonly Review[]
}

/** The first day on which it may end; null where no shortest time is set. */
export function earliestEnd({
  issuedOn,
  minimumMonths,
}: Pick<Intervention, 'issuedOn' | 'minimumMonths'>): Day | null {
  return minimumMonths === null ? null : addMonths(issuedOn, minimumMonths)
}

/** The day of the next review, counted from the last one; null where none is set or it is over. */
export function nextReview(
  intervention: Pick<Intervention, 'issuedOn' | 'reviewMonths' | 'liftedOn' | 'reviews'>,
): Day | null {
  const { issuedOn, reviewMonths, liftedOn, reviews } = intervention
  if (reviewMonths === null || liftedOn !== null) return null
  const last = reviews.reduce((latest, { heldOn }) => Math.max(latest, heldOn), issuedOn)
  return addMonths(last, reviewMonths)
}

/** Why it cannot be lifted on a day, in a sentence; null where it can. */
export function whyNotLifted(
  intervention: Pick<Intervention, 'issuedOn' | 'minimumMonths' | 'kind'>,
  day: Day,
): 'before-issue' | 'too-early' | null {
  if (day < intervention.issuedOn) return 'before-issue'
  const earliest = earliestEnd(intervention)
  return earliest !== null && day < earliest ? 'too-early' : null
}
