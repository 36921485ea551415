import { type Day, lastDayOf, monthOf } from '#calendar'
import {
  allLists,
  type Fields,
  type HistoryPart,
  type List,
  type ListName,
  type TableBuilder,
  tableBuilder,
  type ValuesOf,
} from '#records'

/** Numbers between 0 and 1 from a seed: the same seed gives the same record (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const codes: Readonly<Record<string, readonly string[]>> = {
  sex: ['M', 'F', 'U', ''],
  ethnicity: ['WBRI', 'APKN', 'BCRB', 'MWBC', 'OOTH', 'NOBT', ''],
  source: ['1A', '2A', '3A', '3F', '6', '10'],
  factors: ['', '3B', '3B 16A', '17A 11A 24A', '10A 13A 12A', '4B'],
  endReason: ['X1', 'X1', 'E11', 'E12', 'E41', 'E45', 'E4A', 'E8'],
  startReason: ['S', 'P', 'P', 'L', 'T', ''],
  legalStatus: ['C1', 'C2', 'V2', 'V2', 'E1', 'V3'],
  placementType: ['U1', 'U4', 'U6', 'U3', 'K2', 'H5', 'P1', 'A5', 'T1'],
  participation: ['PN0', 'PN1', 'PN3', 'PN7'],
  eligibility: ['relevant', 'former', 'former', 'qualifying', 'eligible', ''],
  inTouch: ['YES', 'YES', 'NO', 'DIED', 'RHOM'],
  activity: ['F1', 'P2', 'F4', 'G4', 'G5', '0'],
  accommodation: ['B', 'U', 'Z', 'X'],
  adviser: ['', 'adviser 1', 'adviser 2'],
  plan: ['long-term fostering', 'adoption'],
}
const kinds: Readonly<Record<string, readonly string[]>> = {
  visits: ['need', 'protection', 'care'],
  missingEpisodes: ['M', 'M', 'A'],
  healthChecks: ['assessment', 'dental', 'immunisations', 'sdq', 'conviction', 'substance'],
}
/** How many rows a child has of each list, at most. */
const most: Partial<Record<ListName, number>> = {
  children: 1,
  teams: 0,
  visits: 12,
  careReviews: 6,
  protectionReviews: 5,
  careEpisodes: 5,
  healthChecks: 10,
  referrals: 4,
  contacts: 4,
  involvements: 5,
  adopters: 1,
}

export interface RandomOptions {
  readonly seed: number
  readonly children: number
  readonly from: Day
  readonly to: Day
}

/**
 * A record of nobody, with every list filled at random: dates missing, plans that start where
 * others end, episodes that touch. Not likely lives, but every case a definition could meet.
 */
export function randomRecord(options: RandomOptions, extract = 'random'): HistoryPart {
  const random = randomFrom(options.seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const length = options.to - options.from
  const builders = new Map<ListName, TableBuilder>(
    allLists.map(list => [list.name, tableBuilder<Fields>(list)]),
  )
  const teams = ['team 1', 'team 2', 'team 3', 'team 4']
  for (const [place, team] of teams.entries())
    builders.get('teams')?.add('', {
      team,
      name: `Team ${place + 1}`,
      locality: place < 2 ? 'North' : 'South',
    })

  const valueFor = (list: List, name: string): Day | string | number | boolean | null => {
    const field = list.fields[name]
    if (field?.kind === 'flag') return pick([true, true, false, null])
    if (field?.kind === 'count') return random() < 0.2 ? null : Math.floor(random() * 30)
    if (field?.kind === 'day') return null
    if (name === 'team') return pick([...teams, ''])
    if (name === 'worker') return pick(['', 'w1', 'w2', 'w3', 'w4', 'w5', 'w6'])
    if (name === 'kind' && kinds[list.name] !== undefined) return pick(kinds[list.name] ?? [])
    if (name === 'endReason' && list.name === 'needEpisodes') return pick(['RC7', 'RC8'])
    return pick(codes[name] ?? ['', 'a', 'b'])
  }
  const rowOf = (list: List, start: Day): ValuesOf<Fields> => {
    const names = Object.keys(list.fields)
    const values: Record<string, Day | string | number | boolean | null> = {}
    let day = start
    names.forEach((name, place) => {
      if (list.fields[name]?.kind !== 'day') {
        values[name] = valueFor(list, name)
        return
      }
      const first = name === list.key[0] || name === 'startedOn' || place === 0
      if (!first) day += Math.floor(random() ** 3 * 500)
      values[name] = (!first && random() < 0.2) || day > options.to ? null : day
    })
    // The record's own kinds, field by field, as its schema says.
    return values as unknown as ValuesOf<Fields>
  }
  for (let child = 0; child < options.children; child++) {
    const id = `child ${child}`
    for (const list of allLists) {
      const rows = Math.floor(random() * ((most[list.name] ?? 2) + 1))
      const add = (values: ValuesOf<Fields>) => builders.get(list.name)?.add(id, values)
      if (list.name === 'children') {
        const bornOn = random() < 0.05 ? null : options.to - Math.floor(random() * 8000)
        add({ ...rowOf(list, 0), bornOn, diedOn: null })
        continue
      }
      if (list.name === 'careEpisodes') {
        let day = options.from + Math.floor(random() * length * 0.7)
        for (let row = 0; row < rows; row++) {
          const endedOn =
            row === rows - 1 && random() < 0.6 ? null : day + Math.floor(random() * 400)
          const values = { ...rowOf(list, day), startedOn: day, endedOn, careStartedOn: null }
          add(row === 0 ? { ...values, startReason: 'S' } : values)
          if (endedOn === null) break
          day = endedOn + (random() < 0.8 ? 0 : Math.floor(random() * 200))
        }
        continue
      }
      for (let row = 0; row < rows; row++) {
        const day = options.from + Math.floor(random() * length)
        // Descriptions are of the last day of a month, on which an extract was taken.
        add(rowOf(list, list.key[0] === 'asOn' ? lastDayOf(monthOf(day)) : day))
      }
    }
  }
  return {
    extract,
    asOf: options.to,
    tables: new Map([...builders].map(([name, builder]) => [name, builder.build()])),
    coverage: allLists.map(({ name }) => ({ list: name, from: options.from, to: options.to })),
  }
}
