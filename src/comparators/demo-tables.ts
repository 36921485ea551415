import type { Month } from '#calendar'
import { randomFrom } from '#demo'
import { csvText } from '#kit/files/csv-write.ts'
import { ENGLAND } from './layout.ts'
import type { PublishedMeasure } from './published-measures.ts'
import { DAYS_A_MONTH } from './rates.ts'
import { halfAwayFromZero } from './read-published.ts'

// Tables of authorities that do not exist, in the layouts that are published. Any likeness in a name
// is by chance; no figure is anybody's.

export const demoOwn = { code: '990', name: 'Quillshire', newCode: 'E99000990' } as const

const names = [
  'Alderfold',
  'Bramblemere',
  'Cawderby',
  'Dunnockshire',
  'Eastermoor',
  'Ferrowvale',
  'Greywether',
  'Harrowmede',
  'Inglewater',
  'Jasperholm',
  'Kestrelby',
  'Larkminster',
  'Mallowdene',
  'Netherquay',
  'Osierbridge',
  'Pellamshire',
  'Quarrendon Bay',
  'Rushwold',
  'Sallowfield',
  'Tansyport',
  'Umberdale',
  'Vetchley',
  'Wrenthorpe',
  'Yarrowsea',
] as const

/** How an invented authority differs from the middle of all of them, on no scale in particular. */
interface Invented {
  readonly code: string
  readonly name: string
  readonly newCode: string
  readonly region: number
  /** Its circumstances: who is near here is a neighbour in the first set. */
  readonly earlier: number
  /** The same, as the second set has it. */
  readonly later: number
}

const regions = ['Hithershire', 'Yonderland', 'The Middle Ridings'] as const

function invented(): readonly Invented[] {
  const random = randomFrom(75)
  const others = names.map((name, place) => {
    const earlier = random.near(0, 1)
    return {
      code: String(960 + place),
      name,
      newCode: `E99000${960 + place}`,
      region: place % regions.length,
      earlier,
      later: earlier + random.near(0.15, 0.7),
    }
  })
  return [...others, { ...demoOwn, region: 0, earlier: 0.1, later: 0.5 }]
}

/** What the demonstration county counted of a measure, by the year in which its period ends. */
export interface OwnMeasure {
  readonly measure: PublishedMeasure
  readonly unit: 'percentage' | 'count' | 'rate' | 'average'
  readonly years: ReadonlyMap<number, number>
}

/** No table is published before a few months have gone by. */
const MONTHS_TO_PUBLISH = 7

const head = [
  'time_period',
  'time_identifier',
  'geographic_level',
  'country_code',
  'country_name',
  'region_code',
  'region_name',
  'old_la_code',
  'new_la_code',
  'la_name',
]

/**
 * One table of every measure, with a column each that is headed by its code. The county's own figures
 * are what it counted; those of all others are made up around the middle of these.
 */
export function demoStatistics(own: readonly OwnMeasure[], now: Month): string {
  const all = invented()
  const random = randomFrom(76)
  const columns = own.map(each => columnOf(each, all, now, random))
  const years = [...new Set(columns.flatMap(column => [...column.keys()]))].toSorted(
    (a, b) => a - b,
  )
  const cells = (year: number, code: string) =>
    columns.map(column => column.get(year)?.get(code) ?? '')
  const rows = years.flatMap(year => [
    [
      String(year),
      'Reporting year',
      'National',
      ENGLAND,
      'England',
      '',
      '',
      '',
      '',
      '',
      ...cells(year, ENGLAND),
    ],
    ...all.map(each => [
      String(year),
      'Reporting year',
      'Local authority',
      ENGLAND,
      'England',
      `E9990000${each.region}`,
      regions[each.region] ?? '',
      each.code,
      each.newCode,
      each.name,
      ...cells(year, each.code),
    ]),
  ])
  return csvText([...head, ...own.map(({ measure }) => measure.code)], rows)
}

type Random = ReturnType<typeof randomFrom>

/** By year and place, what stands in a cell. */
function columnOf(
  { measure, unit, years }: OwnMeasure,
  all: readonly Invented[],
  now: Month,
  random: Random,
): ReadonlyMap<number, ReadonlyMap<string, string>> {
  const published = [...years].filter(
    ([year]) => year * 12 + measure.yearEnds - 1 + MONTHS_TO_PUBLISH <= now,
  )
  const values = published.map(([, value]) => value)
  const middle = values.reduce((a, b) => a + b, 0) / values.length
  // What is steeper in poorer places is so in all of them, and each place has a leaning of its own.
  const steepness = random.near(0, 0.09)
  const leaning = new Map(all.map(each => [each.code, random.near(0, 0.1)]))
  return new Map(
    published.map(([year, value]) => {
      const cells = all.map(({ code, later: where }) => {
        if (code === demoOwn.code) return [code, written(measure, value, unit)] as const
        const apart = steepness * where + (leaning.get(code) ?? 0) + random.near(0, 0.035)
        const other = moved(middle, apart, unit)
        return [code, random.chance(0.02) ? 'c' : written(measure, other, unit)] as const
      })
      // England is the middle of those who are not the county itself.
      const england = written(measure, moved(middle, 0.02, unit), unit)
      return [year, new Map([...cells, [ENGLAND, england] as const])]
    }),
  )
}

/** A share moves on the scale of odds, so that it never leaves 0 to 100. */
function moved(middle: number, apart: number, unit: OwnMeasure['unit']): number {
  if (unit !== 'percentage') return middle * Math.exp(apart)
  const share = Math.min(99.5, Math.max(0.5, middle)) / 100
  const odds = (share / (1 - share)) * Math.exp(apart * 2)
  return (odds / (1 + odds)) * 100
}

function written(measure: PublishedMeasure, value: number, unit: OwnMeasure['unit']): string {
  const said =
    measure.inverse === true
      ? 100 - value
      : measure.column?.kind === 'months'
        ? value / DAYS_A_MONTH
        : value
  return String(halfAwayFromZero(said, unit === 'count' ? 0 : 1))
}

/** As files are published: ten neighbours of each, likest first. */
export function demoNeighbours(set: 'earlier' | 'later'): string {
  const all = invented()
  // The newer table forgot somebody, and what reads it says so.
  const listed = set === 'earlier' ? all : all.filter(each => each.name !== 'Vetchley')
  const headings = ['old_la_code', 'la_name', 'region_name']
  for (let nth = 1; nth <= 10; nth++) headings.push(`SN_${nth}`, `SN_${nth}P`)
  return csvText(
    headings,
    listed.map(each => {
      const near = all
        .filter(other => other.code !== each.code)
        .map(other => ({ code: other.code, apart: Math.abs(other[set] - each[set]) }))
        .toSorted((a, b) => a.apart - b.apart)
        .slice(0, 10)
      return [
        each.code,
        each.name,
        regions[each.region] ?? '',
        ...near.flatMap(other => [other.code, closeness(other.apart)]),
      ]
    }),
  )
}

function closeness(apart: number): string {
  if (apart < 0.1) return 'Extremely close'
  if (apart < 0.3) return 'Very close'
  if (apart < 0.6) return 'Close'
  return apart < 1.2 ? 'Somewhat close' : 'Not close'
}

/** The days from which the two sets hold, as the names of their files have them. */
export const demoSetFiles = {
  earlier: 'neighbours-april-2021.csv',
  later: 'neighbours-april-2025.csv',
} as const
