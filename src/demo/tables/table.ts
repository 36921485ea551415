import type { Day } from '#calendar'
import type { County } from '../county.ts'
import { type Csv, csv, type Paper } from '../csv.ts'
import type { Dirt } from '../dirt.ts'
import { NONE } from '../sheet.ts'
import type { Seat } from '../staff.ts'

/** The days that an extract is about. */
export interface Window {
  readonly from: Day
  readonly to: Day
  /** The first extract reaches back before its window, as the first load of a system does. */
  readonly since: Day
}

/** What the writer of a table needs: the county, the window, and whom the extract has named so far. */
export interface Writing {
  readonly county: County
  readonly window: Window
  readonly dirt: Dirt
  readonly named: { readonly children: Uint8Array; readonly workers: Uint8Array }
}

export interface Table {
  readonly name: string
  readonly columns: readonly string[]
  write(writing: Writing, file: Csv): void
}

/** A table of the Standard Safeguarding Dataset: its name without 'ssd_', and its columns in order. */
export function table(name: string, columns: string, write: Table['write']): Table {
  return { name: `ssd_${name}`, columns: columns.split(/\s+/), write }
}

export function fileOf(
  each: Table,
  writing: Writing,
  paper?: Paper,
): { name: string; bytes: Uint8Array; rows: number } {
  const file = csv(each.columns, paper)
  each.write(writing, file)
  return { name: `${each.name}.csv`, bytes: file.bytes(), rows: file.rows }
}

/** Whether something that happened on a day belongs in the extract. */
export function happenedIn(window: Window, on: Day): boolean {
  return on >= window.since && on <= window.to
}

/** Whether something that went on from one day to another belongs in the extract. */
export function wentOnIn(window: Window, from: Day, to: Day): boolean {
  return from <= window.to && (to === NONE || to >= window.since)
}

/** The day, or nothing where it is still to come. */
export function byThen(window: Window, on: Day): Day {
  return on > window.to ? NONE : on
}

export function child(writing: Writing, file: Csv, place: number): void {
  writing.named.children[place] = 1
  file.number(1_000_000 + place)
}

/** The worker in a seat on the last day that a row speaks of. */
export function worker(writing: Writing, file: Csv, seat: Seat, on: Day): void {
  const { county, window, named } = writing
  const number = county.staff.worker(seat, Math.min(on === NONE ? window.to : on, window.to))
  named.workers[number] = 1
  file.numbered('W', number, 4)
}

export function team(writing: Writing, file: Csv, seat: Seat, on: Day): void {
  const { county, window } = writing
  file.word(county.staff.team(seat, Math.min(on === NONE ? window.to : on, window.to)))
}

/** A JSON value as a CSV field. */
export function json(value: unknown): string {
  return `"${JSON.stringify(value).replaceAll('"', '""')}"`
}
