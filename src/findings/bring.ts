import type { Day } from '#calendar'
import {
  type NewFinding,
  type Severity,
  severityKeys,
  type SourceKind,
  sourceKindKeys,
  sourceKinds,
} from './finding.ts'
import { dayFrom } from './day-from.ts'
import { privateWordsIn } from './private-words.ts'
import type { Mapping, SheetLine } from './sheet.ts'
import { themeNamed } from './themes.ts'

/** The fields of a finding that a column can hold, with the headings that tables have for them. */
export const findingColumns = {
  words: [
    'finding',
    'recommendation',
    'words',
    'what was found',
    'comment',
    'description',
    'text',
    'issue',
  ],
  source: ['source', 'document', 'report', 'where from', 'reference', 'title'],
  sourceKind: ['kind of source', 'source kind', 'source type', 'kind', 'type'],
  theme: ['theme', 'topic', 'category', 'area'],
  foundOn: ['date', 'found on', 'date found', 'date of report', 'received', 'date received'],
  severity: ['severity', 'priority', 'risk', 'rating'],
  cohort: ['children', 'cohort', 'about which children', 'group of children'],
} as const
export type FindingColumn = keyof typeof findingColumns

export const columnWords: Readonly<Record<FindingColumn, string>> = {
  words: 'What was found, word for word',
  source: 'Where: the document or occasion',
  sourceKind: 'Kind of source',
  theme: 'Theme',
  foundOn: 'Date',
  severity: 'Severity',
  cohort: 'Which children, in words',
}

// as: the keys of a constant are its columns.
export const columnKeys = Object.keys(findingColumns) as FindingColumn[]

/** What stands for every row where a column does not say it. */
export interface Defaults {
  readonly source: string
  readonly sourceKind: SourceKind
  readonly foundOn: Day | null
}

export type RowRead =
  | { readonly kind: 'finding'; readonly finding: NewFinding }
  | { readonly kind: 'refused'; readonly message: string }

/** A row as a finding, or why it is none. A theme or severity that is not ours is kept in words. */
export function findingFrom(
  { cells }: SheetLine,
  mapping: Mapping,
  defaults: Defaults,
  today: Day,
): RowRead {
  const cell = (field: FindingColumn): string => cells[mapping[field] ?? -1]?.trim() ?? ''
  const refuse = (message: string): RowRead => ({ kind: 'refused', message })
  const words = cell('words')
  if (words.length < 5) return refuse('There are no words that say what was found.')
  if (words.length > 8000) return refuse('The words are longer than 8,000 characters.')
  const secret = privateWordsIn(`${words} ${cell('cohort')} ${cell('source')}`)
  const [first] = secret.never
  if (first !== undefined)
    return refuse(`It holds ${first.what}. Take it out: a finding is never about a known child.`)
  const [name] = secret.perhaps
  if (name !== undefined)
    return refuse(
      `“${name}” may be the name of a person. Take it out, or bring this finding by hand and say that it is none.`,
    )
  const dateText = cell('foundOn')
  const foundOn = dateText === '' ? defaults.foundOn : dayFrom(dateText)
  if (foundOn === null)
    return refuse(
      dateText === ''
        ? 'It has no date, and no date was given for all.'
        : `“${dateText.slice(0, 40)}” is not a date such as 18 September 2017.`,
    )
  if (foundOn > today) return refuse('Its date lies in the future.')
  const kindText = cell('sourceKind')
  const sourceKind = kindText === '' ? defaults.sourceKind : sourceKindNamed(kindText)
  if (sourceKind === null)
    return refuse(`“${kindText.slice(0, 60)}” is not a kind of source that is known here.`)
  const source = cell('source') || defaults.source
  if (source === '') return refuse('It does not say where this was found.')
  return {
    kind: 'finding',
    finding: {
      words,
      source,
      sourceKind,
      foundOn,
      theme: themeNamed(cell('theme')) ?? 'other',
      severity: severityNamed(cell('severity')),
      cohort: { indicator: null, dimension: null, part: null, words: cell('cohort') || null },
      sharedWith: [],
    },
  }
}

export function sourceKindNamed(text: string): SourceKind | null {
  const plain = text.trim().toLowerCase()
  return (
    sourceKindKeys.find(key => key === plain || sourceKinds[key].toLowerCase() === plain) ??
    (/ofsted|inspect|ilacs/.test(plain) && !/mock/.test(plain) ? 'inspection' : null) ??
    sourceKindKeys
      .toSorted((a, b) => b.length - a.length)
      .find(key => plain.includes(key.replaceAll('-', ' '))) ??
    null
  )
}

/** What councils call it; medium where nothing is said or the word is another. */
export function severityNamed(text: string): Severity {
  const plain = text.trim().toLowerCase()
  const exact = severityKeys.find(key => key === plain)
  if (exact !== undefined) return exact
  if (/urgent|critical|immediate|red\b/.test(plain)) return 'urgent'
  if (/high|major|priority/.test(plain)) return 'high'
  if (/low|minor|green/.test(plain)) return 'low'
  return 'medium'
}
