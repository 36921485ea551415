import { type Line, joined, placeOf, beforeBracket } from './lines.ts'
import type { Membership, Person } from './paper-read.ts'
import { looksLikeName, peopleOf, startsWithTitle } from './people.ts'

type Category = keyof Membership

const LABELS: readonly (readonly [Category, RegExp])[] = [
  ['added', /^added members?$/iu],
  [
    'coOpted',
    /^(?:(?:statutory|voting|non-voting|education|church|parent governor) )*(?:co-?opted(?: (?:members?|representatives?))?|co-?optees?|(?:church|parent governor|diocesan) representatives?)(?: \([^)]*\))?$/iu,
  ],
  ['substitutes', /^(?:named )?substitutes?(?: members?)?$|^reserves?(?: members?)?$/iu],
  [
    'members',
    /^(?:membership|(?:committee |panel |board |cabinet |elected |voting )?members(?: of the (?:committee|panel|board|cabinet))?|councillors|(?:committee|panel|board) membership)(?: \([^)]*\)| \d{4}(?:\/\d{2,4})?)?$/iu,
  ],
]

/** Who belongs to the body, by category, as an agenda lists them. */
export function membershipOf(lines: readonly Line[]): Membership | null {
  const found: { readonly [category in Category]: Person[] } = {
    members: [],
    added: [],
    coOpted: [],
    substitutes: [],
  }
  let open: { readonly category: Category; readonly lines: Line[] } | null = null
  const close = (): void => {
    if (open !== null && open.lines.length > 0) found[open.category].push(...peopleIn(open.lines))
    open = null
  }
  for (const line of lines) {
    if (line.blank) continue
    const label = labelOf(line)
    if (label !== null) {
      close()
      open = {
        category: label.category,
        lines: label.rest === '' ? [] : [{ ...line, text: label.rest, cells: [label.rest] }],
      }
      continue
    }
    const current: { readonly category: Category; readonly lines: Line[] } | null = open
    if (current === null) continue
    if (current.lines.length > 0 && line.gap > 0 && !isPerson(line)) close()
    else if (isPerson(line) || line.gap === 0) current.lines.push(line)
    else close()
  }
  close()
  return Object.values(found).every(list => list.length === 0) ? null : found
}

function labelOf(line: Line): { readonly category: Category; readonly rest: string } | null {
  const match = /^([\p{L}\d ()/-]{4,60}?)\s*(?::-?|\s[–—-]\s|\s[–—]|\t|$)\s*/u.exec(
    line.text.slice(0, 200),
  )
  const words = match?.[1]?.trim() ?? ''
  const category = LABELS.find(([, shape]) => shape.test(words))?.[0]
  return match === null || category === undefined
    ? null
    : { category, rest: line.text.slice(match[0].length).trim() }
}

const isPerson = (line: Line): boolean => {
  const first =
    beforeBracket(line.cells[0] ?? line.text)
      .split(/,|\s[–—-]\s/u)[0]
      ?.trim() ?? ''
  return line.text.length < 2000 && (looksLikeName(first) || startsWithTitle(first))
}

const peopleIn = (lines: readonly Line[]): readonly Person[] =>
  lines.length === 1 || lines.some(line => /[,;]$|\band$/u.test(line.text))
    ? peopleOf(joined(lines.map(line => line.text)), placeOf(lines))
    : lines.flatMap(line => peopleOf(line.cells.join(' – '), placeOf([line])))
