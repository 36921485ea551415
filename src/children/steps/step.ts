import type { Day } from '#calendar'
import { type History, type List, sourceList } from '#records'
import { extractFor } from '../rows.ts'

/** Which part of a journey something belongs to. */
export type Part = 'front-door' | 'need' | 'protection' | 'care' | 'health' | 'leaving'

export const partWords: Readonly<Record<Part, string>> = {
  'front-door': 'Front door',
  need: 'Child in need',
  protection: 'Child protection',
  care: 'In care',
  health: 'Health',
  leaving: 'Leaving care',
}

/** One thing that happened on a child's way, and the extract that says so. */
export interface Step {
  readonly on: Day
  readonly part: Part
  readonly title: string
  /** What else is known of it, a short sentence each. */
  readonly says: readonly string[]
  /** The identifier of the extract it rests on; '' where none covers it. */
  readonly extract: string
  /** The list that it stands in, in words: 'section 47 enquiries'. */
  readonly list: string
}

export interface Told {
  readonly on: Day | null
  readonly part: Part
  readonly title: string
  readonly says?: readonly (string | false | null)[]
  /** The day by which the extract is found, where it is not `on`: the end of a visit's quarter. */
  readonly seenOn?: Day
}

/** Makes steps of what a list tells. What has no date cannot stand on a way and is left out. */
export function stepsFrom(history: History, list: List, told: readonly Told[]): readonly Step[] {
  const title = history.tables.get(sourceList(list))?.list.title ?? list.title
  return told.flatMap(({ on, part, title: what, says = [], seenOn }) =>
    on === null
      ? []
      : [
          {
            on,
            part,
            title: what,
            says: says.flatMap(each =>
              each === false || each === null || each === '' ? [] : [each],
            ),
            extract: extractFor(history, list, seenOn ?? on),
            list: title,
          },
        ],
  )
}
