import type { Day } from '#calendar'

export const minutesStates = {
  'being written': 'Being written',
  draft: 'Draft, subject to acceptance',
  agreed: 'Agreed as a correct record',
} as const
export type MinutesState = keyof typeof minutesStates

/** The minutes of one meeting. */
export interface Minutes {
  readonly meetingId: string
  readonly state: MinutesState
  readonly publishedAt: Date | null
  readonly publishedBy: string | null
  /** The meeting that agreed them; null where that meeting is not kept here. */
  readonly agreedAtMeeting: string | null
  readonly agreedOn: Day | null
  /** The amendments with which they were agreed; empty where there were none. */
  readonly agreedWords: string
  readonly signedBy: string
  /** The document they were read from. */
  readonly fileSha: string | null
  readonly version: number
}

export const paragraphKinds = {
  text: 'Paragraph',
  resolution: 'Resolution',
  heading: 'Heading',
  present: 'Who was present',
  vote: 'Vote',
} as const
export type ParagraphKind = keyof typeof paragraphKinds
// as: the keys of a constant are its kinds.
export const paragraphKindKeys = Object.keys(paragraphKinds) as [ParagraphKind, ...ParagraphKind[]]

export interface Paragraph {
  /** Permanent: links lead to it for as long as the minutes are kept. */
  readonly id: string
  readonly meetingId: string
  /** Null for what stands before the first item. */
  readonly itemId: string | null
  readonly position: number
  /** As it is printed: '3.1'; empty for headings and for who was present. */
  readonly number: string
  readonly kind: ParagraphKind
  readonly words: string
  /** Taken out, and still to be seen. */
  readonly struck: boolean
  readonly version: number
}

export type ChangeKind = 'added' | 'changed' | 'struck' | 'restored'

/** What became of the words of a paragraph at one time. */
export interface Change {
  readonly paragraphId: string
  readonly what: ChangeKind
  readonly before: string
  readonly after: string
  readonly reason: string
  /** Whether the minutes were published then: such a change is a correction, and shown. */
  readonly afterPublication: boolean
  readonly at: Date
  readonly actorName: string
}

export const DRAFT_BANNER = 'Draft: subject to acceptance at the next meeting'

export const minutesPath = (meetingId: string): string => `/meetings/${meetingId}/minutes`
export const writePath = (meetingId: string): string => `${minutesPath(meetingId)}/write`
export const asksPath = (meetingId: string): string => `${minutesPath(meetingId)}/asks`
/** The permanent address of a paragraph. */
export const paragraphPath = (id: string): string => `/minutes/p/${id}`
/** Where a paragraph stands on the page of its minutes. */
export const anchorOf = (id: string): string => `p-${id}`

/** Whether a paragraph of a kind has a number. */
export const isNumbered = (kind: ParagraphKind): boolean => kind !== 'heading' && kind !== 'present'

/** What numbering has to know of an item: its number as printed. */
export interface NumberedItem {
  readonly id: string
  readonly number: string
}

/**
 * The paragraphs of a minute that is being written with the numbers that they now have: those of
 * item 3 are 3.1, 3.2 and so on; those of minute 262 are 262.1. What was struck keeps none.
 */
export function numbered(
  paragraphs: readonly Paragraph[],
  items: readonly NumberedItem[],
): readonly Paragraph[] {
  const next = new Map<string, number>()
  return paragraphs.map(paragraph => {
    const item = items.find(each => each.id === paragraph.itemId)
    if (item === undefined || paragraph.struck || !isNumbered(paragraph.kind))
      return { ...paragraph, number: '' }
    const nth = (next.get(item.id) ?? 0) + 1
    next.set(item.id, nth)
    return { ...paragraph, number: `${item.number.replace(/\.$/, '')}.${nth}` }
  })
}

/**
 * The number of a paragraph that comes after another in minutes that are published, where no number
 * may change: '3.4A' after 3.4, then '3.4B'; at the end of an item the next one, '3.8'.
 * @param inItem the paragraphs of the item in their order
 */
export function numberAfter(
  inItem: readonly Paragraph[],
  after: string | null,
  item: NumberedItem,
): string {
  const taken = new Set(inItem.map(each => each.number))
  const own = inItem.filter(each => each.number !== '')
  const before = own.find(each => each.id === after) ?? null
  const isLast = before === null || before === own.at(-1)
  if (isLast) {
    const prefix = `${item.number.replace(/\.$/, '')}.`
    for (let nth = own.length + 1; ; nth++)
      if (!taken.has(`${prefix}${nth}`)) return `${prefix}${nth}`
  }
  const base = before.number.replace(/[A-Z]+$/, '')
  for (let nth = 1; ; nth++) {
    const candidate = `${base}${lettersOf(nth)}`
    if (!taken.has(candidate)) return candidate
  }
}

function lettersOf(nth: number): string {
  let letters = ''
  for (let rest = nth; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/**
 * The identifiers in the order after one has moved one place up or down within its item; the same
 * order where it is at the end already.
 */
export function moved(
  paragraphs: readonly Pick<Paragraph, 'id' | 'itemId'>[],
  id: string,
  way: 'up' | 'down',
): readonly string[] {
  const order = paragraphs.map(each => each.id)
  const at = order.indexOf(id)
  const item = paragraphs[at]?.itemId
  const isNeighbour = (each: Pick<Paragraph, 'itemId'>): boolean => each.itemId === item
  const other =
    way === 'up'
      ? paragraphs.slice(0, Math.max(0, at)).findLastIndex(isNeighbour)
      : paragraphs.findIndex((each, nth) => nth > at && isNeighbour(each))
  const neighbour = paragraphs[other]
  if (at === -1 || neighbour === undefined) return order
  order[at] = neighbour.id
  order[other] = id
  return order
}
