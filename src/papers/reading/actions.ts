import { datesIn, isoOf, nearestYear } from './dates.ts'
import { type Line, placeOf } from './lines.ts'
import type { ItemLines } from './items.ts'
import { paragraphOf } from './numbering.ts'
import type { ActionRead } from './paper-read.ts'
import { looksLikeName, looksLikePost, startsWithTitle } from './people.ts'

const LABEL =
  /^\**(?:ACTIONS?|Actions?)(?:\s+(?:point|by|for|required|agreed|no\.?|\d{1,3}))*\s*(?:\d{1,3}(?:\.\d{1,3})?)?\s*(?::-?|[–—-]|\t|\s{3,})\s*(?<said>\S.*)?$/su
const IN_BRACKETS =
  /[([](?:ACTION|Action)\s*(?:by|for|point)?\s*[:–—-]?\s*(?<said>[^()[\]]{2,400}(?:\([^()]{0,60}\)[^()[\]]{0,200})?)[)\]]/gu
const STATE =
  /[\s([–-]*\b(?<state>completed?|done|closed|discharged|ongoing|in progress|underway|outstanding|open|not started|on hold)\b[)\].\s]*$/iu
const DUE =
  /(?:[,;(\s–-]*\b(?:by(?: the end of)?|due(?: by| on)?|before|deadline|for|target(?: date)?|when|no later than)\b\s*:?\s*)(?<due>[^,;()]{3,60}?)[).\s]*$/iu
const SOON =
  /^(?:next meeting|the next meeting|end of (?:the )?\w+|(?:the )?(?:spring|summer|autumn|winter)(?: term)?(?: \d{4})?|asap|immediately|\w+ \d{4}|\d+ (?:weeks|days|months))$/iu

/** Actions labelled as such: on a line of their own, in brackets behind a sentence, in a table. */
export function actionsOf(
  items: readonly ItemLines[],
  paperDate: string | null,
  front: readonly Line[] = [],
): readonly ActionRead[] {
  // Minutes set as one table have its head above the first item.
  const head = front.findLast(line => line.cells.length > 1)
  const columns = head === undefined ? null : columnsOf(head)
  return items.flatMap(({ item, lines }) => inItem(lines, item.number, paperDate, columns))
}

/** A list of all actions at the end of minutes belongs to no item. */
const LOG =
  /^(?:action (?:log|list|tracker|summary|plan)|(?:summary|list) of (?:agreed )?actions|actions (?:arising|agreed|from))\b/iu

function inItem(
  lines: readonly Line[],
  item: string | null,
  paperDate: string | null,
  columnsAbove: Columns | null,
): readonly ActionRead[] {
  const found: ActionRead[] = []
  let after: string | null = null
  let table: Columns | null = columnsAbove
  let own = item
  let listing = false
  for (const [index, line] of lines.entries()) {
    if (line.blank) continue
    const paragraph = paragraphOf(line)
    if (paragraph !== null) after = paragraph.number
    if (LOG.test(line.text) && line.text.length < 100) {
      own = null
      after = null
      table = null
      continue
    }
    const columns = columnsOf(line)
    if (columns !== null) {
      table = columns
      continue
    }
    if (table !== null && line.cells.length > 1) {
      const row = fromRow(line, table)
      if (row !== null) found.push(row)
      continue
    }
    if (columnsAbove === null) table = null
    const labelled = line.cells.length > 1 ? line.cells.find(cell => LABEL.test(cell)) : undefined
    const label = LABEL.exec((labelled ?? paragraph?.text ?? line.text).slice(0, 1000))
    if (label !== null || /^actions?\s*:?$/iu.test(line.text)) {
      const said = label?.groups?.['said']?.trim() ?? ''
      listing = said === ''
      const wrapped = said === '' ? '' : [said, ...wrap(lines, index + 1)].join(' ')
      if (wrapped !== '') found.push(action(wrapped, line))
      continue
    }
    if (listing && (line.bullet !== null || /^(?:\d{1,2}[.)]|\(?[a-z]\))\s/u.test(line.text))) {
      found.push(action(line.text.replace(/^(?:\d{1,2}[.)]|\(?[a-z]\))\s+/u, ''), line))
      continue
    }
    listing = false
    if (line.text.includes('ction')) {
      for (const match of line.text.matchAll(IN_BRACKETS)) {
        const said = match.groups?.['said']
        if (said !== undefined) found.push(action(said, line))
      }
    }
  }
  return found

  function action(said: string, line: Line): ActionRead {
    return { item: own, after, ...readAction(said, paperDate), place: placeOf([line]) }
  }

  function fromRow(line: Line, columns: Columns): ActionRead | null {
    const cell = (at: number): string | null => {
      const words = at < 0 ? '' : (line.cells[at]?.trim() ?? '')
      return words === '' || /^[-–]$/u.test(words) ? null : words
    }
    const text = cell(columns.action)
    if (text === null) return null
    const read =
      columns.owner < 0
        ? readAction(text, paperDate)
        : { text, owner: cell(columns.owner), due: null, dueWords: null, state: null }
    const dueWords = cell(columns.due) ?? read.dueWords
    const number = /^\d{1,3}(?:\.\d{1,3})+$/u.exec(line.cells[0]?.trim() ?? '')?.[0]
    return {
      item: own,
      after: number ?? after,
      ...read,
      dueWords,
      due: dueWords === null ? null : dayIn(dueWords, paperDate),
      state: stateOf(cell(columns.state)) ?? read.state,
      place: placeOf([line]),
    }
  }
}

/** Lines that carry an action on, set close below it. */
function wrap(lines: readonly Line[], from: number): readonly string[] {
  const more: string[] = []
  for (let at = from; at < Math.min(from + 4, lines.length); at++) {
    const line = lines[at]
    if (
      line === undefined ||
      line.blank ||
      line.gap > 0 ||
      line.bullet !== null ||
      line.cells.length > 1
    )
      break
    if (paragraphOf(line) !== null || LABEL.test(line.text) || !/^[\p{Ll}(\d]/u.test(line.text))
      break
    more.push(line.text)
  }
  return more
}

type ActionWords = Pick<ActionRead, 'text' | 'owner' | 'due' | 'dueWords' | 'state'>

/** "Head of Audit to circulate the report by 3 May (completed)": owner, what, by when, how it stands. */
export function readAction(said: string, paperDate: string | null): ActionWords {
  let words = said.replaceAll(/\s+/gu, ' ').trim().slice(0, 1500)
  const state = STATE.exec(words)
  if (state !== null) words = words.slice(0, state.index)
  const due = DUE.exec(words)
  const dueWords = due?.groups?.['due']?.trim() ?? null
  const isDue = dueWords !== null && (datesIn(dueWords).length > 0 || SOON.test(dueWords))
  if (due !== null && isDue) words = words.slice(0, due.index)
  const { owner, text } = ownerAndText(
    words
      .replace(/^[\s:–—-]+/u, '')
      .replace(/[\s,;.–—-]+$/u, '')
      .trim(),
  )
  return {
    owner,
    text,
    due: isDue ? dayIn(dueWords, paperDate) : null,
    dueWords: isDue ? dueWords : null,
    state: stateOf(state?.groups?.['state'] ?? null),
  }
}

function ownerAndText(words: string): {
  readonly owner: string | null
  readonly text: string | null
} {
  const labelled = /^(?:owner|lead|by)\s*:\s*(.+)$/iu.exec(words)?.[1] ?? words
  if (isOwner(labelled)) return { owner: labelled.replace(/^the\s+/iu, ''), text: null }
  // "Head of Audit to circulate", "Jo Reed – circulate", "Circulate the report – Jo Reed"
  const to = /^(?<owner>[^.;]{2,120}?)\s+(?:to|will|would|agreed to|is to)\s+(?<text>\S.*)$/su.exec(
    labelled,
  )?.groups
  if (to?.['owner'] !== undefined && isOwner(to['owner']))
    return { owner: to['owner'].replace(/^the\s+/iu, ''), text: to['text'] ?? null }
  const dash = /^(?<first>.{2,400}?)\s*(?:\s[–—-]\s|:\s|\t|\()(?<last>.+?)\)?$/su.exec(
    labelled,
  )?.groups
  const first = dash?.['first'] ?? ''
  const last = dash?.['last'] ?? ''
  if (isOwner(first)) return { owner: first.replace(/^the\s+/iu, ''), text: last }
  const end =
    labelled
      .split(/\s[–—-]\s|\s\(|\.\s/u)
      .at(-1)
      ?.replace(/\)$/u, '') ?? ''
  if (end !== labelled && isOwner(end))
    return {
      owner: end,
      text: labelled.slice(0, labelled.length - end.length).replace(/[\s(–—.-]+$/u, ''),
    }
  return { owner: null, text: labelled === '' ? null : labelled }
}

const isOwner = (text: string): boolean => {
  const words = text.replace(/^the\s+/iu, '').trim()
  if (words === '' || words.length > 120) return false
  return words
    .split(/\s*(?:\/|,|&|\band\b)\s*/u)
    .every(
      each =>
        looksLikeName(each) ||
        startsWithTitle(each) ||
        /^\p{Lu}{2,5}$/u.test(each) ||
        /^(?:all|chair|clerk|officers?|members|board members)$/iu.test(each) ||
        (looksLikePost(each) &&
          /^\p{Lu}/u.test(each) &&
          !/\b(?:to|be|is|should|would|report|update|provide|send|circulate)\b/u.test(each)),
    )
}

function stateOf(words: string | null): ActionRead['state'] {
  if (words === null) return null
  if (/^(?:complete|done|closed|discharged)/iu.test(words)) return 'completed'
  if (/^(?:ongoing|in progress|underway)/iu.test(words)) return 'ongoing'
  return /^(?:outstanding|open|not started|on hold)/iu.test(words) ? 'open' : null
}

function dayIn(words: string, paperDate: string | null): string | null {
  const [date] = datesIn(words)
  if (date === undefined) return null
  return isoOf(date) ?? (paperDate === null ? null : nearestYear(date, paperDate))
}

type Columns = {
  readonly action: number
  readonly owner: number
  readonly due: number
  readonly state: number
}

/** "Action | Owner | Date", or the last column of minutes set as a table. */
function columnsOf(line: Line): Columns | null {
  if (line.cells.length < 2 || line.text.length > 200) return null
  const heads = line.cells.map(cell => cell.trim().toLowerCase())
  const at = (shape: RegExp): number =>
    heads.findIndex(head => head.length < 30 && !/[:.]\s*\S/u.test(head) && shape.test(head))
  const action = at(
    /^(?:agreed )?(?:action|actions|action points?|action required|actions? agreed|task)\b(?! (?:owner|by|lead|no))/u,
  )
  const owner = at(
    /^(?:owner|lead|lead officer|who|by whom|responsible|responsibility|responsible (?:person|officer)|action owner|assigned to|action by|to be completed by|person responsible)/u,
  )
  const due = at(
    /^(?:date|due|due date|by when|when|deadline|timescale|target date|completion date|timeframe)/u,
  )
  if (action < 0 || (owner < 0 && due < 0 && heads.length < 3)) return null
  return {
    action,
    owner,
    due,
    state: at(/^(?:status|progress|state|update|rag|outcome|complete)/u),
  }
}
