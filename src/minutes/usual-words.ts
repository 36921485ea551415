import { type Day, longDay } from '#calendar'
import { attendanceWords, type Item } from '#meetings'
import type { ParagraphKind } from './minutes.ts'

/** Words that minutes mostly have, proposed to whoever writes them. */
export interface UsualWords {
  readonly itemId: string | null
  readonly kind: ParagraphKind
  readonly words: string
}

type Person = Parameters<typeof attendanceWords>[0][number]

/** Who sent apologies and who sat for whom; in words too where nobody did. */
export function apologyWords(attendance: readonly Person[]): string {
  const { apologies } = attendanceWords(attendance)
  const substitutes = attendance.filter(one => one.how === 'substitute' && one.standsInFor !== '')
  const sorry =
    apologies === ''
      ? 'There were no apologies for absence.'
      : `Apologies were received from ${apologies}.`
  if (substitutes.length === 0) return sorry
  return `${sorry} ${substitutes.map(one => `${one.name} attended as substitute for ${one.standsInFor}.`).join(' ')}`
}

export const nilDeclarations = 'No declarations of interest were made.'
export const nilQuestions = {
  'public questions': 'No questions were received from the public.',
  'member questions': 'No questions were received from members.',
} as const

export const confirmedWords = (heldOn: Day): string =>
  `The minutes of the meeting held on ${longDay(heldOn)} were agreed as a correct record and signed by the chair.`

/** The words by which the public is asked to leave. */
export function exclusionWords(closed: readonly Pick<Item, 'number' | 'exempt'>[]): string | null {
  const [first] = closed
  if (first === undefined) return null
  const items = `${closed.length === 1 ? 'item' : 'items'} ${listed(closed.map(each => each.number))}`
  const paragraphs = [...new Set(closed.flatMap(each => each.exempt?.paragraph ?? []))].toSorted(
    (a, b) => a - b,
  )
  const ground =
    paragraphs.length === 0
      ? 'confidential information would be disclosed'
      : `exempt information would be disclosed as described in ${paragraphs.length === 1 ? 'paragraph' : 'paragraphs'} ${listed(paragraphs.map(String))} of part 1 of Schedule 12A to the Local Government Act 1972, and the public interest in keeping it back outweighs the public interest in telling it`
  return `RESOLVED that the press and public be excluded for ${items} because ${ground}.`
}

/**
 * What may be proposed for a meeting.
 * @param earlier the day of the meeting whose minutes this one confirms; null where there is none
 */
export function usualWords(
  attendance: readonly Person[],
  items: readonly Pick<Item, 'id' | 'kind' | 'number' | 'exempt' | 'withdrawnWords'>[],
  earlier: Day | null,
): readonly UsualWords[] {
  const found: UsualWords[] = []
  const say = (itemId: string | null, kind: ParagraphKind, words: string | null) => {
    if (words !== null) found.push({ itemId, kind, words })
  }
  const { present, online, inAttendance } = attendanceWords(attendance)
  if (present !== '') say(null, 'present', `Present: ${present}`)
  if (online !== '') say(null, 'present', `Present online: ${online}`)
  if (inAttendance !== '') say(null, 'present', `In attendance: ${inAttendance}`)
  const closed = items.filter(each => each.exempt !== null)
  for (const item of items) {
    switch (item.kind) {
      case 'apologies':
        say(item.id, 'text', apologyWords(attendance))
        break
      case 'minutes':
        say(item.id, 'text', earlier === null ? null : confirmedWords(earlier))
        break
      case 'declarations':
        say(item.id, 'text', nilDeclarations)
        break
      case 'public questions':
      case 'member questions':
        say(item.id, 'text', nilQuestions[item.kind])
        break
      case 'exclusion':
        say(item.id, 'resolution', exclusionWords(closed))
        break
      case 'report':
      case 'verbal update':
      case 'presentation':
      case 'workplan':
      case 'other':
        break
    }
    if (item.withdrawnWords !== null)
      say(item.id, 'text', `This item was withdrawn: ${item.withdrawnWords}`)
  }
  return found
}

/** '1, 2 and 3' */
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
