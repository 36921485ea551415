import { type Table, wordsOf } from '#kit/documents/doc.ts'
import { docOfHtml } from '#kit/documents/doc-of-html.ts'
import { htmlOfWord } from '#kit/documents/word.ts'
import { isZip, openParts } from '#kit/files/xlsx-parts.ts'
import { type Sheet, type SheetLine, type SheetRefused, sheetOf } from './sheet-of.ts'

/** Whether a file is a Word document (DOCX), whatever it is called. Never throws. */
export async function isWord(bytes: Uint8Array): Promise<boolean> {
  if (!isZip(bytes)) return false
  try {
    return (await openParts(bytes)).names.some(name => /^word\/document\d*\.xml$/i.test(name))
  } catch {
    return false
  }
}

type Cells = readonly (readonly string[])[]

/**
 * The tables of a Word document as one: those that go on over several pages under the same headings
 * are put together, and forms, with what is asked on the left and what is answered on the right, are a
 * row each. Never throws.
 */
export async function readWordSheet(bytes: Uint8Array): Promise<Sheet | SheetRefused> {
  const read = await htmlOfWord(bytes)
  if (read.kind === 'refused')
    return {
      kind: 'refused',
      message:
        read.problem.code === 'locked'
          ? 'This Word document is protected by a password. Take the password off in Word and bring it again.'
          : 'This Word document is damaged or was cut short. Open it in Word, save it again and bring that copy.',
    }
  const tables = docOfHtml(read.html)
    .blocks.filter(block => block.kind === 'table')
    .map(cellsOf)
    .filter(({ length }) => length > 0)
  const notes = read.problems.map(({ message }) => message)
  if (tables.length === 0)
    return {
      kind: 'refused',
      message:
        'This Word document has no table. Put what it says into a table, with a row of headings or with what is asked on the left and what was answered on the right.',
    }
  const lists = tables.filter(table => !isForm(table))
  return lists.length > 0
    ? listOf(lists, tables.length, notes)
    : formsOf(tables.filter(isForm), notes)
}

const cellsOf = ({ header, rows }: Table): Cells =>
  [header, ...rows]
    .map(row => row.map(runs => wordsOf(runs).trim()))
    .filter(row => row.some(Boolean))

/** What is asked on the left, in few words and each once; what was answered on the right. */
function isForm(table: Cells): boolean {
  const asked = table.map(row => row[0] ?? '')
  return (
    table.every(row => row.length <= 2) &&
    table.some(row => row.length === 2) &&
    table.length >= 2 &&
    asked.every(each => each.length <= 80 && (each === '' || /\p{L}{2}/u.test(each))) &&
    new Set(asked).size === asked.length
  )
}

const headingOf = (table: Cells): string => JSON.stringify(table[0])

/** The longest of the lists, with those that go on under the same headings. */
function listOf(
  lists: readonly Cells[],
  many: number,
  notes: readonly string[],
): Sheet | SheetRefused {
  const chosen = lists.reduce((most, each) => (each.length > most.length ? each : most))
  const same = lists.filter(each => headingOf(each) === headingOf(chosen))
  const rows = [
    ...(chosen[0] === undefined ? [] : [chosen[0]]),
    ...same.flatMap(each => each.slice(1)),
  ]
  const left = many - same.length
  return sheetOf(numbered(rows), [
    ...notes,
    ...(left > 0
      ? [`Of ${many} tables in the document, ${left} ${left === 1 ? 'was' : 'were'} left out.`]
      : []),
  ])
}

function formsOf(forms: readonly Cells[], notes: readonly string[]): Sheet | SheetRefused {
  const headings = [...new Set(forms.flatMap(form => form.map(askedIn)))].filter(Boolean)
  const rows = forms.map(form => {
    const answers = new Map(form.map(row => [askedIn(row), row[1] ?? '']))
    return headings.map(each => answers.get(each) ?? '')
  })
  return sheetOf(numbered([headings, ...rows]), [
    ...notes,
    forms.length === 1
      ? 'The table was read as a form: what stands on the left is the heading of a column.'
      : `Each of ${forms.length} tables was read as a form and is a row: what stands on the left is the heading of a column.`,
  ])
}

const askedIn = (row: readonly string[]): string =>
  (row[0] ?? '').trim().replace(/[:?]$/, '').trimEnd()

const numbered = (rows: Cells): readonly SheetLine[] =>
  rows.map((cells, place) => ({ number: place + 1, cells }))
