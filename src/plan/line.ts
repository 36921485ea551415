import type { Day } from '#calendar'

/** From the whole to the part: a line stands below one of an earlier kind. */
export const lineKinds = {
  theme: 'Theme',
  'sub-theme': 'Sub-theme',
  project: 'Project',
  action: 'Action',
  milestone: 'Milestone',
} as const
export type LineKind = keyof typeof lineKinds
export const lineKindKeys = ['theme', 'sub-theme', 'project', 'action', 'milestone'] as const

export const deliveries = {
  'not started': 'Not started',
  'on track': 'On track',
  'at risk': 'At risk',
  'off track': 'Off track',
  complete: 'Complete',
  stopped: 'Stopped',
} as const
export type Delivery = keyof typeof deliveries
export const deliveryKeys = [
  'not started',
  'on track',
  'at risk',
  'off track',
  'complete',
  'stopped',
] as const

/** One line of a plan, of whatever kind. */
export interface Line {
  readonly id: string
  readonly planId: string
  readonly parentId: string | null
  readonly position: number
  readonly kind: LineKind
  readonly title: string
  /** What will be different for children. */
  readonly difference: string
  /** The one who is accountable: somebody who signs in here, or a post in words. */
  readonly ownerId: string | null
  readonly owner: string | null
  /** The partner organisation that is accountable; null for the council. */
  readonly organisation: string | null
  readonly partners: readonly string[]
  readonly startsOn: Day | null
  readonly dueOn: Day | null
  readonly delivery: Delivery
  readonly deliveryReason: string
  readonly forecastOn: Day | null
  readonly sharedWith: readonly string[]
  readonly madeOn: Day
  readonly evidence: string | null
  readonly closedOn: Day | null
  readonly closedBy: string | null
  readonly closedByName: string | null
  readonly carriedFrom: string | null
  readonly carriedReason: string | null
  readonly carriedTo: string | null
}

export interface Plan {
  readonly id: string
  readonly title: string
  readonly fromPlan: string | null
  readonly cycleWeeks: number
  readonly firstUpdateOn: Day
  readonly headlinePence: number | null
  readonly headlineWords: string | null
  readonly resourceWords: string | null
}

export const isOpenLine = ({
  closedOn,
  carriedTo,
}: Pick<Line, 'closedOn' | 'carriedTo'>): boolean => closedOn === null && carriedTo === null

/** Work that somebody does, and writes about each cycle; themes only hold it together. */
export const isWork = ({ kind }: Pick<Line, 'kind'>): boolean =>
  kind === 'project' || kind === 'action'

/** Past its date and not done. */
export const isLate = (line: Line, today: Day): boolean =>
  isOpenLine(line) && line.delivery !== 'complete' && line.dueOn !== null && line.dueOn < today

/** Who answers for it, as it is said: 'Head of Assessment', 'Integrated care board'. */
export const accountable = ({ owner, organisation }: Pick<Line, 'owner' | 'organisation'>) =>
  owner === null
    ? organisation
    : organisation === null || organisation === owner
      ? owner
      : `${owner}, ${organisation}`

/** Whether one kind of line may stand below another; nothing stands above a theme. */
export function mayStandBelow(kind: LineKind, parent: LineKind | null): boolean {
  if (parent === null) return kind === 'theme' || kind === 'sub-theme' || kind === 'project'
  if (parent === 'milestone') return false
  // An action may be divided into smaller actions; every other kind stands below another kind.
  if (kind === 'action' && parent === 'action') return true
  return lineKindKeys.indexOf(kind) > lineKindKeys.indexOf(parent)
}

export interface Branch {
  readonly line: Line
  /** '1.2.3' */
  readonly number: string
  /** From 0. */
  readonly depth: number
  readonly children: readonly Branch[]
}

/**
 * The lines of a plan as a tree with numbers. A line whose parent is not among them stands at the
 * top: nothing is left out, whatever is wrong with the parents.
 */
export function treeOf(lines: readonly Line[]): readonly Branch[] {
  const ids = new Set(lines.map(line => line.id))
  const below = new Map<string | null, Line[]>()
  for (const line of lines) {
    const parent = line.parentId !== null && ids.has(line.parentId) ? line.parentId : null
    below.set(parent, [...(below.get(parent) ?? []), line])
  }
  const used = new Set<string>()
  const grow = (parent: string | null, before: string, depth: number): readonly Branch[] =>
    (below.get(parent) ?? [])
      .filter(line => !used.has(line.id))
      .toSorted((a, b) => a.position - b.position || a.title.localeCompare(b.title))
      .map((line, at) => {
        used.add(line.id)
        const number = `${before}${at + 1}`
        return { line, number, depth, children: grow(line.id, `${number}.`, depth + 1) }
      })
  return grow(null, '', 0)
}

/** Every branch, each before those below it. */
export function flat(branches: readonly Branch[]): readonly Branch[] {
  return branches.flatMap(branch => [branch, ...flat(branch.children)])
}

/** The number of every line: '1.2.3' by its identifier. */
export function numbersOf(lines: readonly Line[]): ReadonlyMap<string, string> {
  return new Map(flat(treeOf(lines)).map(branch => [branch.line.id, branch.number]))
}
