import type { Day, Month } from '#calendar'
import { cursorOver, type History } from '#records'
import { answerable } from './coverage.ts'
import type { Definition } from './definition.ts'
import type { Standards } from './local-standards.ts'
import { type Visit, visitMembers } from './members.ts'
import { rowsOfMonth } from './rows-of-month.ts'
import { type Slice, slicerOf } from './slices.ts'

/** One child (or event) behind a figure, and whether it is in the numerator. */
export interface Member {
  readonly child: string
  readonly day: Day
  readonly counted: boolean
  /** What was measured, for a mean or median. */
  readonly measured: number | null
  readonly bornOn: Day | null
  readonly team: string
  /** The row's own fields, in the words of the record, for a person to check it by. */
  readonly facts: Readonly<Record<string, Day | number | string | boolean | null>>
}

/**
 * Everyone in an indicator's whole group in one month and slice: the children behind the figure. A
 * figure that was entered has none that Sightline knows of.
 */
export function membersOf(
  history: History,
  definition: Definition,
  month: Month,
  slice: Slice,
  standards: Standards,
): readonly Member[] {
  if (definition.kind !== 'record') return []
  const { days } = answerable(history, definition, month, month)
  const slicer = slicerOf(history)
  const { profileOf, teamOf, homeOf } = slicer.over(definition.of)
  const sameSlice = (place: number): boolean =>
    slicer.slices[place]?.dimension === slice.dimension && slicer.slices[place].name === slice.name
  const open = cursorOver(history, definition.of)
  if (open === null) return []
  const { cursor } = open
  const members: Member[] = []
  const names = Object.keys(definition.of.fields)
  const only = rowsOfMonth(history, definition, month, days[0] ?? -1, standards)
  const take: Visit = (_, __, row, child, day, value) => {
    const team = teamOf(row, child, day)
    const ofTeam = slicer.ofTeam[team] ?? []
    const ofHome = definition.alsoBy === undefined ? [] : slicer.ofHome[homeOf(child, day)]
    const own = [...(slicer.ofProfile[profileOf(child, day)] ?? []), ...ofTeam, ...(ofHome ?? [])]
    if (!own.some(sameSlice)) return
    cursor.row = row
    members.push({
      child: cursor.child.id,
      day,
      counted: definition.measure !== undefined || value === 1,
      measured: definition.measure === undefined ? null : value,
      bornOn: cursor.child.bornOn,
      team: slicer.slices[ofTeam[0] ?? -1]?.name ?? '',
      facts: Object.fromEntries(names.map(name => [name, cursor[name] ?? null])),
    })
  }
  visitMembers(history, [{ definition, days }], month, standards.on, take, only)
  return members
}
