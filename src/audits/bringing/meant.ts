import { guessMapping, type KeptSheet, type Mapping } from '#findings'
import type { FieldError } from '#kit/html/page.ts'
import { invalid } from '#kit/http/index.ts'
import { type Grade, gradeFrom, grades } from '#practice'

// Audits of other years and services have other scales: whoever brings them says what each grade of
// theirs stands for, and its own word is kept.

/** What a written grade, plain, stands for. */
export type GradeMeanings = ReadonlyMap<string, Grade>

const plain = (written: string): string => written.toLowerCase().replaceAll(/\s+/g, ' ').trim()

export const gradeMeant = (written: string, meanings: GradeMeanings): Grade | null =>
  gradeFrom(written) ?? meanings.get(plain(written)) ?? null

/** More kinds of grade than this are no scale: another column was chosen. */
const MOST = 12
const gradeColumns = ['grade', 'own', 'moderated'] as const

/** The written grades of a table that no grade of ours is called by, each once, with how often. */
export function unknownGrades(
  { lines }: Pick<KeptSheet, 'lines'>,
  mapping: Mapping,
): ReadonlyMap<string, { readonly written: string; readonly rows: number }> {
  const found = new Map<string, { written: string; rows: number }>()
  for (const { cells } of lines) {
    const own = new Map(
      gradeColumns.map(column => {
        const written = cells[mapping[column] ?? -1]?.trim() ?? ''
        return [plain(written), written]
      }),
    )
    for (const [key, written] of own)
      if (key !== '' && gradeFrom(written) === null)
        found.set(key, {
          written: found.get(key)?.written ?? written,
          rows: (found.get(key)?.rows ?? 0) + 1,
        })
  }
  return found.size > MOST ? new Map() : found
}

/** The field that asks for a grade: letters and figures as they are, all else by its number. */
export const meaningField = (key: string): string =>
  `stands-for-${key.replaceAll(/[^a-z0-9]/g, other => `_${other.codePointAt(0)}`)}`
/** Chosen where the rows are given back. */
export const GIVEN_BACK = 'none'

/**
 * What a form says that the unknown grades of a table stand for.
 * @throws invalid where it does not say it of one of them
 */
export function meaningsFrom(
  body: Readonly<Record<string, unknown>>,
  sheet: Pick<KeptSheet, 'lines'>,
  mapping: Mapping,
): GradeMeanings {
  const meanings = new Map<string, Grade>()
  const issues: FieldError[] = []
  for (const [key, { written }] of unknownGrades(sheet, mapping)) {
    const chosen = body[meaningField(key)]
    const grade = grades.find(each => each === chosen)
    if (grade !== undefined) meanings.set(key, grade)
    else if (chosen !== GIVEN_BACK)
      issues.push({
        field: meaningField(key),
        message: `Choose what “${written.slice(0, 40)}” stands for, or that its rows are given back.`,
      })
  }
  if (issues.length > 0) throw invalid(issues)
  return meanings
}

/** The columns that a form has chosen; before anybody has, those that their headings tell. */
export function chosenColumns(
  values: Readonly<Record<string, unknown>>,
  headings: readonly string[],
  known: Readonly<Record<string, readonly string[]>>,
): Mapping {
  const chosen = Object.entries(values).flatMap(([name, value]) =>
    name.startsWith('column-') && typeof value === 'string' && value !== ''
      ? [[name.slice(7), Number(value)] as const]
      : [],
  )
  return chosen.length > 0 ? Object.fromEntries(chosen) : guessMapping(headings, known)
}
