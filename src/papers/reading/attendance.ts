import { type Line, SHORT, joined, placeOf, beforeBracket } from './lines.ts'
import { looksLikeName, looksLikePost, peopleOf, personOf, startsWithTitle } from './people.ts'
import type { Item, OrNil, Person, Place } from './paper-read.ts'
import { sentencesOf } from './sentences.ts'

type List = 'present' | 'apologies' | 'in attendance' | 'substitutes' | 'chair'

/** Labels over (or before) lists of people. */
const LABELS: readonly (readonly [List, RegExp])[] = [
  [
    'substitutes',
    /^(?:(?:named )?substitut(?:e|es|ions?)(?: members?)?(?: present)?|alternates?|declarations? of substitut\w+)$/iu,
  ],
  [
    'apologies',
    /^(?:(?:apolog(?:y|ies)(?: for (?:absence|inability to attend))?(?: (?:were |was )?(?:received|submitted|given))?(?: (?:from|by))?)|absent(?: with apologies)?|absentees|not present|did not attend|members absent)$/iu,
  ],
  [
    'in attendance',
    /^(?:also[ -](?:present|in attendance|attending)(?: .{0,40})?|(?:officers?|officials?|staff|others?|other (?:members|councillors|attendees|officers)|cabinet members?|executive members?|portfolio holders?|guests?|visitors|invitees|observers?|external representatives|partners?|advisers?|council officers)(?: (?:also )?(?:present|in attendance|attending|attended))?|in attendance|present (?:as observers|by invitation)|by invitation|attendees \(non[- ]?members?\)|witnesses|non[- ]members?(?: present)?|other attendees|attending(?: remotely| virtually)?|in attendance (?:remotely|virtually)|present (?:remotely|virtually))$/iu,
  ],
  [
    'present',
    /^(?:(?:members?|councillors?|committee members?|board members?|panel members?|voting members?|core members?|those|(?:statutory )?co-?opted members?|cabinet|executive|trustees)? ?(?:present|attendees|attendance|in attendance|attended)(?: in person| were)?|present(?: in person)?|attendance|attendees|attended(?: by)?|record of attendance|members|(?:statutory |voting |non-voting )?co-?opted(?: members?| representatives?)?|committee members?|board members?|membership and attendance)$/iu,
  ],
  [
    'chair',
    /^(?:(?:in the )?chair(?:man|person|woman)?(?: of (?:the )?meeting)?|chaired by|independent chair)$/iu,
  ],
]

export type Attendance = {
  readonly chair: Person | null
  readonly present: readonly Person[] | null
  readonly apologies: OrNil<readonly Person[]>
  readonly substitutes: OrNil<readonly Person[]>
  readonly inAttendance: readonly Person[] | null
}

type Gathered = { readonly [list in List]: Person[] } & { readonly nil: Set<List> }

/** Who was there: from the lists at the head, then from what the items say. */
export function attendanceOf(
  front: readonly Line[],
  items: readonly Item[],
  listed: boolean,
): Attendance {
  const found: Gathered = {
    present: [],
    apologies: [],
    'in attendance': [],
    substitutes: [],
    chair: [],
    nil: new Set(),
  }
  if (listed) fromLists(front, found)
  fromItems(items, found)
  const inChair = found.chair[0] ?? found.present.find(person => person.chairs === 'chair') ?? null
  return {
    chair: inChair,
    present: found.present.length > 0 ? found.present : null,
    apologies: orNil('apologies'),
    substitutes: orNil('substitutes'),
    inAttendance: found['in attendance'].length > 0 ? found['in attendance'] : null,
  }

  function orNil(list: 'apologies' | 'substitutes'): OrNil<readonly Person[]> {
    return found[list].length > 0 ? distinct(found[list]) : found.nil.has(list) ? 'nil' : null
  }
}

const distinct = (people: readonly Person[]): readonly Person[] => {
  const seen = new Set<string>()
  return people.filter(person => {
    const key = `${person.name ?? person.capacity ?? ''}`.toLowerCase()
    return seen.has(key) ? false : (seen.add(key), true)
  })
}

/** "Present:" and its kin, with names after the colon or on the lines below. */
function fromLists(lines: readonly Line[], found: Gathered): void {
  let list: List | null = null
  let table: Columns | null = null
  let block: Line[] = []
  const flush = (): void => {
    if (list !== null && block.length > 0) take(list, block, found)
    block = []
  }
  for (const line of lines) {
    if (line.blank) continue
    const columns = columnsOf(line)
    if (columns !== null) {
      flush()
      table = columns
      list ??= 'present'
      continue
    }
    const label = labelOf(line)
    if (label !== null) {
      flush()
      list = label.list
      // A label that is a cell of a row heads no new table.
      if (line.cells.length < 2) table = null
      if (label.rest !== '')
        block.push({ ...line, text: label.rest, cells: label.rest.split('\t') })
      continue
    }
    if (table !== null && line.cells.length > 1) {
      takeRow(line, table, list ?? 'present', found)
      continue
    }
    if (list !== null && !carriesOn(line, block.at(-1))) {
      flush()
      list = null
      table = null
      continue
    }
    if (list !== null) block.push(line)
  }
  flush()
}

/** The label that a line is or begins with; its text after the colon. */
function labelOf(line: Line): { readonly list: List; readonly rest: string } | null {
  const text = line.text.slice(0, SHORT)
  const match = /^([\p{L} ()-]{3,70}?)\s*(?::-?|\s[–—-]\s|\t|\s{2,}|$)/u.exec(text)
  const words = (match?.[1] ?? '').replace(/\([^)]*\)/gu, '').trim()
  if (match === null || words === '') return null
  // A table's own head is read as columns, and "Present" among its cells heads no list.
  const list = LABELS.find(([, shape]) => shape.test(words))?.[0] ?? null
  if (list === null) return null
  // Without a colon a label stands alone, or the names follow after a wide gap.
  return { list, rest: line.text.slice(match[0].length).trim() }
}

type Columns = {
  readonly name: number
  readonly capacity: readonly number[]
  readonly mark: number
}

/** "Name | Title | Organisation | Present / Apology": the head of a table of attendance. */
function columnsOf(line: Line): Columns | null {
  if (line.cells.length < 2) return null
  const heads = line.cells.map(cell => cell.toLowerCase().trim())
  const name = heads.findIndex(head =>
    /^(?:name|members?|attendees?|representative|present|who)(?: of (?:member|attendee))?s?$/u.test(
      head,
    ),
  )
  const capacity = heads.flatMap((head, index) =>
    /\b(?:title|role|job|post|position|organi[sz]ation|agency|representing|designation|service|capacity|partner)\b/u.test(
      head,
    ) && index !== name
      ? [index]
      : [],
  )
  if (name < 0 || capacity.length === 0) return null
  return {
    name,
    capacity,
    mark: heads.findIndex(
      (head, index) => index !== name && /\b(?:attend|present|apolog|status)/u.test(head),
    ),
  }
}

function takeRow(line: Line, columns: Columns, list: List, found: Gathered): void {
  const name = line.cells[columns.name]?.trim() ?? ''
  if (name === '' || name.length > 80) return
  const place = placeOf([line])
  const person = personOf(name, place)
  if (person === null) return
  const capacity = columns.capacity
    .map(index => line.cells[index]?.trim() ?? '')
    .filter(cell => cell !== '')
    .join(', ')
  const mark = columns.mark < 0 ? '' : (line.cells[columns.mark] ?? '').trim()
  const to: List = /^(?:apol|a\b|no\b|n$|absent|✗|x$|dna)/iu.test(mark) ? 'apologies' : list
  const titled = person.name ?? name
  found[to].push({
    ...person,
    name: titled,
    capacity: capacity === '' ? person.capacity : capacity,
    chairs:
      person.chairs ?? (/^(?:independent )?(?:lscb )?chair\b/iu.test(capacity) ? 'chair' : null),
  })
}

/** Does a line belong to the list of people that is being read? */
function carriesOn(line: Line, before: Line | undefined): boolean {
  if (
    line.text.length > 400 ||
    line.heading > 0 ||
    /^(?:part (?:one|two|three|\d|i{1,3}|[a-c])|agenda|minutes|open session)\b/iu.test(line.text)
  )
    return false
  if (before !== undefined && line.gap === 0 && /[,;&]$|\band$/u.test(before.text)) return true
  if (line.cells.length > 1)
    return line.cells.some(cell => {
      const bare = beforeBracket(cell)
      return looksLikeName(bare) || startsWithTitle(bare)
    })
  const text = beforeBracket(line.text)
  const first = text.split(/\s[–—-]\s|:\s|,|;|\s{2,}/u)[0]?.trim() ?? ''
  if (looksLikeName(first) || startsWithTitle(first)) return true
  // A post alone on its line goes with the name above it.
  return (
    line.gap === 0 &&
    before !== undefined &&
    (/^[\p{Lu}(]/u.test(text) ? looksLikePost(text) && text.length < 120 : before.gap === 0)
  )
}

function take(list: List, lines: readonly Line[], found: Gathered): void {
  const place = placeOf(lines)
  const text = joined(lines.map(line => line.text))
  if (NONE.test(text)) {
    found.nil.add(list)
    return
  }
  const running =
    lines.length === 1 ||
    lines.some(line => /[,;]$|\band$/u.test(line.text)) ||
    /^councillors\b/iu.test(text)
  if (running && !lines.every(onePerson)) {
    found[list].push(...peopleOf(lines.map(columnsApart).join(lines.length > 1 ? ' ' : ''), place))
    return
  }
  for (const line of underOneTitle(lines)) {
    const last = found[list].at(-1)
    const words = columnsApart(line)
    if (onePerson(line)) {
      const person = personOf(words, placeOf([line]))
      if (person !== null) found[list].push(person)
      continue
    }
    if (
      last !== undefined &&
      last.capacity === null &&
      !looksLikeName(words) &&
      !startsWithTitle(words) &&
      looksLikePost(words) &&
      !/[;,]/u.test(words)
    )
      found[list][found[list].length - 1] = { ...last, capacity: words }
    else found[list].push(...peopleOf(words, placeOf([line])))
  }
}

/** "Max Curlew (MC), Detective Superintendent, Amber Police": one person a line, whatever the commas. */
function onePerson(line: Line): boolean {
  const [first = '', second, ...more] = line.text
    .split(',')
    .map(piece => piece.replaceAll(/\([^()]*\)/gu, '').trim())
  return (
    second !== undefined &&
    !line.text.includes(';') &&
    looksLikeName(first) &&
    !startsWithTitle(second) &&
    looksLikePost(second) &&
    !more.some(piece => startsWithTitle(piece))
  )
}

/** "Councillors A Wren, B Swift" in columns over several rows: the title stands for the rows close below it. */
function underOneTitle(lines: readonly Line[]): readonly Line[] {
  const out: Line[] = []
  for (const line of lines) {
    const last = out.at(-1)
    if (
      last !== undefined &&
      line.gap === 0 &&
      /^councillors\s/iu.test(last.text) &&
      !startsWithTitle(line.text)
    )
      out[out.length - 1] = {
        ...last,
        text: `${columnsApart(last)}; ${columnsApart(line)}`,
        cells: [''],
        end: line.end,
      }
    else out.push(line)
  }
  return out
}

/** Two names on a line, set in columns, are two entries; a name and its post in two cells are one. */
function columnsApart(line: Line): string {
  const cells = line.cells.length > 1 ? line.cells : line.text.split(/\s{3,}/u)
  const written = cells.map(cell => cell.trim()).filter(cell => cell !== '')
  if (written.length < 2) return line.text
  return written.slice(1).every(cell => looksLikeName(cell) || startsWithTitle(cell))
    ? written.join('; ')
    : `${written[0] ?? ''} – ${written.slice(1).join(', ')}`
}

export const NONE =
  /^(?:\(?none\)?|nil|n\/a|not applicable|no apologies|there (?:were|was|are) (?:no|none)\b.{0,200}|none (?:were |was )?(?:received|declared|recorded|given|made|submitted|reported)|no .{1,120}\b(?:received|declared|made|recorded|submitted|reported|raised|disclosed|given))\.?$/iu

const FROM =
  /\bapolog(?:y|ies)\b(?: for (?:absence|lateness|inability to attend))?(?:[^.]{0,60}?)\b(?:received|submitted|given|sent|reported|noted|tendered|accepted)?\s*(?:from|by|on behalf of|for)\s*:?\s*/iu
const NO_APOLOGIES =
  /\b(?:no apologies|there were no apologies|apologies:? (?:none|nil)|apologies for absence:? none)\b/iu
const ATTENDED =
  /^(?<who>.{3,700}?)\s+(?:attended|were in attendance|was in attendance|were present|joined the meeting|had been invited)\b/u

function fromItems(items: readonly Item[], found: Gathered): void {
  for (const item of items) {
    const about = /apolog|substitut|attendance|welcome|introductions/iu.test(item.title)
    for (const paragraph of item.paragraphs) {
      if (about) fromApologies(paragraph.text, paragraph.place, found, /apolog/iu.test(item.title))
      if (found['in attendance'].length === 0) fromProse(paragraph.text, paragraph.place, found)
    }
  }
}

function fromApologies(text: string, place: Place, found: Gathered, titled: boolean): void {
  for (const sentence of sentencesOf(text)) {
    if (NO_APOLOGIES.test(sentence) || (titled && NONE.test(sentence.trim()))) {
      if (/apolog/iu.test(sentence) || titled) found.nil.add('apologies')
      if (/substitut/iu.test(sentence)) found.nil.add('substitutes')
      continue
    }
    const substitute =
      /^(?<who>.{3,300}?)\s+(?:attended|was|were|substituted|deputi[sz]ed)\b.{0,40}?\b(?:substitut\w*|deputi[sz]\w*|in place of|for)\b\s*(?:for\s+)?(?<whom>\p{Lu}.{0,100})?$/u.exec(
        sentence,
      )
    if (substitute !== null && /substitut|deputi[sz]|in place of/iu.test(sentence)) {
      const who = peopleOf(substitute.groups?.['who'] ?? '', place)
      const whom = substitute.groups?.['whom']?.replace(/[.\s]+$/u, '') ?? null
      found.substitutes.push(
        ...who.map(person => ({ ...person, substituteFor: whom ?? person.substituteFor })),
      )
      continue
    }
    const from = FROM.exec(sentence)
    if (from === null) continue
    found.apologies.push(
      ...peopleOf(sentence.slice(from.index + from[0].length).replace(/\.$/u, ''), place).filter(
        person => person.name !== null || person.capacity !== null,
      ),
    )
  }
}

/** "The Director of …, the Assistant Director … and the Head of … attended the meeting": posts alone. */
function fromProse(text: string, place: Place, found: Gathered): void {
  const sentence = sentencesOf(text.slice(0, 2000))[0] ?? ''
  if (!/\battended the (?:meeting|committee|panel|board|session)|\bin attendance\b/u.test(sentence))
    return
  const who = ATTENDED.exec(sentence)?.groups?.['who']
  if (
    who === undefined ||
    !/^(?:the|cllr|councillor|mr|mrs|ms|dr|(?-i:\p{Lu}\p{Ll}+ \p{Lu}))/iu.test(who)
  )
    return
  for (const entry of postsOf(who)) {
    const person = personOf(entry, place)
    if (person !== null && (person.name === null || looksLikeName(person.name)))
      found['in attendance'].push(person)
  }
}

/** Posts between ", the" and "and the"; the commas of their own titles stay. Initials in brackets go. */
export const postsOf = (text: string): readonly string[] =>
  text
    .replaceAll(/\s*\(\p{Lu}{2,6}\)/gu, '')
    .split(/,?\s+(?:and\s+)?the\s+(?=(?-i:\p{Lu}))|^the\s+(?=(?-i:\p{Lu}))/iu)
    .map(entry => entry.trim())
    .filter(entry => entry !== '')
