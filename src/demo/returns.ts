import type { SourceFile } from '#extracts'
import { type DemoOptions, demoCounty } from './extracts.ts'
import { censusReturn } from './returns/census.ts'
import { asTyped } from './returns/as-typed.ts'
import { ssda903Return } from './returns/ssda903.ts'

export interface DemoReturns {
  /** The SSDA903 return: one CSV file for each of its tables. */
  readonly ssda903: readonly SourceFile[]
  /** The children in need census, in XML. */
  readonly census: SourceFile
}

/**
 * The same county's statutory returns for one year to 31 March (2020 to 2026), for those who want
 * to try the load command with ordinary files.
 */
export function demoReturns(year: number, options: DemoOptions = {}): DemoReturns {
  const county = demoCounty(options)
  return { ssda903: ssda903Return(county, year), census: censusReturn(county, year) }
}

/**
 * The SSDA903 return of a year as people typed it, and the census: what the demonstration holds
 * against its own extracts. They differ where somebody forgot a child or the end of an episode.
 */
export function demoSecondSource(year: number, options: DemoOptions = {}): DemoReturns {
  const { ssda903, census } = demoReturns(year, options)
  return { ssda903: options.mistakes === false ? ssda903 : asTyped(ssda903), census }
}
