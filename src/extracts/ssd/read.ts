import type { Day } from '#calendar'
import { longDay } from '#calendar'
import { describeBytes, mostFileBytes } from '#kit/files/text.ts'
import type { ListName } from '#records'
import type { ListReport, ReadOptions, ReadResult, SourceFile } from '../extract.ts'
import { collectRefusals, type Refusals } from '../refusals.ts'
import { problem } from '../values.ts'
import { filling, type Filling } from './lists.ts'
import { fillCare } from './lists-care.ts'
import { fillNeed } from './lists-need.ts'
import { readTable, type TableRead } from './read-table.ts'
import type { Reads } from './reads.ts'
import { recogniseFile } from './recognise.ts'
import { shapes, type TableName } from './shapes.ts'
import { findWindow, nothingStated, type Stated, statedIn, type Window } from './window.ts'

/** Reads the tables of one extract of the Standard Safeguarding Dataset. */
export async function readExtract(
  files: readonly SourceFile[],
  options: ReadOptions = {},
): Promise<ReadResult> {
  const refusals = collectRefusals()
  const past: ListReport[] = []
  const reads: { -readonly [T in TableName]?: TableRead<T>[] } = {}
  let stated: Stated = nothingStated
  for (const [done, file] of files.entries()) {
    options.progress?.((done / files.length) * 0.8, `Reading ${file.name}`)
    // Others may be waiting for this process: a turn between two files.
    await new Promise(resolve => setImmediate(resolve))
    const recognised = whatIs(file, refusals)
    if (recognised === null) continue
    if (recognised.kind === 'versions') stated = statedIn(file.bytes)
    else if (recognised.kind === 'read-past') past.push(reportOfPast(file.name, recognised.why))
    else {
      const { table } = recognised
      const read = readTable(table, file, refusals.of(file.name, shapes[table].name))
      // The rows were read by the shape of the same table that names the place.
      Object.assign(reads, { [table]: [...(reads[table] ?? []), read] })
    }
  }
  const all = Object.values(reads).flat()
  if (all.length === 0) return { extract: null, refusals: refusals.list() }
  const window = findWindow(reads as Reads, stated, options.asOf)
  if (window === null) {
    for (const read of all) read.refusals.file(noDay)
    return { extract: null, refusals: refusals.list() }
  }
  options.progress?.(0.8, 'Putting the lists together')
  const into = filling(reads as Reads, window.to)
  fillNeed(into, reads as Reads)
  fillCare(into, reads as Reads)
  return {
    extract: {
      kind: 'ssd',
      title: titleFor(window, stated),
      asOf: window.to,
      asOfBecause: window.because,
      files: files.map(file => file.name),
      tables: into.tables,
      coverage: [...into.tables.keys()].map(list => coverageOf(list, window)),
      reports: [...all.map(read => reportOf(read as unknown as TableRead, into)), ...past],
      refusals: refusals.list(),
    },
    refusals: refusals.list(),
  }
}

function whatIs(file: SourceFile, refusals: Refusals) {
  const whole = refusals.of(file.name, '')
  if (file.bytes.length > mostFileBytes) {
    whole.file(problem('file-too-large', 'This file is larger than 512 MB, so it was not read.'))
    return null
  }
  const recognised = recogniseFile(file.bytes)
  if (recognised !== null) return recognised
  const is = describeBytes(file.bytes)
  if (is === 'empty') whole.file(problem('file-empty', 'This file is empty.'))
  else if (is === 'text') whole.file(notATable)
  else
    whole.file(
      problem(
        'file-not-a-table',
        `This file is ${is === 'not text' ? 'not a text' : is}, and an extract of the dataset is made of CSV files.`,
      ),
    )
  return null
}

function titleFor(window: Window, stated: Stated): string {
  return stated.from === null
    ? `Standard Safeguarding Dataset as on ${longDay(window.to)}`
    : `Standard Safeguarding Dataset from ${longDay(window.from)} to ${longDay(window.to)}`
}

/** Care leavers are described on the extract's day; all else is delivered for its window. */
function coverageOf(list: ListName, window: Window): { list: ListName; from: Day; to: Day } {
  return { list, from: list === 'careLeavers' ? window.to : window.from, to: window.to }
}

function reportOf(read: TableRead, into: Filling): ListReport {
  const outcome = into.outcomes.get(read) ?? { taken: read.rows.length, 'read-past': 0, refused: 0 }
  const notKept =
    read.otherColumns.length === 0
      ? []
      : [`Read past and not kept: ${read.otherColumns.join(', ')}.`]
  return {
    sourceList: shapes[read.table].name,
    lists: listsFor[read.table],
    rowsFound: read.found,
    rowsTaken: outcome.taken,
    rowsRefused: read.found - outcome.taken - outcome['read-past'],
    ...(outcome['read-past'] > 0 && {
      readPast: [
        { rows: outcome['read-past'], because: whyReadPast[read.table] ?? nothingCounted },
      ],
    }),
    notKept,
  }
}

function reportOfPast(name: string, why: string): ListReport {
  return { sourceList: name, lists: [], rowsFound: 0, rowsTaken: 0, rowsRefused: 0, notKept: [why] }
}

const nothingCounted = 'They say that nothing took place that an indicator counts.'
/** Why a table's rows can be sound and yet go nowhere. */
const whyReadPast: Readonly<Partial<Record<TableName, string>>> = {
  carePlans: 'They name no plan for permanence.',
  immigration: 'They are about another status than that of an unaccompanied child seeking asylum.',
  careReviews: 'The review was cancelled or has not been held.',
  health: 'The check was refused, missed or only planned, or its kind is not known.',
  immunisations: 'The child’s immunisations are not said to be up to date.',
  scores: 'They hold no score.',
  permanence: 'They hold no decision, placement order or placement for adoption.',
}

const listsFor: Readonly<Record<TableName, readonly ListName[]>> = {
  people: ['children'],
  disabilities: ['children'],
  departments: ['teams'],
  contacts: ['contacts'],
  earlyHelp: ['earlyHelp'],
  referrals: ['referrals', 'needEpisodes'],
  assessments: ['assessments'],
  factors: ['assessments'],
  needPlans: ['needPlans'],
  needVisits: ['visits'],
  enquiries: ['enquiries'],
  conferences: ['conferences', 'enquiries'],
  protectionPlans: ['protectionPlans'],
  protectionReviews: ['protectionReviews'],
  protectionVisits: ['visits'],
  careEpisodes: ['careEpisodes'],
  placements: ['careEpisodes'],
  legalStatuses: ['careEpisodes'],
  careReviews: ['careReviews'],
  careVisits: ['visits'],
  carePlans: ['permanencePlans'],
  health: ['healthChecks'],
  immunisations: ['healthChecks'],
  scores: ['healthChecks'],
  convictions: ['healthChecks'],
  substances: ['healthChecks'],
  missing: ['missingEpisodes'],
  leavers: ['careLeavers'],
  permanence: ['adoptions'],
  earlierPermanence: ['previousPermanence'],
  involvements: ['involvements'],
  immigration: ['uasc'],
}

const noDay = problem(
  'day-unknown',
  'Nothing in these files says which day they describe; say which and load them again.',
)
const notATable = problem(
  'file-not-of-dataset',
  'The first row of this file does not name the columns of any table of the Standard Safeguarding Dataset.',
)
