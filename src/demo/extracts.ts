import { type Day, type Month, firstDayOf, lastDayOf } from '#calendar'
import type { SourceFile } from '#extracts'
import { type County, emptyCounty } from './county.ts'
import { paper } from './csv.ts'
import { clean, dirty } from './dirt.ts'
import { live } from './journeys/county-lives.ts'
import { careTables } from './tables/care.ts'
import { frontDoorTables } from './tables/front-door.ts'
import { healthTables } from './tables/health.ts'
import { needTables } from './tables/need.ts'
import { peopleTables, staffTables } from './tables/people.ts'
import { permanenceTables } from './tables/permanence.ts'
import { protectionTables } from './tables/protection.ts'
import { fileOf } from './tables/table.ts'

export interface DemoOptions {
  /** The same seed gives the same bytes. */
  readonly seed?: number
  /** 1 for the full county, 0.1 for one of 15,000 children. */
  readonly scale?: number
  /** Months up to 31 March 2026; whole quarters are written. 84 by default. */
  readonly months?: number
  /** False leaves out the mistakes that real extracts hold. */
  readonly mistakes?: boolean
}

export interface DemoExtract {
  readonly asOf: Day
  readonly files: readonly SourceFile[]
}

const DEFAULT_SEED = 3
const LAST_MONTH: Month = 2026 * 12 + 2
const MONTHS = 84
/** Children in care in the first month came into care up to 17 years before. */
const LIVED_BEFORE_MONTHS = 17 * 12
/** The standard asks for six years; the first extract holds them, later ones their quarter. */
const HISTORY_MONTHS = 72

const tables = [
  ...frontDoorTables,
  ...needTables,
  ...protectionTables,
  ...careTables,
  ...healthTables,
  ...permanenceTables,
  ...staffTables,
  ...peopleTables,
]

/**
 * The county's quarterly extracts in the CSV form of the Standard Safeguarding Dataset, oldest
 * first. Each holds what happened in its quarter and everything still open; the first also holds
 * the six years before (of contacts, visits and allocations: one year). Files are made when asked
 * for, so that one quarter is in memory at a time.
 */
export function* demoExtracts(options: DemoOptions = {}): Generator<DemoExtract> {
  const quarters = quartersOf(options)
  const county = demoCounty(options)
  const page = paper()
  for (const { first, last } of quarters) {
    const from = firstDayOf(first)
    const to = lastDayOf(last)
    const since = first === quarters[0]?.first ? firstDayOf(first - HISTORY_MONTHS) : from
    const writing = {
      county,
      window: { from, to, since },
      dirt: options.mistakes === false ? clean : dirty,
      named: {
        children: new Uint8Array(county.happened.people.length),
        workers: new Uint8Array(10_000),
      },
    }
    const files = tables.map(each => {
      const { name, bytes } = fileOf(each, writing, page)
      return { name, bytes }
    })
    yield { asOf: to, files }
  }
}

/** The county after its last month; the extracts are written from it. */
export function demoCounty(options: DemoOptions = {}): County {
  const first = quartersOf(options)[0]?.first ?? LAST_MONTH
  const county = emptyCounty(options.seed ?? DEFAULT_SEED, options.scale ?? 1, {
    from: firstDayOf(first),
    to: lastDayOf(LAST_MONTH),
    livedFrom: firstDayOf(first - LIVED_BEFORE_MONTHS),
    keptFrom: firstDayOf(first - 12),
  })
  live(county)
  for (const sheet of Object.values(county.happened)) sheet.trim()
  return county
}

function quartersOf(
  options: DemoOptions,
): readonly { readonly first: Month; readonly last: Month }[] {
  const count = Math.max(1, Math.ceil((options.months ?? MONTHS) / 3))
  return Array.from({ length: count }, (_, place) => {
    const last = LAST_MONTH - 3 * (count - 1 - place)
    return { first: last - 2, last }
  })
}
