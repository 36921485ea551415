import type { Day } from '#calendar'
import { type Mapping, privateWordsIn, type SheetLine } from '#findings'
import { type Grade, gradeFrom, grades, gradeWords } from '#practice'
import { auditDay } from './day.ts'
import { type GradeMeanings, gradeMeant } from './meant.ts'

/** The fields of an audit that a column can hold, with the headings that tables have for them. */
export const auditColumns = {
  date: [
    'date',
    'date of audit',
    'audit date',
    'audited on',
    'completed',
    'date completed',
    'month',
    'when',
  ],
  team: ['team', 'service', 'team name', 'section', 'area'],
  grade: [
    'grade',
    'overall grade',
    'auditor grade',
    'judgement',
    'overall judgement',
    'rating',
    'overall',
    'outcome',
  ],
  auditor: ['auditor', 'audited by', 'completed by', 'audit by', 'manager', 'who looked'],
  child: ['key', 'reference', 'own key', 'case reference', 'audit reference', 'id', 'ref'],
  tool: ['tool', 'kind of audit', 'audit type', 'type', 'template', 'form'],
  own: ['own grade', 'self grade', 'practitioner grade', 'worker grade', 'self assessment'],
  moderated: ['moderated grade', 'moderated', 'moderation grade', 'final grade'],
  text: ['text', 'comments', 'summary', 'findings', 'learning', 'notes', 'what was found', 'found'],
} as const
export type AuditColumn = keyof typeof auditColumns

export const auditColumnWords: Readonly<Record<AuditColumn, string>> = {
  date: 'Date of the audit',
  team: 'Team',
  grade: 'Grade',
  auditor: 'Auditor',
  child: 'Own key of the child or the audit, never a name',
  tool: 'Kind of audit',
  own: 'Practitioner’s own grade',
  moderated: 'Moderated grade',
  text: 'What was found, in words',
}

// as: the keys of a constant are its columns.
export const auditColumnKeys = Object.keys(auditColumns) as AuditColumn[]
export const neededColumns: readonly AuditColumn[] = ['date', 'team', 'grade']

/** A row of a table as the audit that it tells of. */
export interface BroughtAudit {
  readonly on: Day
  readonly team: string
  readonly grade: Grade
  readonly auditor: string
  readonly key: string
  readonly toolWords: string
  readonly own: Grade | null
  readonly moderated: Grade | null
  readonly text: string
  /** What the table wrote otherwise than it is kept, a sentence each. */
  readonly notes: readonly string[]
}

export type AuditRowRead =
  | { readonly kind: 'audit'; readonly audit: BroughtAudit }
  | { readonly kind: 'refused'; readonly message: string }

/** What `keepTable` leaves in the place of a number that is never kept. */
const leftOut = /\[(an? [a-z ]+) left out\]/i

/**
 * A row as an audit, or why it is none, in words for whoever brought it.
 * @param looked whether somebody looked at what may be names, and nobody is named
 */
export function auditFrom(
  { cells }: SheetLine,
  mapping: Mapping,
  {
    today,
    looked,
    meanings = new Map(),
  }: {
    readonly today: Day
    readonly looked: boolean
    /** What the grades of another scale stand for. */
    readonly meanings?: GradeMeanings
  },
): AuditRowRead {
  const cell = (field: AuditColumn): string => cells[mapping[field] ?? -1]?.trim() ?? ''
  const refuse = (message: string): AuditRowRead => ({ kind: 'refused', message })
  const dateText = cell('date')
  if (dateText === '') return refuse('It has no date.')
  const day = auditDay(dateText)
  if (day === null) return refuse(`${quoted(dateText)} is not a date such as 18 September 2017.`)
  const { on } = day
  if (on > today) return refuse('Its date lies in the future.')
  const team = cell('team')
  if (team === '') return refuse('It does not say which team’s work was audited.')
  if (cell('grade') === '') return refuse('It has no grade.')
  const meant = (written: string): Grade | null => gradeMeant(written, meanings)
  const given = { grade: cell('grade'), own: cell('own'), moderated: cell('moderated') }
  const unknown = Object.values(given).find(each => each !== '' && meant(each) === null)
  if (unknown !== undefined) return refuse(`${quoted(unknown)} is not a grade: use ${scale}.`)
  const grade = meant(given.grade)
  if (grade === null) return refuse('It has no grade.')
  const key = cell('child')
  const wrong = wrongKey(key)
  if (wrong !== null) return refuse(wrong)
  const text = cell('text')
  if (text.length > LONGEST) return refuse('Its words are longer than 8,000 characters.')
  const named = looked ? null : wrongWords(text)
  const masked = leftOut.exec(text)?.[1]
  if (masked !== undefined)
    return refuse(`Its words held ${masked}, which is not kept. Bring the row again without it.`)
  if (named !== null) return refuse(named)
  const audit = {
    on,
    team,
    grade,
    auditor: cell('auditor'),
    key,
    toolWords: cell('tool'),
    own: meant(given.own),
    moderated: meant(given.moderated),
    text,
    notes: [
      ...(day.note === '' ? [] : [day.note]),
      ...otherwise('grade', given.grade),
      ...otherwise('practitioner’s own grade', given.own),
      ...otherwise('moderated grade', given.moderated),
    ],
  }
  const long = [team, audit.auditor, key, audit.toolWords].find(each => each.length > 200)
  if (long !== undefined) return refuse(`${quoted(long)} is longer than 200 characters.`)
  return { kind: 'audit', audit }
}

/** A grade of another scale stays known by its own word. */
const otherwise = (what: string, written: string): readonly string[] =>
  written === '' || gradeFrom(written) !== null
    ? []
    : [`The ${what} was written as ${quoted(written)}.`]

/** A column that says who a child is, by its heading: whatever stands in it is not kept. */
export const saysWho = (heading: string): boolean =>
  /^names?$|\b(?:d\.?o\.?b|date of birth|birth date|nhs|upn|unique pupil|postcode|post code|home address|child’?'?s address|phone|mobile|surname|forenames?|first name|last name|family name|initials)\b/i.test(
    heading,
  ) ||
  (/\bnames?\b/i.test(heading) &&
    /\b(?:child|children|young person|yp|client|service user|pupil|mother|father|parent|carer)/i.test(
      heading,
    ))

const LONGEST = 8000
const scale = `${grades
  .slice(0, -1)
  .map(each => gradeWords[each])
  .join(', ')} or ${gradeWords.inadequate}`

const quoted = (text: string): string => `“${text.slice(0, 60)}”`

/** A key of the council’s own says nothing about who a child is: a number, or letters with one. */
function wrongKey(key: string): string | null {
  if (key === '') return null
  const masked = leftOut.exec(key)?.[1]
  const never = privateWordsIn(key).never[0]?.what ?? masked
  if (never !== undefined)
    return `The key of the child is ${never}. Use a key of your own that says nothing about who it is.`
  if (/\d/.test(key)) return null
  return `${quoted(key)} may be a name. A key has a number in it and says nothing about who the child is.`
}

function wrongWords(text: string): string | null {
  const { never, perhaps } = privateWordsIn(text)
  const [number] = never
  if (number !== undefined) return `Its words hold ${number.what}. Bring the row again without it.`
  const [name] = perhaps
  return name === undefined
    ? null
    : `${quoted(name)} may be the name of a person. Take it out and bring the row again, or say before that nobody is named.`
}

/**
 * What makes two rows the same audit. With a key of the council's own it is the key, the day, the
 * kind and the auditor: another grade is then a contradiction and no other audit. Without one it is
 * all that the row says, and how many such rows stood before it in the table.
 */
export function sameAs(audit: BroughtAudit, before: number): string {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, ' ')
  const base = [audit.on, plain(audit.team), plain(audit.toolWords), plain(audit.auditor)]
  if (audit.key !== '') return JSON.stringify([...base, 'key', plain(audit.key)])
  const { grade, own, moderated, text } = audit
  return JSON.stringify([...base, 'row', grade, own, moderated, plain(text), before])
}
