import { z } from 'zod'
import type { Day } from '#calendar'
import { definitionOf, dimensions } from '#indicators'
import type { FieldError } from '#kit/html/page.ts'
import { invalid } from '#kit/http/index.ts'
import { dayFrom } from '../day-from.ts'
import { severityKeys, sourceKindKeys } from '../finding.ts'
import { privateWordsIn } from '../private-words.ts'
import { themeKeys } from '../themes.ts'

export const text = (most: number, missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(most, `Use ${most.toLocaleString('en-GB')} characters or fewer.`)
export const maybeText = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use ${most.toLocaleString('en-GB')} characters or fewer.`)
    .default('')

/** A date as people write it. */
export const DayText = (missing: string) =>
  z.string({ error: missing }).transform((typed, context): Day => {
    const day = dayFrom(typed)
    if (day !== null) return day
    context.addIssue({ code: 'custom', message: missing })
    return z.NEVER
  })

/** The same where the date may be left out. */
export const MaybeDay = (words: string) =>
  z
    .string()
    .default('')
    .transform((typed, context): Day | null => {
      if (typed.trim() === '') return null
      const day = dayFrom(typed)
      if (day !== null) return day
      context.addIssue({ code: 'custom', message: words })
      return z.NEVER
    })

/** Names of organisations, one a line or with commas. */
export const Names = z
  .string()
  .max(2000)
  .default('')
  .transform(typed => [
    ...new Set(
      typed
        .split(/[\n,;]/)
        .map(each => each.trim())
        .filter(each => each !== ''),
    ),
  ])

export const CohortFields = {
  cohortIndicator: z
    .string()
    .trim()
    .max(20)
    .default('')
    .refine(code => code === '' || definitionOf(code) !== undefined, 'Choose an indicator.'),
  cohortDimension: z.union([z.literal(''), z.enum(dimensions)]).default(''),
  cohortPart: maybeText(120),
  cohortWords: maybeText(500),
}

export const FindingFields = z.object({
  words: text(8000, 'Enter what was found, word for word.'),
  sourceKind: z.enum(sourceKindKeys, { error: 'Choose where it was found.' }),
  source: text(300, 'Enter the document or occasion, such as ‘Peer review, May 2026’.'),
  foundOn: DayText('Enter the date it was found, such as 18 September 2017.'),
  theme: z.enum(themeKeys, { error: 'Choose a theme.' }),
  severity: z.enum(severityKeys, { error: 'Choose how severe it is.' }),
  sharedWith: Names,
  names: z.string().default(''),
  ...CohortFields,
})

/**
 * Stops words that could say which child it is about: what never belongs there is refused, and what
 * may be a name has to be looked at once (`names` is then ticked).
 * @throws invalid
 */
export function refusePrivate(
  values: Readonly<Record<string, string>>,
  isConfirmed: boolean,
): void {
  const issues: FieldError[] = []
  for (const [field, value] of Object.entries(values)) {
    const found = privateWordsIn(value)
    const [first] = found.never
    if (first !== undefined)
      issues.push({
        field,
        message: `Take out ${first.what}: what is written here is never about one known child.`,
      })
    else if (found.perhaps.length > 0 && !isConfirmed)
      issues.push({
        field,
        message: `${listed(found.perhaps)} may be ${found.perhaps.length === 1 ? 'the name of a person' : 'names of people'}. Take ${found.perhaps.length === 1 ? 'it' : 'them'} out, or tick below that nobody is named.`,
      })
  }
  if (issues.length > 0) throw invalid(issues)
}

const listed = (names: readonly string[]): string =>
  names
    .slice(0, 4)
    .map(name => `“${name}”`)
    .join(', ')
