import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Framework, GradeKey, Strand } from '../../src/inspections/frameworks/index.ts'
import { frameworkOf } from '../../src/inspections/frameworks/index.ts'
import type { ReportReading } from '../../src/inspections/reading/index.ts'

/** One inspection of the sheet that others scraped: dates ISO, and the grade of each judgement. */
export type SheetRow = {
  readonly urn: string
  readonly authority: string
  readonly start: string
  readonly end: string
  readonly published: string
  readonly grades: ReadonlyMap<Strand, GradeKey>
}

const row = z.object({
  urn: z.string(),
  local_authority: z.string(),
  inspection_start_date: z.string(),
  inspection_end_date: z.string(),
  publication_date: z.string(),
  overall_effectiveness_grade: z.string(),
  impact_of_leaders_grade: z.string(),
  help_and_protection_grade: z.string(),
  in_care_grade: z.string(),
  care_leavers_grade: z.string(),
})

const columns = [
  ['overall', 'overall_effectiveness_grade'],
  ['leadership', 'impact_of_leaders_grade'],
  ['help-and-protection', 'help_and_protection_grade'],
  ['children-in-care', 'in_care_grade'],
  ['care-leavers', 'care_leavers_grade'],
] as const

const gradeKeys: Readonly<Record<string, GradeKey>> = {
  outstanding: 'outstanding',
  good: 'good',
  'requires improvement': 'requires-improvement',
  inadequate: 'inadequate',
}

export function readSheet(text: string): readonly SheetRow[] {
  return z
    .array(row)
    .parse(parse(text, { columns: true, bom: true }))
    .map(each => ({
      urn: each.urn,
      authority: each.local_authority,
      start: isoOf(each.inspection_start_date),
      end: isoOf(each.inspection_end_date),
      published: isoOf(each.publication_date),
      // “nan” and “inspection_pre_dates_judgement” are no grades.
      grades: new Map(
        columns.flatMap(([strand, column]) => {
          const grade = gradeKeys[each[column]]
          return grade === undefined ? [] : [[strand, grade] as const]
        }),
      ),
    }))
}

/** 05/08/2025, or 05/08/25 as the sheet has it in its last date. */
function isoOf(written: string): string {
  const [day = '', month = '', year = ''] = written.split('/')
  return `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

const months =
  'january february march april may june july august september october november december'.split(' ')

/** The date that ends a file's name, “…_-_13_june_2017.txt”; null where there is none. */
export function dateOfName(name: string): string | null {
  const match = /(\d{1,2})_([a-z]+)_(\d{4})\.\w+$/i.exec(name)
  const month = months.indexOf((match?.[2] ?? '').toLowerCase()) + 1
  return match === null || month === 0
    ? null
    : `${match[3]}-${String(month).padStart(2, '0')}-${(match[1] ?? '').padStart(2, '0')}`
}

/** The sheet's row of a file by the number that begins its name and its date; else by the inspection's first day and the authority. */
export function rowFor(
  rows: readonly SheetRow[],
  name: string,
  reading: ReportReading | null,
): SheetRow | null {
  const published = dateOfName(name)
  const urn = /^(\d+)_/.exec(name)?.[1]
  if (urn !== undefined)
    return rows.find(each => each.urn === urn && each.published === published) ?? null
  if (reading === null) return null
  const authority = simple(reading.authority?.value ?? '')
  return (
    rows.find(
      each =>
        each.published === published &&
        (each.start === reading.fieldwork?.value.start || simple(each.authority) === authority),
    ) ?? null
  )
}

const simple = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('&', 'and')
    .replaceAll(/[^a-z]/g, '')

export type GradeCompared = {
  readonly strand: Strand
  readonly sheet: GradeKey
  readonly read: GradeKey | null
  readonly certain: boolean
}

/** Each grade that the sheet has for an inspection, beside what was read in the report. */
export function gradesCompared(
  sheet: SheetRow,
  reading: ReportReading | null,
): readonly GradeCompared[] {
  const framework: Framework | null = reading === null ? null : frameworkOf(reading.framework.value)
  return [...sheet.grades].map(([strand, grade]) => {
    const judgement = framework?.judgements.find(each => each.strand === strand)
    const found = reading?.grades.find(each => each.value.judgement === judgement?.key)
    return {
      strand,
      sheet: grade,
      read: found?.value.grade ?? null,
      certain: found?.confidence === 'certain',
    }
  })
}
