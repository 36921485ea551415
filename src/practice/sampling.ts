import { type Random, seeded, shuffled } from './random.ts'

/** A child whose record could be audited. The key stands for a child and says nothing of one. */
export interface Candidate {
  readonly child: string
  readonly team: string
  readonly worker: string
  readonly plan: string
  /** Themes that their record touches. */
  readonly themes: readonly string[]
  /** Larger for more risk; at least 0. */
  readonly risk: number
}

export type Method =
  | { readonly kind: 'random' }
  /** As many of each team and plan as their share of the population, and one at least. */
  | { readonly kind: 'stratified' }
  /** Each child as likely to come as their risk is large. */
  | { readonly kind: 'risk-weighted' }
  | { readonly kind: 'themed'; readonly theme: string }

export interface Draw {
  readonly method: Method
  readonly size: number
  readonly seed: number
}

/**
 * Draws a sample. The same population, method, size and seed give the same children in the same
 * order, in whatever order the population comes.
 */
export function draw(
  population: readonly Candidate[],
  { method, size, seed }: Draw,
): readonly Candidate[] {
  const random = seeded(seed)
  const ordered = population.toSorted((a, b) =>
    a.child < b.child ? -1 : a.child > b.child ? 1 : 0,
  )
  switch (method.kind) {
    case 'random':
      return shuffled(ordered, random).slice(0, size)
    case 'stratified':
      return stratified(ordered, size, random)
    case 'risk-weighted':
      return weighted(ordered, size, random)
    case 'themed':
      return shuffled(
        ordered.filter(each => each.themes.includes(method.theme)),
        random,
      ).slice(0, size)
  }
}

/**
 * The next child in place of one that cannot be audited: the first of a longer draw that is not in
 * the sample. Null where the population is used up.
 */
export function replacement(
  population: readonly Candidate[],
  drawn: Draw,
  taken: ReadonlySet<string>,
): Candidate | null {
  const longer = draw(population, { ...drawn, size: population.length })
  return longer.find(each => !taken.has(each.child)) ?? null
}

const strata = ({ team, plan }: Candidate): string => `${team}\n${plan}`

function stratified(
  ordered: readonly Candidate[],
  size: number,
  random: Random,
): readonly Candidate[] {
  const groups = [...Map.groupBy(ordered, strata)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const places = shareOut(
    groups.map(([, members]) => members.length),
    size,
  )
  const chosen = groups.flatMap(([, members], index) =>
    shuffled(members, random).slice(0, places[index] ?? 0),
  )
  // What is left after each group had its places comes by chance, so that the order says nothing.
  const rest = shuffled(
    ordered.filter(each => !chosen.includes(each)),
    random,
  )
  return [...shuffled(chosen, random), ...rest].slice(0, size)
}

/**
 * Places for groups as their sizes are, none with more than it has; where there are enough places
 * each group has one. What the rounding leaves goes to the largest remainders.
 */
export function shareOut(sizes: readonly number[], places: number): readonly number[] {
  const all = sizes.reduce((a, b) => a + b, 0)
  if (all <= places) return sizes
  const filled = sizes.filter(size => size > 0).length
  const least = places >= filled ? 1 : 0
  const wanted = sizes.map(size => (size / all) * places)
  const given = sizes.map((size, index) =>
    Math.min(size, Math.max(Math.floor(wanted[index] ?? 0), size > 0 ? least : 0)),
  )
  const remainder = (index: number): number => (wanted[index] ?? 0) - (given[index] ?? 0)
  const order = () => sizes.map((_, index) => index).toSorted((a, b) => remainder(b) - remainder(a))
  for (let over = given.reduce((a, b) => a + b, 0) - places; over > 0; over--) {
    const index = order().findLast(each => (given[each] ?? 0) > least)
    if (index !== undefined) given[index] = (given[index] ?? 0) - 1
  }
  for (let left = places - given.reduce((a, b) => a + b, 0); left > 0; left--) {
    const index = order().find(each => (given[each] ?? 0) < (sizes[each] ?? 0))
    if (index !== undefined) given[index] = (given[index] ?? 0) + 1
  }
  return given
}

/** Without replacement, by the keys of Efraimidis and Spirakis (2006). */
function weighted(
  ordered: readonly Candidate[],
  size: number,
  random: Random,
): readonly Candidate[] {
  return ordered
    .map(each => ({ each, key: each.risk > 0 ? Math.log(1 - random()) / each.risk : -Infinity }))
    .toSorted((a, b) => b.key - a.key)
    .slice(0, size)
    .map(({ each }) => each)
}

/** What a population is, as text whose hash shows that it was this one. */
export function populationText(population: readonly Candidate[]): string {
  return population
    .map(each =>
      [
        each.child,
        each.team,
        each.worker,
        each.plan,
        each.themes.toSorted().join(','),
        each.risk,
      ].join('\t'),
    )
    .toSorted()
    .join('\n')
}

/** Whom audits have reached: of each group how many there are and how many were ever audited. */
export interface Reach {
  readonly name: string
  readonly children: number
  readonly audited: number
}

export function coverageBy(
  population: readonly Candidate[],
  audited: ReadonlySet<string>,
  of: (candidate: Candidate) => string,
): readonly Reach[] {
  return [...Map.groupBy(population, of)]
    .map(([name, members]) => ({
      name,
      children: members.length,
      audited: members.filter(each => audited.has(each.child)).length,
    }))
    .toSorted((a, b) => a.audited / a.children - b.audited / b.children || b.children - a.children)
}
