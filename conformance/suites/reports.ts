import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type ReportReading, pagesOf, readReport } from '../../src/inspections/reading/index.ts'
import { completeness } from '../reports/full.ts'
import { type SheetRow, dateOfName, gradesCompared, readSheet, rowFor } from '../reports/sheet.ts'
import type { Suite, SuiteLine } from '../suite.ts'

type Read = {
  readonly name: string
  readonly pages: readonly string[]
  readonly reading: ReportReading | null
  readonly refusal: string | null
}

/**
 * Inspection reports against the sheet of grades that others scraped, and against their own text:
 * grades right of those published on the sheet's date, and reports since 2018 whose recommendations
 * were found in full.
 */
export const suite: Suite = {
  name: 'reports',
  async run(folder) {
    const within = join(folder, 'ofsted')
    const texts = join(within, 'text')
    if (!existsSync(texts)) return { lines: [], skipped: `no folder ${texts}` }
    const sheet = join(within, 'judgements.csv')
    const rows = existsSync(sheet) ? readSheet(readFileSync(sheet, 'utf8')) : []
    const reads = readdirSync(texts)
      .filter(name => name.endsWith('.txt'))
      .toSorted()
      .map(name => readText(name, readFileSync(join(texts, name), 'utf8')))
    return {
      lines: [
        readLine(reads),
        gradesLine('grades', reads, rows),
        recommendationsLine('recommendations', reads),
      ],
    }
  },
}

function readText(name: string, text: string): Read {
  const pages = pagesOf(text)
  const reading = readReport(pages)
  return reading.kind === 'report'
    ? { name, pages, reading, refusal: null }
    : { name, pages, reading: null, refusal: reading.message }
}

/** What a reader must find in any of them: who, when, and under which framework. */
function readLine(reads: readonly Read[]): SuiteLine {
  const lacking = reads.filter(
    ({ reading }) => reading === null || reading.authority === null || reading.fieldwork === null,
  )
  return {
    name: 'authority and dates',
    agreed: reads.length - lacking.length,
    total: reads.length,
    notes: lacking.map(each => `${each.name}: ${each.refusal ?? 'authority or dates not found'}`),
  }
}

function gradesLine(name: string, reads: readonly Read[], rows: readonly SheetRow[]): SuiteLine {
  let agreed = 0
  let total = 0
  let reports = 0
  const notes: string[] = []
  for (const read of reads) {
    const row = rowFor(rows, read.name, read.reading)
    if (row === null) continue
    reports++
    for (const { strand, sheet, read: grade, certain } of gradesCompared(row, read.reading)) {
      total++
      if (grade === sheet) agreed++
      else
        notes.push(
          `${read.name}: ${strand} is ${grade ?? 'not found'}${certain ? ' (said twice)' : ''}, the sheet has ${sheet}`,
        )
    }
  }
  return {
    name,
    agreed,
    total,
    notes: [`of ${reports} reports published on the sheet's date`, ...notes],
  }
}

function recommendationsLine(name: string, reads: readonly Read[]): SuiteLine {
  const since = reads.filter(read => (dateOfName(read.name) ?? '') >= '2018-01-01')
  const notes: string[] = []
  let agreed = 0
  for (const { name: file, pages, reading, refusal } of since) {
    const outcome = reading === null ? null : completeness(pages, reading)
    if (outcome === 'in full' || outcome === 'none in the report') agreed++
    else notes.push(`${file}: ${outcome ?? refusal ?? ''}`)
  }
  return { name, agreed, total: since.length, notes }
}
