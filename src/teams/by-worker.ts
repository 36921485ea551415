import type { Month } from '#calendar'
import { shareOf } from '#findings'
import {
  type Definition,
  isSnapshot,
  type Member,
  membersOf,
  type RecordDefinition,
  type Slice,
  type Standards,
} from '#indicators'
import { permits, type Viewer } from '#people'
import type { History } from '#records'
import { seesWorkersIn, seeWorkers } from './policy.ts'
import { workerOn } from './worker-of.ts'

/** One worker’s part of a figure. */
export interface WorkerPart {
  /** '' for children allocated to nobody. */
  readonly worker: string
  readonly team: string
  readonly counted: number
  readonly all: number
  /** Of a share: where it lies, 0 to 1, with the range that chance alone leaves open. */
  readonly share: { readonly value: number; readonly lower: number; readonly upper: number } | null
}

/** What happens in a month is little for one worker, so the year to it is taken. */
export const MONTHS = 12

/**
 * An indicator by the worker to whom each child was allocated on its day: the year to a month for what
 * happens, the month’s end for what is so on a day.
 * @param isSeen leaves out the members of teams that are not the viewer’s
 */
export function byWorker(
  history: History,
  definition: RecordDefinition,
  month: Month,
  slice: Slice,
  standards: Standards,
  isSeen: (member: Member) => boolean,
): readonly WorkerPart[] {
  const months = isSnapshot(definition) ? 1 : MONTHS
  const members = Array.from({ length: months }, (_, back) =>
    membersOf(history, definition, month - back, slice, standards),
  ).flat()
  const numbers = new Map(history.childIds.map((id, number) => [id, number]))
  const parts = Map.groupBy(members.filter(isSeen), member => {
    const own = member.facts['worker']
    const worker =
      typeof own === 'string' && own !== ''
        ? own
        : workerOn(history, numbers.get(member.child) ?? -1, member.day)
    return `${worker}\u0000${member.team}`
  })
  return [...parts]
    .map(([key, own]) => {
      const [worker = '', team = ''] = key.split('\u0000')
      const counted = own.filter(member => member.counted).length
      return {
        worker,
        team,
        counted,
        all: own.length,
        share: definition.unit === 'percentage' ? shareOf(counted, own.length) : null,
      }
    })
    .toSorted((a, b) => b.all - a.all || a.worker.localeCompare(b.worker))
}

/** Whether an indicator can be said of a worker: it is about children, and a share or a number of them. */
export function isOfWorkers(definition: RecordDefinition): boolean {
  return definition.of.about === 'child' && definition.measure === undefined
}

/** Whether somebody may see a figure by worker; of the county and its groups, the workers they see. */
export function seesFigureByWorker(
  viewer: Viewer,
  definition: Definition,
  { dimension, name }: Slice,
): boolean {
  if (definition.kind !== 'record' || !isOfWorkers(definition)) return false
  return dimension === 'team' ? seesWorkersIn(viewer, name) : permits(seeWorkers, viewer)
}
