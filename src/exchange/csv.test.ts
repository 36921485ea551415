import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryPublished } from '../../conformance/published/arbitrary.ts'
import { actionsCsv, decisionsCsv, meetingsCsv } from './csv.ts'

test('every row is as wide as its headings, holds what was published, and runs nothing', () => {
  fc.assert(
    fc.property(arbitraryPublished(), published => {
      for (const [text, things] of [
        [meetingsCsv(published), published.meetings],
        [decisionsCsv(published), published.decisions],
        [actionsCsv(published), published.actions],
      ] as const) {
        // Without relaxing: a row of another width is an error.
        const rows: string[][] = parse(text, { bom: true })
        expect(rows.slice(1).map(row => row[0])).toEqual(things.map(each => each.id))
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/)
      }
    }),
    { numRuns: 100 },
  )
})
