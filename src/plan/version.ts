import { createHash } from 'node:crypto'
import { type Day, longDay } from '#calendar'
import { accountable, deliveries, type Line, lineKinds, numbersOf, type Plan } from './line.ts'
import { inPounds } from './money.ts'

/** How a version came about. */
export const versionKinds = {
  draft: 'Draft',
  approved: 'Approved',
  submitted: 'Submitted',
  'delegated change': 'Changed under delegated authority',
} as const
export type VersionKind = keyof typeof versionKinds
export const versionKindKeys = ['draft', 'approved', 'submitted', 'delegated change'] as const

export interface FundingLine {
  readonly id: string
  readonly title: string
  readonly words: string
  readonly pence: number
}

/** A plan as it stood: everything that a reader saw, in words, and nothing that has to be looked up. */
export interface Snapshot {
  readonly title: string
  readonly headline: string
  readonly resources: string
  readonly lines: readonly SnapshotLine[]
  readonly funding: readonly {
    readonly id: string
    readonly title: string
    readonly amount: string
  }[]
}

export interface SnapshotLine {
  readonly id: string
  readonly depth: number
  /** The fields as they are shown, by what they are called. */
  readonly fields: Readonly<Record<string, string>>
}

export interface Version {
  readonly number: number
  readonly kind: VersionKind
  readonly madeAt: Date
  readonly madeByName: string
  readonly decidedOn: Day
  readonly decidedBy: string
  readonly meeting: string
  readonly consulted: string
  readonly delegation: string
  readonly reason: string
  readonly snapshot: Snapshot
  readonly hash: string
}

export function snapshotOf(
  plan: Plan,
  lines: readonly Line[],
  funding: readonly FundingLine[],
  links: {
    readonly answers: ReadonlyMap<string, readonly string[]>
    readonly measures: ReadonlyMap<string, readonly string[]>
  },
): Snapshot {
  const numbers = numbersOf(lines)
  const day = (value: Day | null): string => (value === null ? '' : longDay(value))
  const shown = lines.map(line => ({
    id: line.id,
    depth: (numbers.get(line.id) ?? '').split('.').length - 1,
    fields: {
      Number: numbers.get(line.id) ?? '',
      Kind: lineKinds[line.kind],
      Title: line.title,
      'What will be different for children': line.difference,
      'Accountable owner': accountable(line) ?? '',
      Partners: line.partners.join(', '),
      Starts: day(line.startsOn),
      Due: day(line.dueOn),
      Delivery: deliveries[line.delivery],
      Reason: line.deliveryReason,
      Forecast: day(line.forecastOn),
      Answers: (links.answers.get(line.id) ?? []).toSorted().join('; '),
      Measures: (links.measures.get(line.id) ?? []).toSorted().join('; '),
      Closed: line.closedOn === null ? '' : `${longDay(line.closedOn)}: ${line.evidence ?? ''}`,
      'Carried forward': line.carriedReason ?? '',
    },
  }))
  return {
    title: plan.title,
    headline: plan.headlinePence === null ? '' : inPounds(plan.headlinePence),
    resources: plan.resourceWords ?? '',
    lines: shown.toSorted((a, b) => byNumber(a.fields.Number, b.fields.Number)),
    funding: funding.map(({ id, title, pence }) => ({ id, title, amount: inPounds(pence) })),
  }
}

function byNumber(a: string, b: string): number {
  const [one, other] = [a.split('.').map(Number), b.split('.').map(Number)]
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** The fields of a line in the order in which they are read; a database gives them in its own. */
export const fieldOrder = [
  'What will be different for children',
  'Accountable owner',
  'Partners',
  'Starts',
  'Due',
  'Delivery',
  'Reason',
  'Forecast',
  'Answers',
  'Measures',
  'Closed',
  'Carried forward',
] as const

/** SHA-256 of a snapshot, whatever the order in which a database gives its fields back. */
export function hashOfSnapshot(snapshot: Snapshot): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(snapshot)))
    .digest('hex')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]))
}

export interface Difference {
  readonly added: readonly SnapshotLine[]
  readonly removed: readonly SnapshotLine[]
  readonly changed: readonly {
    readonly line: SnapshotLine
    readonly fields: readonly FieldChange[]
  }[]
  /** Of the plan as a whole, and of its funding. */
  readonly whole: readonly FieldChange[]
}

export interface FieldChange {
  readonly field: string
  readonly before: string
  readonly after: string
}

/** Fields that follow from others: a line that moves up because another went has not changed. */
const derived = new Set(['Number'])

export function differenceOf(before: Snapshot, after: Snapshot): Difference {
  const old = new Map(before.lines.map(line => [line.id, line]))
  const fresh = new Map(after.lines.map(line => [line.id, line]))
  return {
    added: after.lines.filter(line => !old.has(line.id)),
    removed: before.lines.filter(line => !fresh.has(line.id)),
    changed: after.lines.flatMap(line => {
      const was = old.get(line.id)
      const fields = was === undefined ? [] : fieldChanges(was.fields, line.fields)
      return fields.length === 0 ? [] : [{ line, fields }]
    }),
    whole: [
      ...fieldChanges(wholeOf(before), wholeOf(after)),
      ...fieldChanges(fundingOf(before), fundingOf(after)),
    ],
  }
}

export const isSame = ({ added, removed, changed, whole }: Difference): boolean =>
  added.length + removed.length + changed.length + whole.length === 0

const wholeOf = ({ title, headline, resources }: Snapshot) => ({
  Title: title,
  Headline: headline,
  Resources: resources,
})

const fundingOf = ({ funding }: Snapshot): Readonly<Record<string, string>> =>
  Object.fromEntries(funding.map(each => [`Funding: ${each.title}`, each.amount]))

/** How far the work has come, which nobody has to approve. */
const progress = new Set(['Delivery', 'Reason', 'Forecast', 'Closed'])

/** Whether the plan itself was changed, and not only how far it has come. */
export function isPlanChanged({ added, removed, changed, whole }: Difference): boolean {
  return (
    added.length + removed.length + whole.length > 0 ||
    changed.some(each => each.fields.some(({ field }) => !progress.has(field)))
  )
}

function fieldChanges(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly FieldChange[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...fields].flatMap(field => {
    const [was, is] = [before[field] ?? '', after[field] ?? '']
    return was === is || derived.has(field) ? [] : [{ field, before: was, after: is }]
  })
}
