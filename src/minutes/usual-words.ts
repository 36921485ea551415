import { type Day, longDay } from '#calendar'
import { type Attendance, isThere, type Item } from '#meetings'
import type { ParagraphKind } from './minutes.ts'

/** Words that minutes mostly have, proposed to whoever writes them. */
export interface UsualWords {
  readonly itemId: string | null
  readonly kind: ParagraphKind
  readonly words: string
}

type Person = Pick<
  Attendance,
  'name' | 'capacity' | 'organisation' | 'seat' | 'how' | 'standsInFor'
>

/** 'Councillor A (Chair), Councillor B': those who sat there, whoever was in the chair first. */
export function presentWords(attendance: readonly Person[]): string | null {
  const order = ['chair', 'vice-chair', 'member', 'statutory co-optee', 'co-optee']
  const sat = attendance
    .filter(one => isThere(one) && one.how !== 'in attendance' && order.includes(one.seat))
    .toSorted((a, b) => order.indexOf(a.seat) - order.indexOf(b.seat))
  if (sat.length === 0) return null
  return `Present: ${listed(sat.map(seatedName))}.`
}

/** 'In attendance: the Director of Children’s Services' */
export function inAttendanceWords(attendance: readonly Person[]): string | null {
  const there = attendance.filter(
    one => isThere(one) && (one.how === 'in attendance' || ['observer', 'none'].includes(one.seat)),
  )
  return there.length === 0 ? null : `In attendance: ${listed(there.map(titledName))}.`
}

/** Who sent apologies and who sat for whom; in words too where nobody did. */
export function apologyWords(attendance: readonly Person[]): string {
  const away = attendance.filter(one => one.how === 'apologies')
  const substitutes = attendance.filter(one => one.how === 'substitute' && one.standsInFor !== '')
  const sorry =
    away.length === 0
      ? 'There were no apologies for absence.'
      : `Apologies were received from ${listed(away.map(titledName))}.`
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
  say(null, 'present', presentWords(attendance))
  say(null, 'present', inAttendanceWords(attendance))
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

const seatedName = (one: Person): string => {
  const seat = one.seat === 'chair' ? 'Chair' : one.seat === 'vice-chair' ? 'Vice-chair' : ''
  const more = [
    seat,
    ['statutory co-optee', 'co-optee'].includes(one.seat) ? one.capacity : '',
    one.how === 'virtual' ? 'online' : '',
    one.how === 'substitute' && one.standsInFor !== '' ? `for ${one.standsInFor}` : '',
  ].filter(each => each !== '')
  return more.length === 0 ? one.name : `${one.name} (${more.join(', ')})`
}

const titledName = (one: Person): string => {
  const more = [one.capacity, one.organisation].filter(each => each !== '' && each !== one.name)
  return more.length === 0 ? one.name : `${one.name} (${more.join(', ')})`
}

/** 'a, b and c'; with semicolons where a name has a comma of its own. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  const mark = names.some(each => each.includes(',')) ? ';' : ','
  return `${names.slice(0, -1).join(`${mark} `)} and ${names.at(-1) ?? ''}`
}
