import type { Check, Found, Line, Reading } from './fault.ts'
import { type Amount, amountsIn, poundsInWords } from './money.ts'
import { tableFaults } from './tables.ts'

const rule =
  'Money and shares that a decision rests on add up, or the paper says that they are rounded: proper records of account, Local Government Act 1972 section 151 (text unverified), and good practice'

export const sums: Check = {
  id: 'sums',
  title: 'Sums',
  looksFor:
    'Lines of money that do not come to the amount above them, rows that do not come to their total, shares that do not come to 100%',
  rule,
  find: reading => [...headlineFaults(reading), ...inlineFaults(reading), ...tableFaults(reading)],
}

interface Row {
  readonly line: Line
  readonly label: string
  readonly amount: Amount
}

/** “Adoption⇥£1.175m”, “Children in care: 2.033m”, “• Foster carers – £100k”. */
function rowOf(line: Line): Row | null {
  if (line.text.length > 200) return null
  const text = line.text.trimEnd()
  const last = amountsIn(text).at(-1) ?? null
  if (last === null || last.end < text.replace(/[.;,)*|\s]{1,5}$/, '').length) return null
  const before = text.slice(0, last.start).trimEnd()
  const label = before
    .replace(/^[\s•*·|◼-]{1,8}/, '')
    .replace(/(?:[:–|=-]|\s-)$/, '')
    .trim()
  const parted =
    /(?:\t|\s{2}|[:–|=-]|\(|\bof)$/.test(text.slice(0, last.start).replace(/ $/, '')) ||
    /[\t:–|=-]\s*$/.test(text.slice(0, last.start))
  if (label.length < 2 || !/[A-Za-z]/.test(label) || !parted) return null
  if (amountsIn(before).length > 0) return null
  return { line, label, amount: last }
}

/** Lines of money one under another; a single blank line or page foot does not part them. */
function groupsOf(lines: readonly Line[]): readonly (readonly Row[])[] {
  const groups: Row[][] = []
  let open: Row[] = []
  let apart = 0
  for (const line of lines) {
    const row = rowOf(line)
    if (row !== null) {
      open.push(row)
      apart = 0
      continue
    }
    apart += line.text.trim() === '' ? 1 : 2
    if (apart > 1 && open.length > 0) {
      groups.push(open)
      open = []
    }
  }
  if (open.length > 0) groups.push(open)
  return groups.filter(group => group.length >= 3)
}

const totalRow = /^\W{0,4}(?:grand |overall |sub-?)?total\b|^\W{0,4}(?:sum|overall)\b/i
const partly =
  /\b(?:of which|including|includes|for example|such as|among|some of|main|largest|key)\b/i
const announces =
  /\b(?:break ?down|broken down|as follows|made up of|comprises|comprising|consists? of|consisting of|split|allocated|as set out below|shown below|these (?:were|are)|namely)\b|:\s{0,3}[-–]?\s{0,3}$/i

function headlineFaults(reading: Reading): readonly Found[] {
  return groupsOf(reading.lines).flatMap(group => {
    const parts = group.filter(row => !totalRow.test(row.label))
    const total = group.at(-1)
    const ends = total !== undefined && totalRow.test(total.label)
    if (group.some(row => partly.test(row.label) || /sub-?total/i.test(row.label))) return []
    const sum = sumOf(parts.map(row => row.amount))
    const first = group[0]
    const last = group.at(-1)
    if (first === undefined || last === undefined || parts.length < 2) return []
    const span = { start: first.line.start, end: last.line.end }
    if (ends && parts.length === group.length - 1)
      return compared(
        total.amount,
        parts.map(row => row.amount),
        sum,
        span,
        'total',
      )
    if (parts.length < group.length) return []
    const headline = headlineBefore(reading, first.line.start, sum, parts)
    return headline === null
      ? []
      : compared(
          headline,
          parts.map(row => row.amount),
          sum,
          span,
          'headline',
        )
  })
}

/** The one amount in the sentences before a table that is to be the sum of its lines. */
function headlineBefore(
  { text }: Reading,
  start: number,
  sum: number,
  parts: readonly Row[],
): Amount | null {
  const from = Math.max(0, start - 700)
  const before = text.slice(from, start)
  const paragraph =
    before
      .trimEnd()
      .split(/\n\s{0,40}\n/)
      .at(-1) ?? ''
  if (!announces.test(paragraph.trimEnd()) || partly.test(paragraph.slice(-160))) return null
  const offset = from + before.trimEnd().length - paragraph.length
  const most = parts.reduce((largest, row) => Math.max(largest, row.amount.pounds), 0)
  const amounts = amountsIn(paragraph).filter(
    each => each.pounds > most && each.pounds <= sum * 2 && each.pounds >= sum / 2,
  )
  const only = amounts.length === 1 ? amounts[0] : undefined
  return only === undefined ? null : { ...only, start: only.start + offset, end: only.end + offset }
}

const sumOf = (amounts: readonly Amount[]): number =>
  Math.round(amounts.reduce((sum, each) => sum + each.pounds, 0) * 100) / 100

function compared(
  whole: Amount,
  parts: readonly Amount[],
  sum: number,
  span: { readonly start: number; readonly end: number },
  what: 'total' | 'headline',
): readonly Found[] {
  const off = Math.round(Math.abs(whole.pounds - sum) * 100) / 100
  // Each part may be half its last digit out when it is written in thousands or millions, and a total
  // may be rounded more roughly than its parts.
  const slack = parts.reduce((all, each) => all + (each.scaled ? each.unit / 2 : 0), 0)
  const half = whole.scaled ? whole.unit / 2 : 0
  const rounded = off < half
  const within = off <= Math.min(slack, whole.unit * 2) + 0.001 && slack > 0
  if (off < 0.005 || (what === 'total' && (rounded || within))) return []
  const units = new Set(parts.map(unitWord))
  const mixed =
    units.size > 1
      ? ' The lines are written in different units; the sum takes each as it stands.'
      : ''
  const may = rounded ? ` ${whole.written} may be meant as a rounded figure.` : ''
  return [
    {
      kind: 'sum',
      says: `The ${parts.length} lines come to ${poundsInWords(sum)}; the ${what} says ${whole.written}, a difference of ${poundsInWords(off)}.${may}${mixed}`,
      severity: 'look again',
      start: span.start,
      end: span.end,
      also: [{ start: whole.start, end: whole.end }],
      suggestion: rounded
        ? `Write “about ${whole.written}” or ${poundsInWords(sum)}, and all lines in one unit.`
        : 'Check the lines and the amount against the budget record, and say what is not listed.',
    },
  ]
}

const unitWord = (amount: Amount): string =>
  `${amount.sign ? '£' : ''}${/[a-z]+$/i.exec(amount.written)?.[0].toLowerCase() ?? ''}`

const madeOf =
  /\b(?:made up of|comprising|comprises|consisting of|consists of|broken down (?:as|into)|split (?:between|into)|being)\b/i

/** “£3m, made up of £1m for homes and £1.5m for staff.” */
function inlineFaults({ blocks }: Reading): readonly Found[] {
  const found: Found[] = []
  for (const block of blocks) {
    if (block.kind === 'row' || !block.text.includes('£')) continue
    for (const sentence of sentencesIn(block.text)) {
      const cue = madeOf.exec(sentence.text)
      if (cue === null || partly.test(sentence.text)) continue
      const amounts = amountsIn(sentence.text).filter(each => each.sign)
      const before = amounts.filter(each => each.end <= cue.index)
      const parts = amounts.filter(each => each.start > cue.index)
      const whole = before.length === 1 ? before[0] : undefined
      if (whole === undefined || parts.length < 2) continue
      if (cue.index - whole.end > 80 || parts.some(each => each.pounds >= whole.pounds)) continue
      const sum = sumOf(parts)
      if (sum < whole.pounds / 2 || sum > whole.pounds * 1.5) continue
      const at = block.start + sentence.start
      found.push(
        ...compared(
          { ...whole, start: whole.start + at, end: whole.end + at },
          parts,
          sum,
          { start: at, end: at + sentence.text.length },
          'total',
        ).map(fault => ({ ...fault, says: fault.says.replace('lines come', 'parts come') })),
      )
    }
  }
  return found
}

function sentencesIn(text: string): readonly { readonly start: number; readonly text: string }[] {
  const ends = [...text.matchAll(/[.;](?=\s|$)/g)].map(match => match.index + 1)
  return [0, ...ends].map((start, at) => ({
    start,
    text: text.slice(start, ends[at] ?? text.length),
  }))
}
