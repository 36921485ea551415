import { createHash, randomInt } from 'node:crypto'
import type { Day } from '#calendar'
import {
  type Candidate,
  draw,
  type Method,
  populationText,
  type Reach,
  coverageBy,
} from '#practice'
import { planKinds, type PlanKind, themeTitle } from './population.ts'

/** A draw of children, and what shows that it was this one. */
export interface Sample {
  readonly id: string
  readonly title: string
  readonly toolKey: string
  readonly method: Method
  readonly size: number
  readonly seed: number
  /** The day on which they were open to the service. */
  readonly asOf: Day
  /** Every extract that the population came from, and the newest of them. */
  readonly extracts: readonly string[]
  readonly extractId: string
  readonly populationSha256: string
  readonly populationSize: number
  readonly drawnAt: Date
  readonly drawnBy: string
}

/** One child of a sample, by reference. */
export interface Sampled {
  /** From 1, in the order of the draw; those who took over come after. */
  readonly place: number
  readonly childRef: string
  readonly team: string
  readonly worker: string
  readonly plan: string
  /** Why the record is not audited, and which place took over; null where it is. */
  readonly replacedWords: string | null
  readonly replacedBy: number | null
  readonly replacedByName: string | null
}

export const methodKinds = {
  random: 'At random: every child as likely as any other',
  stratified:
    'By team and plan: each as many as its share, and at least one while there are places',
  'risk-weighted': 'By risk: the more risk, the likelier',
  themed: 'By theme: only records that touch it, at random',
} as const
export type MethodKind = keyof typeof methodKinds

/** Whether every child had a known chance by which none was sought: only then does a share speak of all work. */
export const isFair = ({ method }: Pick<Sample, 'method'>): boolean =>
  method.kind === 'random' || method.kind === 'stratified'

export function methodInWords(method: Method): string {
  switch (method.kind) {
    case 'random':
      return 'At random'
    case 'stratified':
      return 'By team and plan'
    case 'risk-weighted':
      return 'By risk'
    case 'themed':
      return `By theme: ${themeTitle(method.theme).toLowerCase()}`
  }
}

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A seed that nobody chose. */
export const newSeed = (): number => randomInt(0, 2 ** 32)

/** The children of a draw with what of the population is kept. */
export function sampleFrom(
  population: readonly Candidate[],
  drawn: Pick<Sample, 'method' | 'size' | 'seed'>,
) {
  return {
    populationSha256: sha256Of(populationText(population)),
    populationSize: population.length,
    children: draw(population, drawn).map(
      (each, index): Sampled => ({
        place: index + 1,
        childRef: each.child,
        team: each.team,
        worker: each.worker,
        plan: each.plan,
        replacedWords: null,
        replacedBy: null,
        replacedByName: null,
      }),
    ),
  }
}

/** Whether a draw that is done again is the one that was kept. */
export type Compared =
  | { readonly kind: 'same' }
  /** The population is the same, and the children are not: somebody changed the sample. */
  | { readonly kind: 'other children'; readonly places: readonly number[] }
  | { readonly kind: 'other population'; readonly sha256: string; readonly size: number }
  | { readonly kind: 'extracts gone'; readonly gone: number }
  /** Which children it gave was taken away by a rule of retention: there is nothing to compare with. */
  | { readonly kind: 'no longer kept' }

/** @param population the children open on the sample's day, from the sample's own extracts */
export function compare(
  sample: Sample,
  kept: readonly Sampled[],
  population: readonly Candidate[],
): Compared {
  const again = sampleFrom(population, sample)
  if (again.populationSha256 !== sample.populationSha256)
    return { kind: 'other population', sha256: again.populationSha256, size: again.populationSize }
  const places = again.children
    .filter(each => kept.find(one => one.place === each.place)?.childRef !== each.childRef)
    .map(each => each.place)
  return places.length === 0 ? { kind: 'same' } : { kind: 'other children', places }
}

/** Whom audits have reached, and whom never. */
export interface Coverage {
  readonly children: number
  readonly audited: number
  readonly teams: readonly Reach[]
  readonly workers: readonly Reach[]
  readonly plans: readonly Reach[]
  readonly themes: readonly Reach[]
}

/**
 * @param audited references of the children whose work was audited in the time looked at
 */
export function coverageOf(
  population: readonly Candidate[],
  audited: ReadonlySet<string>,
): Coverage {
  const themed = population.flatMap(each => each.themes.map(theme => ({ ...each, theme })))
  const themes = [...Map.groupBy(themed, each => each.theme)].map(([theme, members]) => ({
    name: themeTitle(theme),
    children: members.length,
    audited: members.filter(each => audited.has(each.child)).length,
  }))
  const isPlan = (plan: string): plan is PlanKind => plan in planKinds
  return {
    children: population.length,
    audited: population.filter(each => audited.has(each.child)).length,
    teams: coverageBy(population, audited, each => each.team || 'No team recorded'),
    workers: coverageBy(population, audited, each => each.worker || 'Nobody recorded'),
    plans: coverageBy(population, audited, each =>
      isPlan(each.plan) ? planKinds[each.plan] : each.plan,
    ),
    themes: themes.toSorted((a, b) => a.audited / a.children - b.audited / b.children),
  }
}
