import { type Day, longDay } from '#calendar'
import { csvHeader } from '#kit/files/csv.ts'
import { describeBytes } from '#kit/files/text.ts'
import { listNamed } from '#records'
import type {
  Coverage,
  ExtractReader,
  ListReport,
  ReadOptions,
  ReadResult,
  SourceFile,
} from '../extract.ts'
import { collectRefusals, type Refusals } from '../refusals.ts'
import { type Happenings, noHappenings, workOutAsOf } from './as-of.ts'
import { type Children, collectChildren } from './children.ts'
import { coverageOf, delivered } from './coverage.ts'
import { readRows } from './events.ts'
import { type Match, numberInName, recognise } from './headings.ts'
import { annexLists } from './lists.ts'
import * as problems from './problems.ts'
import { readSheet, type ReadSheet } from './read-sheet.ts'
import type { Into } from './rows.ts'
import { openFile, type Sheet } from './sheets.ts'
import { collectTables, type Tables } from './tables.ts'

/** Reads the eleven lists of Ofsted's Annex A, from a workbook or from a CSV for each list. */
export const annexA: ExtractReader = {
  kind: 'annex-a',
  claims(file) {
    const what = describeBytes(file.bytes)
    // No other kind of extract comes as a workbook, so what is wrong with one is said here.
    if (what.startsWith('an Excel')) return true
    return what === 'text' && listOfCsv(file) !== null
  },
  group(files) {
    const groups: SourceFile[][] = []
    let single: { readonly files: SourceFile[]; readonly lists: Set<number> } | null = null
    for (const file of files) {
      const list = describeBytes(file.bytes) === 'text' ? listOfCsv(file) : null
      if (list === null) {
        groups.push([file])
        continue
      }
      // CSVs of single lists belong together until a list comes a second time.
      if (single === null || single.lists.has(list)) {
        single = { files: [], lists: new Set() }
        groups.push(single.files)
      }
      single.files.push(file)
      single.lists.add(list)
    }
    return groups
  },
  read: readAnnexA,
}

function listOfCsv(file: SourceFile): number | null {
  const header = csvHeader(file.bytes)
  // The files of the Standard Safeguarding Dataset name every column by their own four letters.
  if (header?.every(heading => /^[a-z]{4}_/.test(heading))) return null
  return header === null ? null : (recognise(file.name, header)?.list.number ?? null)
}

/** What has been gathered so far, over all sheets. */
interface Gathered {
  readonly refusals: Refusals
  readonly tables: Tables
  readonly children: Children
  readonly happenings: Happenings
  /** Where happenings stand: file, list and column. */
  readonly places: { readonly file: string; readonly list: string; readonly column: string }[]
  readonly later: ((asOf: Day) => void)[]
  readonly reports: Map<number, ListReport>
  /** Lists whose sheet was there and could not be read, which has been said. */
  readonly unread: Set<number>
}

async function readAnnexA(
  files: readonly SourceFile[],
  options: ReadOptions = {},
): Promise<ReadResult> {
  const gathered: Gathered = {
    refusals: collectRefusals(),
    tables: collectTables(),
    children: collectChildren(),
    happenings: noHappenings(),
    places: [],
    later: [],
    reports: new Map(),
    unread: new Set(),
  }
  const { refusals } = gathered
  for (const [place, file] of files.entries()) {
    const { sheets, refused, notes } = await openFile(file)
    if (refused !== null) refusals.of(file.name, '').file(refused)
    for (const note of notes) refusals.of(file.name, '').doubt(null, null, null, note)
    for (const [at, sheet] of sheets.entries()) {
      options.progress?.((place + at / sheets.length) / files.length, sheet.name)
      await takeSheet(sheet, gathered)
    }
    if (sheets.length > 0 && gathered.reports.size === 0 && files.length === 1)
      refusals.of(file.name, '').file(problems.noLists)
  }
  options.progress?.(1, 'Annex A')
  if (gathered.reports.size === 0) return { extract: null, refusals: refusals.list() }
  return finish(files, gathered, options.asOf)
}

async function takeSheet(sheet: Sheet, gathered: Gathered): Promise<void> {
  const { refusals, tables, children, happenings, places, later, reports } = gathered
  const into: Into = { tables, children, later: run => later.push(run) }
  const columns = new Map<string, number>()
  let list = ''
  const result = await readSheet(sheet, {
    refusals,
    into,
    readRow: number => readRows[number],
    wanted: match => {
      list = match.list.name
      // A hidden copy of a sheet that is shown is somebody's working, not a list.
      return !(sheet.hidden && reports.has(match.list.number))
    },
    happened(day, row, column) {
      let place = columns.get(column)
      if (place === undefined) {
        place = places.length
        places.push({ file: sheet.file, list, column })
        columns.set(column, place)
      }
      happenings.days.push(day)
      happenings.rows.push(row)
      happenings.where.push(place)
    },
  })
  reportProblems(sheet, result, gathered)
  const { match } = result
  if (match === null || (sheet.hidden && reports.has(match.list.number))) return
  report(sheet, match, result, gathered)
}

function reportProblems(sheet: Sheet, result: ReadSheet, { refusals, unread }: Gathered): void {
  const numbered = numberInName(sheet.name)
  const named = result.match?.list ?? annexLists.find(each => each.number === numbered)
  const say = refusals.of(sheet.file, named?.name ?? sheet.name)
  for (const { row, ...problem } of result.problems)
    if (row === null) say.file(problem)
    else say.row(row, problem)
  if (result.match !== null || named === undefined) return
  unread.add(named.number)
  if (result.problems.length > 0) return
  say.file(result.rows === 0 ? problems.sheetEmpty(named.name) : problems.sheetUnlike(named.name))
}

function report(sheet: Sheet, match: Match, result: ReadSheet, gathered: Gathered): void {
  const { list, columns } = match
  const say = gathered.refusals.of(sheet.file, list.name)
  for (const { key, heading, past } of list.columns)
    if (!columns.has(key) && past !== true)
      say.doubt(null, heading, null, problems.columnMissing(heading, list.name))
  const lists = delivered(list, key => columns.has(key))
  for (const name of lists) {
    const found = listNamed(name)
    if (found !== undefined) gathered.tables.deliver(found)
  }
  const before = gathered.reports.get(list.number)
  const rowsFound = (before?.rowsFound ?? 0) + result.found
  const rowsTaken = (before?.rowsTaken ?? 0) + result.taken
  gathered.reports.set(list.number, {
    sourceList: list.name,
    lists: list.number === 11 ? lists : [...lists, 'children'],
    rowsFound,
    rowsTaken,
    rowsRefused: rowsFound - rowsTaken,
    notKept: list.notKept,
  })
}

function finish(
  files: readonly SourceFile[],
  gathered: Gathered,
  given: Day | undefined,
): ReadResult {
  const { refusals, tables, happenings, reports } = gathered
  const file = files.length === 1 ? (files[0]?.name ?? '') : ''
  for (const list of annexLists)
    if (!reports.has(list.number) && !gathered.unread.has(list.number))
      refusals.of(file, list.name).file(problems.listMissing(list.name, list.holds))
  const worked =
    given === undefined
      ? workOutAsOf(happenings.days)
      : { asOf: given, because: 'It was given when the file was loaded.' }
  if (worked === null) {
    refusals.of(file, '').file(problems.noDays)
    return { extract: null, refusals: refusals.list() }
  }
  const { asOf, because } = worked
  doubtLateDays(gathered, asOf)
  for (const run of gathered.later) run(asOf)
  const built = tables.build()
  built.set('children', gathered.children.build())
  const coverage: Coverage[] = [...built.keys()].map(name => coverageOf(name, asOf))
  const list = refusals.list()
  return {
    extract: {
      kind: 'annex-a',
      title: `Annex A lists as they stood on ${longDay(asOf)}`,
      asOf,
      asOfBecause: because,
      files: files.map(each => each.name),
      tables: built,
      coverage,
      reports: [...reports.entries()].toSorted(([a], [b]) => a - b).map(([, each]) => each),
      refusals: list,
    },
    refusals: list,
  }
}

function doubtLateDays({ refusals, happenings, places }: Gathered, asOf: Day): void {
  for (const [at, day] of happenings.days.entries()) {
    if (day <= asOf) continue
    const place = places[happenings.where[at] ?? 0]
    if (place !== undefined)
      refusals
        .of(place.file, place.list)
        .doubt(happenings.rows[at] ?? null, place.column, longDay(day), problems.afterAsOf)
  }
}
