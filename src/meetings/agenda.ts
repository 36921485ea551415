import type { BodyKind } from '#bodies'
import { type Constitution, type Day, longDay } from '#calendar'
import type { Item, ItemKind } from './meeting.ts'

/** An item that stands on every agenda of a body. */
export interface StandardItem {
  readonly title: string
  readonly kind: ItemKind
  readonly words: string
}

/** Where the date of the meeting before stands in the title of a standard item. */
export const PREVIOUS = '{date of the previous meeting}'

/** What a body's agendas mostly have, until its clerk says otherwise. */
export function usualAgenda(
  kind: BodyKind,
  { questionTime }: Pick<Constitution, 'questionTime'>,
): readonly StandardItem[] {
  const asksQuestions = questionTime?.at.includes(kind) === true
  const followsUp = !['council', 'cabinet', 'committee', 'management'].includes(kind)
  return [
    { title: 'Apologies for absence', kind: 'apologies', words: '' },
    {
      title: 'Declarations of interest',
      kind: 'declarations',
      words:
        kind === 'scrutiny'
          ? 'Members are asked to declare any interest in an item on this agenda, and any party whip that they are under.'
          : 'Members are asked to declare any interest in an item on this agenda.',
    },
    {
      title: `Minutes of the meeting of ${PREVIOUS}`,
      kind: 'minutes',
      words: 'To agree that they are right, or to correct them.',
    },
    ...(asksQuestions
      ? [
          { title: 'Questions from the public', kind: 'public questions' as const, words: '' },
          { title: 'Questions from members', kind: 'member questions' as const, words: '' },
        ]
      : []),
    ...(followsUp
      ? [{ title: 'Work programme and what was asked for', kind: 'workplan' as const, words: '' }]
      : []),
  ]
}

/** The standard items for one meeting; that of the minutes is left out where none went before. */
export function standardFor(
  items: readonly StandardItem[],
  previousOn: Day | null,
): readonly StandardItem[] {
  return items.flatMap(item => {
    if (!item.title.includes(PREVIOUS)) return [item]
    if (previousOn === null) return []
    return [{ ...item, title: item.title.replaceAll(PREVIOUS, longDay(previousOn)) }]
  })
}

type Numbered = Pick<Item, 'id' | 'position' | 'number' | 'publishedAt'>

/**
 * The number of each item. Before the agenda is out they follow the order of the items. What was
 * published keeps its number for ever: what comes in later between 7 and 8 is 7a, at the end 9.
 * @param first 1, or the number after the body's last where its numbers run on
 */
export function numbersOf(items: readonly Numbered[], first: number): ReadonlyMap<string, string> {
  const ordered = items.toSorted((a, b) => a.position - b.position)
  const numbers = new Map<string, string>()
  if (ordered.every(({ publishedAt }) => publishedAt === null)) {
    for (const [at, { id }] of ordered.entries()) numbers.set(id, String(first + at))
    return numbers
  }
  const taken = new Set(ordered.flatMap(each => (each.publishedAt === null ? [] : [each.number])))
  const lastPublished = ordered.findLastIndex(({ publishedAt }) => publishedAt !== null)
  let highest = Math.max(first - 1, ...[...taken].map(wholeOf))
  let before = first - 1
  for (const [at, item] of ordered.entries()) {
    if (item.publishedAt !== null) {
      numbers.set(item.id, item.number)
      before = wholeOf(item.number)
      continue
    }
    const number = at > lastPublished ? String(++highest) : between(before, taken)
    taken.add(number)
    numbers.set(item.id, number)
  }
  return numbers
}

function between(before: number, taken: ReadonlySet<string>): string {
  for (let letter = 0; ; letter += 1) {
    const number = `${Math.max(0, before)}${lettersAt(letter)}`
    if (!taken.has(number)) return number
  }
}

/** 0 is a, 25 is z, 26 is aa. */
export function lettersAt(at: number): string {
  let letters = ''
  for (let rest = at + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters
  return letters
}

/** 7 of '7a'; 0 of what has no number. */
export const wholeOf = (number: string): number => Number(/^\d+/.exec(number)?.[0] ?? 0)

/** The number from which a meeting's items run, given those of the body's meetings before it. */
export const runningFrom = (earlier: readonly Pick<Item, 'number'>[]): number =>
  Math.max(0, ...earlier.map(({ number }) => wholeOf(number))) + 1

/** The order after one thing has gone up or down by one place; the same order at either end. */
export function moved(ids: readonly string[], id: string, way: 'up' | 'down'): readonly string[] {
  const at = ids.indexOf(id)
  const to = way === 'up' ? at - 1 : at + 1
  const other = ids[to]
  if (at < 0 || other === undefined) return ids
  return ids.map((each, place) => (place === at ? other : place === to ? id : each))
}
