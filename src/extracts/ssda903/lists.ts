import type { Day } from '#calendar'
import * as records from '#records'
import { type ListName, type Table, tableBuilder } from '#records'
import type { ListRefusals } from '../refusals.ts'
import { problem } from '../values.ts'
import { adoptionsOf } from './adoptions.ts'
import { checkChild, checkDay, checkEpisodes, checkStatusEnd } from './checks.ts'
import { birthdaysOf, childrenOf } from './children.ts'
import type { TableRead } from './read-rows.ts'
import type { LeaveOut, Reads } from './reads.ts'
import type { Row, TableName } from './shapes.ts'
import { returnYear, yearStart } from './year.ts'

/** What the functions that fill one list each need. */
interface Filling {
  readonly reads: Reads
  readonly asOf: Day
  readonly tables: Map<ListName, Table>
  /** Goes through the rows of a table, having checked the child of each; false leaves a row out. */
  each<T extends Exclude<TableName, 'header'>>(
    name: T,
    take: (row: Row<T>, refusals: ListRefusals, bornOn: Day | null | undefined) => boolean | void,
  ): void
}

/** Maps the tables of a return to the lists of the record, checking as it goes. */
export function listsOf(reads: Reads, asOf: Day, leaveOut: LeaveOut): Map<ListName, Table> {
  const born = birthdaysOf(reads, leaveOut)
  const birthdays = { inHeader: born.header, hasHeader: reads.header !== undefined }
  const tables = new Map<ListName, Table>()
  const each: Filling['each'] = (name, take) => {
    type Name = typeof name
    const said = new Set<string>()
    // The reads of a table hold rows of that table; TypeScript cannot follow the name through.
    for (const read of (reads[name] ?? []) as unknown as readonly TableRead<Name>[]) {
      const { refusals } = read.source
      for (const row of read.rows) {
        const values: { readonly DOB?: Day | null } = row.values
        checkChild(row, values.DOB ?? null, birthdays, refusals, said)
        if (take(row, refusals, born.known.get(row.child)) === false)
          leaveOut(read as unknown as TableRead<TableName>)
      }
    }
  }
  for (const fill of fillings) fill({ reads, asOf, tables, each })
  tables.set('children', childrenOf(reads, born.known))
  return tables
}

function fillEpisodes({ asOf, each, reads, tables }: Filling): void {
  if (reads.episodes === undefined) return
  const table = tableBuilder(records.careEpisodes)
  const kept: Row<'episodes'>[] = []
  const sources = new Map<Row<'episodes'>, ListRefusals>()
  each('episodes', (row, refusals, bornOn) => {
    const { values } = row
    if (endsBeforeStart(row.row, 'DEC', values.DECOM, values.DEC, refusals)) return false
    checkDay(row.row, 'DECOM', values.DECOM, bornOn, asOf, refusals)
    checkDay(row.row, 'DEC', values.DEC, null, asOf, refusals)
    if (values.DEC !== null && values.DEC < yearStart(returnYear(asOf)))
      refusals.doubt(row.row, 'DEC', null, beforeReturn)
    let reason = values.REC
    if (values.DEC === null && reason !== '') {
      refusals.value(row.row, 'REC', reason, reasonWithoutEnd)
      reason = ''
    } else if (values.DEC !== null && reason === '')
      refusals.doubt(row.row, 'REC', null, endWithoutReason)
    table.add(row.child, {
      startedOn: values.DECOM,
      startReason: values.RNE,
      legalStatus: values.LS,
      need: values.CIN,
      placementType: values.PLACE,
      provider: values.PLACE_PROVIDER,
      urn: values.URN,
      endedOn: values.DEC,
      endReason: reason,
      changeReason: values.REASON_PLACE_CHANGE,
    })
    kept.push(row)
    sources.set(row, refusals)
    return true
  })
  checkEpisodes(kept, row => sources.get(row) ?? noRefusals)
  tables.set('careEpisodes', table.build())
}

function fillReviews({ asOf, each, reads, tables }: Filling): void {
  if (reads.reviews === undefined) return
  const table = tableBuilder(records.careReviews)
  each('reviews', ({ child, row, values }, refusals, bornOn) => {
    checkDay(row, 'REVIEW', values.REVIEW, bornOn, asOf, refusals)
    table.add(child, { heldOn: values.REVIEW, participation: values.REVIEW_CODE })
  })
  tables.set('careReviews', table.build())
}

function fillUasc({ each, reads, tables }: Filling): void {
  if (reads.uasc === undefined) return
  const table = tableBuilder(records.uasc)
  const cameIntoCare = new Map<string, Day>()
  for (const read of reads.episodes ?? [])
    for (const { child, values } of read.rows)
      if (values.RNE === 'S' && values.DECOM !== null)
        cameIntoCare.set(child, Math.max(values.DECOM, cameIntoCare.get(child) ?? values.DECOM))
  each('uasc', ({ child, row, values }, refusals, bornOn) => {
    checkStatusEnd(row, values.DUC, bornOn, refusals)
    // The return does not say since when; a child is one from the day they came into care.
    table.add(child, { startedOn: cameIntoCare.get(child) ?? null, endedOn: values.DUC })
  })
  tables.set('uasc', table.build())
}

function fillHealth({ asOf, each, reads, tables }: Filling): void {
  if (reads.health === undefined) return
  const table = tableBuilder(records.healthReturns)
  each('health', ({ child, values }) => {
    table.add(child, {
      asOn: asOf,
      sdqScore: values.SDQ_SCORE,
      sdqReason: values.SDQ_REASON,
      convicted: values.CONVICTED,
      healthCheck: values.HEALTH_CHECK,
      immunisations: values.IMMUNISATIONS,
      teethCheck: values.TEETH_CHECK,
      healthAssessment: values.HEALTH_ASSESSMENT,
      substanceMisuse: values.SUBSTANCE_MISUSE,
      interventionReceived: values.INTERVENTION_RECEIVED,
      interventionOffered: values.INTERVENTION_OFFERED,
    })
  })
  tables.set('healthReturns', table.build())
}

function fillLeavers({ asOf, each, reads, tables }: Filling): void {
  if (reads.leavers === undefined) return
  const table = tableBuilder(records.careLeavers)
  each('leavers', ({ child, values }) => {
    const digit = values.ACCOM.slice(1)
    table.add(child, {
      asOn: asOf,
      inTouch: values.IN_TOUCH,
      activity: values.ACTIV,
      // The letter says where, the digit whether it is suitable: 1 it is, 2 it is not.
      accommodation: values.ACCOM.slice(0, 1),
      suitable: digit === '1' ? true : digit === '2' ? false : null,
    })
  })
  tables.set('careLeavers', table.build())
}

function fillPermanence({ asOf, each, reads, tables }: Filling): void {
  if (reads.permanence === undefined) return
  const table = tableBuilder(records.previousPermanence)
  each('permanence', ({ child, row, values }, refusals, bornOn) => {
    checkDay(row, 'DATE_PERM', values.DATE_PERM, bornOn, asOf, refusals)
    table.add(child, { kind: values.PREV_PERM, orderedOn: values.DATE_PERM })
  })
  tables.set('previousPermanence', table.build())
}

function fillMissing({ asOf, each, reads, tables }: Filling): void {
  if (reads.missing === undefined) return
  const table = tableBuilder(records.missingEpisodes)
  each('missing', ({ child, row, values }, refusals, bornOn) => {
    if (endsBeforeStart(row, 'MIS_END', values.MIS_START, values.MIS_END, refusals)) return false
    checkDay(row, 'MIS_START', values.MIS_START, bornOn, asOf, refusals)
    checkDay(row, 'MIS_END', values.MIS_END, null, asOf, refusals)
    table.add(child, {
      startedOn: values.MIS_START,
      endedOn: values.MIS_END,
      kind: values.MISSING,
    })
    return true
  })
  tables.set('missingEpisodes', table.build())
}

function fillInvolvements({ asOf, each, reads, tables }: Filling): void {
  if (reads.workers === undefined) return
  const table = tableBuilder(records.involvements)
  each('workers', ({ child, row, values }, refusals, bornOn) => {
    if (endsBeforeStart(row, 'SW_DEC', values.SW_DECOM, values.SW_DEC, refusals)) return false
    checkDay(row, 'SW_DECOM', values.SW_DECOM, bornOn, asOf, refusals)
    checkDay(row, 'SW_DEC', values.SW_DEC, null, asOf, refusals)
    table.add(child, {
      worker: values.SW_ID,
      startedOn: values.SW_DECOM,
      endedOn: values.SW_DEC,
      changeReason: values.SW_REASON,
    })
    return true
  })
  tables.set('involvements', table.build())
}

function fillDeprivations({ asOf, each, reads, tables }: Filling): void {
  if (reads.deprivations === undefined) return
  const table = tableBuilder(records.deprivations)
  each('deprivations', ({ child, row, values }, refusals, bornOn) => {
    const { DOLO_START: from, DOLO_END: to } = values
    if (endsBeforeStart(row, 'DOLO_END', from, to, refusals)) return false
    checkDay(row, 'DOLO_START', from, bornOn, asOf, refusals)
    table.add(child, { startedOn: from, endedOn: to })
    return true
  })
  tables.set('deprivations', table.build())
}

function fillAdoptions({ asOf, each, reads, tables }: Filling): void {
  if (reads.decisions === undefined && reads.adopted === undefined) return
  each('decisions', ({ row, values }, refusals, bornOn) => {
    checkDay(row, 'DATE_PLACED', values.DATE_PLACED, bornOn, asOf, refusals)
    checkDay(row, 'DATE_PLACED_CEASED', values.DATE_PLACED_CEASED, null, asOf, refusals)
  })
  each('adopted', ({ row, values }, refusals, bornOn) => {
    checkDay(row, 'DATE_INT', values.DATE_INT, bornOn, asOf, refusals)
    checkDay(row, 'DATE_MATCH', values.DATE_MATCH, null, asOf, refusals)
  })
  tables.set('adoptions', adoptionsOf(reads))
}

const fillings: readonly ((filling: Filling) => void)[] = [
  fillEpisodes,
  fillReviews,
  fillUasc,
  fillHealth,
  fillLeavers,
  fillPermanence,
  fillMissing,
  fillInvolvements,
  fillDeprivations,
  fillAdoptions,
]

function endsBeforeStart(
  row: number,
  column: string,
  from: Day | null,
  to: Day | null,
  refusals: ListRefusals,
): boolean {
  if (from === null || to === null || to >= from) return false
  refusals.row(row, endBeforeStart, column)
  return true
}

const noRefusals: ListRefusals = {
  about() {},
  file() {},
  row() {},
  value() {},
  doubt() {},
  take: reading => ('code' in reading ? undefined : reading.value),
}

const endBeforeStart = problem(
  'end-before-start',
  'The end lies before the start, and it cannot be told which of the two is wrong.',
)
const beforeReturn = problem(
  'before-return',
  'The episode ended before the year of the return began.',
)
const reasonWithoutEnd = problem(
  'reason-without-end',
  'There is a reason why the episode ended and no date of its end, so it was taken as going on.',
)
const endWithoutReason = problem(
  'end-without-reason',
  'The episode has an end and no reason why it ended.',
)
