import { isoDay, longDay } from '#calendar'
import type { Member, RecordDefinition } from '#indicators'
import { numberInWords } from './words.ts'

/** A column of the list of children behind a figure, as it reads on a page or in a file. */
export interface ChildColumn {
  readonly heading: string
  readonly numeric?: boolean
  readonly names?: boolean
  cell(member: Member): string
}

/** How dates are written: in words for a page, as 2017-09-18 for a file that is sorted. */
export type DateStyle = 'words' | 'iso'

/** Who a child is, their team, what was measured, and what somebody checks the figure by. */
export function childColumns(
  definition: RecordDefinition,
  members: readonly Member[],
  style: DateStyle,
): readonly ChildColumn[] {
  const dayText = style === 'words' ? longDay : isoDay
  return [
    { heading: 'Child', cell: member => member.child || 'Not a child', names: true },
    { heading: 'Born', cell: member => (member.bornOn === null ? '' : dayText(member.bornOn)) },
    ...(members.some(member => member.team !== '')
      ? [{ heading: 'Team', cell: (member: Member) => member.team }]
      : []),
    ...measureColumn(definition),
    ...factsShown(definition, members).map(name => ({
      heading: definition.of.fields[name]?.means ?? name,
      cell: (member: Member) => factText(definition, name, member.facts[name], dayText),
    })),
  ]
}

function measureColumn(definition: RecordDefinition): readonly ChildColumn[] {
  const { measure } = definition
  if (measure === undefined) return []
  const cell = (member: Member) => numberInWords(definition, member.measured ?? 0)
  return [{ heading: measure.unit, numeric: true, cell }]
}

/** Dates, answers and the worker: what somebody checks a figure by. Codes are for the record. */
function factsShown(definition: RecordDefinition, members: readonly Member[]): readonly string[] {
  return Object.entries(definition.of.fields).flatMap(([name, { kind }]) => {
    const worthShowing = kind !== 'code' || name === 'worker'
    const recorded = members.some(({ facts }) => facts[name] !== null && facts[name] !== '')
    return worthShowing && recorded ? [name] : []
  })
}

function factText(
  definition: RecordDefinition,
  name: string,
  value: unknown,
  dayText: (day: number) => string,
): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number' && definition.of.fields[name]?.kind === 'day') return dayText(value)
  return String(value)
}
