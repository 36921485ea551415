import { ageOn, addMonths, type Day } from '#calendar'
import { type Column, type History, NOTHING } from '#records'

export const notRecorded = 'Not recorded'

const ages = ['Under 1', '1 to 4', '5 to 9', '10 to 15', '16 and over', notRecorded]
const sexes = ['Male', 'Female', notRecorded]
const ethnicGroups = [
  'White',
  'Mixed or multiple',
  'Asian or Asian British',
  'Black, Black British, Caribbean or African',
  'Other ethnic group',
  notRecorded,
]
const disabilities = ['Disabled', 'Not disabled', notRecorded]

/** The birthdays on which a child comes into the next band of ages. */
const bandsBeginAt = [1, 5, 10, 16]
const unknownAge = ages.length - 1

/** What of a profile does not change with age: sex, ethnic group and disability together. */
const fixedCount = sexes.length * ethnicGroups.length * disabilities.length
const nobody = ages.length * fixedCount
/** How many profiles there are; the last is for rows that are not about a child. */
export const profileCount = nobody + 1

const named = <D extends string>(dimension: D, names: readonly string[]) =>
  names.map(name => ({ dimension, name }))
export const profileSlices = [
  ...named('age', ages),
  ...named('sex', sexes),
  ...named('ethnicity', ethnicGroups),
  ...named('disability', disabilities),
]

export interface Profiler {
  profileOf(child: number, day: Day): number
  /** The places in `profileSlices` that a profile counts in. */
  slicesOf(profile: number): readonly number[]
  readonly nobody: number
}

export function profiler(history: History): Profiler {
  const count = history.childIds.length
  const unknown = fixedProfile(sexes.length - 1, ethnicGroups.length - 1, disabilities.length - 1)
  const fixed = new Int16Array(count).fill(unknown)
  const bornOn = new Int32Array(count).fill(NOTHING)
  const table = history.tables.get('children')
  const sexPlaces = placesOf(table?.columns['sex'], sexPlace)
  const ethnicPlaces = placesOf(table?.columns['ethnicity'], ethnicPlace)
  const disabled = table?.columns['disabled']?.values
  table?.child.forEach((child, row) => {
    if (child < 0) return
    bornOn[child] = table.columns['bornOn']?.values[row] ?? NOTHING
    const answer = disabled?.[row] ?? -1
    fixed[child] = fixedProfile(
      sexPlaces(row),
      ethnicPlaces(row),
      answer < 0 ? disabilities.length - 1 : 1 - answer,
    )
  })
  const ageBand = ageBands(bornOn)
  return {
    nobody,
    profileOf: (child, day) =>
      child < 0
        ? unknownAge * fixedCount + unknown
        : ageBand(child, day) * fixedCount + (fixed[child] ?? unknown),
    slicesOf,
  }
}

/** The band of each child's age on a day. Birthdays are worked out once a child, not once a row. */
function ageBands(bornOn: Int32Array): (child: number, day: Day) => number {
  const bands = bandsBeginAt.length
  const birthdays = new Int32Array(bornOn.length * bands).fill(NOTHING)
  return (child, day) => {
    const born = bornOn[child] ?? NOTHING
    if (born === NOTHING) return unknownAge
    const at = child * bands
    if (birthdays[at] === NOTHING) {
      for (let band = 0; band < bands; band++)
        birthdays[at + band] = birthday(born, bandsBeginAt[band] ?? 0)
    }
    let band = 0
    while (band < bands && day >= (birthdays[at + band] ?? 0)) band++
    return band
  }
}

/** The first day on which someone is so many years old: 1 March for one born on 29 February. */
function birthday(bornOn: Day, years: number): Day {
  const day = addMonths(bornOn, years * 12)
  return ageOn(bornOn, day) < years ? day + 1 : day
}

function fixedProfile(sex: number, ethnicity: number, disability: number): number {
  return (sex * ethnicGroups.length + ethnicity) * disabilities.length + disability
}

function slicesOf(profile: number): readonly number[] {
  if (profile === nobody) return []
  const age = Math.floor(profile / fixedCount)
  const disability = profile % disabilities.length
  const rest = Math.floor((profile % fixedCount) / disabilities.length)
  const sex = Math.floor(rest / ethnicGroups.length)
  const ethnicity = rest % ethnicGroups.length
  return [
    age,
    ages.length + sex,
    ages.length + sexes.length + ethnicity,
    ages.length + sexes.length + ethnicGroups.length + disability,
  ]
}

function placesOf(
  column: Column | undefined,
  placeOf: (code: string) => number,
): (row: number) => number {
  if (column?.kind !== 'code') return () => placeOf('')
  const places = column.words.map(placeOf)
  return row => places[column.values[row] ?? 0] ?? placeOf('')
}

function sexPlace(sex: string): number {
  return sex === 'M' ? 0 : sex === 'F' ? 1 : 2
}

const mixed = new Set(['MWBC', 'MWBA', 'MWAS', 'MOTH'])
const asian = new Set(['AIND', 'APKN', 'ABAN', 'AOTH', 'CHNE'])
const black = new Set(['BCRB', 'BAFR', 'BOTH'])
const white = new Set(['WBRI', 'WIRI', 'WIRT', 'WOTH', 'WROM'])

/** The five groups of the census of 2021, in which Chinese is part of Asian. */
function ethnicPlace(code: string): number {
  if (white.has(code)) return 0
  if (mixed.has(code)) return 1
  if (asian.has(code)) return 2
  if (black.has(code)) return 3
  return code === 'OOTH' ? 4 : 5
}
