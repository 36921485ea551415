import { isoDay } from '#calendar'
import { type ListName, type Table, valueAt } from '#records'
import type { ReadExtract, ReadResult } from '../../src/extracts/extract.ts'
import { annexA } from '../../src/extracts/annex-a/reader.ts'
import { sheetOf, writeAnnexA, type Written, type WrittenSheet } from './write.ts'

// What the tests of Annex A share. Every child here is invented.
export const date = (iso: string) => new Date(`${iso}T00:00:00Z`)
export const child = (id: string | number, more: Record<string, Written> = {}) => ({
  child: id,
  sex: 'a) Male',
  ethnicity: 'a) WBRI',
  bornOn: date('2012-04-05'),
  ...more,
})
const staff = { team: 'North', worker: 'W1' }

export const whole = (): WrittenSheet[] => [
  sheetOf(1, [child(1, { receivedOn: date('2024-01-10'), source: 'q) 6: Police' })]),
  sheetOf(2, [
    child(1, {
      startedOn: date('2023-11-01'),
      completedOn: date('2023-12-01'),
      organisation: 'Hub',
    }),
  ]),
  sheetOf(3, [
    child(1, { referredOn: date('2024-01-11'), source: '2A', nfa: 'b) No', earlier: 1, ...staff }),
  ]),
  sheetOf(4, [
    child(1, {
      disabled: 'b) No',
      startedOn: date('2024-01-12'),
      authorisedOn: date('2024-02-20'),
      childSeen: 'Yes',
      supportNeeded: 'a) Yes',
      ...staff,
    }),
  ]),
  sheetOf(5, [
    child(1, {
      strategyOn: date('2024-01-15'),
      notNeeded: 'No',
      conferenceOn: date('2024-02-01'),
      ledToPlan: 'Yes',
      count47: 1,
      countIcpc: 1,
      ...staff,
    }),
  ]),
  sheetOf(6, [
    child(1, {
      startedOn: date('2024-01-11'),
      primaryNeed: 'N1 - Abuse or neglect',
      lastSeenOn: date('2024-03-01'),
      status: 'b) Child Protection plan',
      ...staff,
    }),
  ]),
  sheetOf(7, [
    child(1, {
      startedOn: date('2024-02-01'),
      firstCategory: 'a) Neglect',
      latestCategory: 'Neglect, Physical abuse',
      visitedOn: date('2024-02-27'),
      seenAlone: 'a) Yes',
      earlierPlans: 0,
      ...staff,
    }),
  ]),
  sheetOf(8, [
    child(2, {
      uasc: 'a) Yes',
      careStartedOn: date('2022-05-01'),
      need: 'N8',
      legalStatus: 'V2: Single period under S20',
      reviewedOn: date('2024-01-20'),
      visitedOn: date('2024-02-10'),
      permanence: 'f) Long-term fostering',
      healthOn: date('2023-10-01'),
      dentalOn: date('2023-09-01'),
      placedOn: date('2023-06-01'),
      placementType: 'd) U4: Foster placement - long term',
      provider: 'b) PR1: Own provision',
      outside: 'b) Out',
      missing: 2,
      ...staff,
    }),
  ]),
  sheetOf(9, [
    child(3, {
      bornOn: date('2004-01-01'),
      eligibility: 'b) Former relevant child',
      inTouch: 'a) Yes',
      contactOn: date('2024-03-05'),
      accommodation: 'U: Independent living',
      suitable: 'a) Suitable',
      activity: 'G5: Not in education, employment or training - other',
      ...staff,
    }),
  ]),
  sheetOf(10, [
    child(4, {
      bornOn: date('2021-01-01'),
      decidedOn: date('2023-03-01'),
      enteredCareOn: date('2022-09-01'),
      reversedReason: 'RD2',
    }),
  ]),
  sheetOf(11, [{ adopter: 'A1', enquiredOn: date('2023-05-01'), childrenPlaced: 1 }]),
]

export async function readFile(bytes: Uint8Array, name = 'annex.xlsx'): Promise<ReadResult> {
  return annexA.read([{ name, bytes }])
}
export async function read(sheets: readonly WrittenSheet[]): Promise<ReadExtract> {
  const { extract } = await readFile(await writeAnnexA(sheets))
  if (extract === null) throw new Error('nothing was read')
  return extract
}

export function rows(extract: ReadExtract, name: ListName): Record<string, unknown>[] {
  const table = extract.tables.get(name)
  return table === undefined ? [] : Array.from({ length: table.length }, (_, row) => at(table, row))
}
function at(table: Table, row: number): Record<string, unknown> {
  const values = Object.entries(table.columns).flatMap(([key, column]) => {
    const value = valueAt(column, row)
    if (value === null || value === '') return []
    return [[key, column.kind === 'day' && typeof value === 'number' ? isoDay(value) : value]]
  })
  return { child: valueAt(table.child, row), ...Object.fromEntries(values) }
}
export const told = (extract: ReadExtract) =>
  extract.refusals.map(({ effect, sourceList, row, column, code }) => [
    effect,
    sourceList,
    row,
    column,
    code,
  ])
