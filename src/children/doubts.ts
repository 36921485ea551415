import { type Day, longDay } from '#calendar'
import { allLists, childView, type Fields, type History, type List } from '#records'
import { rowsOf } from './rows.ts'

/** Something in a child's rows that cannot be so, or that is missing, in a sentence. */
export interface Doubt {
  readonly list: string
  readonly says: string
}

/**
 * What is worth putting right in one child's record. Only what the rows themselves show: values that
 * were refused when a file was read never came into them, and are listed with that extract.
 */
export function doubtsOf(history: History, child: number): readonly Doubt[] {
  const view = childView(history)
  view.number = child
  const { bornOn } = view
  const missing = [
    bornOn === null && 'There is no date of birth.',
    view.ethnicity === '' && 'There is no ethnicity.',
    view.sex === '' && 'There is no sex.',
  ]
  return [
    ...missing.filter(says => says !== false).map(says => ({ list: 'children', says })),
    ...allLists
      .filter(list => list.about === 'child' && list.name !== 'children')
      .flatMap(list => doubtsIn(history, list, child, bornOn)),
  ]
}

function doubtsIn(
  history: History,
  list: List<string, Fields>,
  child: number,
  bornOn: Day | null,
): readonly Doubt[] {
  const rows = rowsOf(history, list, child)
  const [startName, endName] = list.spell ?? [Object.keys(list.fields)[0] ?? '', '']
  const says: string[] = []
  for (const row of rows) {
    const start = dayIn(row[startName])
    const end = dayIn(row[endName])
    if (list.fields[startName]?.kind === 'day' && start === null) {
      says.push('A row has no date, so it is not on the way above.')
    }
    if (start !== null && end !== null && end < start) {
      says.push(`It ends on ${longDay(end)}, before it begins on ${longDay(start)}.`)
    }
    if (start !== null && start > history.asOf) {
      says.push(`${longDay(start)} is later than the newest extract.`)
    }
    // Before birth there can be a contact, an assessment or a plan, and nothing else.
    if (start !== null && bornOn !== null && start < bornOn && afterBirth.has(list.name)) {
      says.push(`${longDay(start)} is before the child was born.`)
    }
  }
  return [...new Set(says)].map(each => ({ list: list.title, says: each }))
}

const afterBirth = new Set([
  'careEpisodes',
  'careReviews',
  'missingEpisodes',
  'healthChecks',
  'careLeavers',
])

function dayIn(value: unknown): Day | null {
  return typeof value === 'number' ? value : null
}
