import { longDay, parseIsoDay } from '#calendar'
import { frameworkOf } from './frameworks/index.ts'
import type { InspectionKind, PointKind, Statement } from './inspection.ts'
import type { Found, Recommendation, ReportReading, VisitKind } from './reading/index.ts'

const kindOf: Readonly<Record<VisitKind, InspectionKind>> = {
  'full inspection': 'full',
  'focused visit': 'focused',
  'monitoring visit': 'monitoring',
  'assurance visit': 'assurance',
  'joint inspection': 'jtai',
  'peer review': 'peer-review',
  'mock inspection': 'mock',
}

/** The kind of inspection that a report is of, by its inspectorate where that decides. */
export function kindRead({ visit, inspectorate }: ReportReading): InspectionKind {
  if (inspectorate === 'HM Inspectorate of Probation') return 'hmip'
  if (inspectorate === 'Ofsted and the Care Quality Commission') return 'send'
  return kindOf[visit.value]
}

export interface ProposedPoint {
  readonly kind: PointKind
  readonly words: string
  readonly number: string
  readonly paragraphs: string
  readonly page: string
}

/** What was read, as the fields of the form that a person confirms. Days are in words. */
export interface Proposal {
  readonly values: Readonly<Record<string, string>>
  readonly points: readonly ProposedPoint[]
}

const inWords = (iso: string | null | undefined): string => {
  const day = iso == null ? null : parseIsoDay(iso)
  return day === null ? '' : longDay(day)
}

export function proposalOf(reading: ReportReading): Proposal {
  const grades = Object.fromEntries(
    reading.grades.map(({ value }) => [`grade-${value.judgement}`, value.grade]),
  )
  const points = [
    ...reading.recommendations.map(found => pointOf(found, askedKind(found))),
    ...reading.boardRecommendations.map(found => pointOf(found, 'board')),
    ...reading.strengths.map(found => pointOf(found, 'strength')),
  ]
  return {
    values: {
      kind: kindRead(reading),
      framework: reading.framework.value,
      beganOn: inWords(reading.fieldwork?.value.start),
      endedOn: inWords(reading.fieldwork?.value.end),
      publishedOn: inWords(reading.published?.value),
      statement: statementOf(reading, points),
      ...grades,
    },
    points,
  }
}

const askedKind = ({ value }: Found<Recommendation>): PointKind =>
  value.group !== null && /priority/i.test(value.group) ? 'priority' : 'recommendation'

function pointOf(found: Found<Recommendation>, kind: PointKind): ProposedPoint {
  const { words, points, number, paragraphs } = found.value
  return {
    kind,
    words: [words, ...points.map(point => `• ${point}`)].join('\n'),
    number: number ?? '',
    paragraphs: paragraphs.join(', '),
    page: String(found.places[0]?.page ?? ''),
  }
}

/** A statement is due after an inspection of the whole, and after a visit with priority action. */
function statementOf(reading: ReportReading, points: readonly ProposedPoint[]): Statement {
  if (points.some(({ kind }) => kind === 'priority')) return 'priority'
  const isWhole = reading.visit.value === 'full inspection' && reading.inspectorate === 'Ofsted'
  return isWhole && frameworkOf(reading.framework.value).key !== 'before-sif' ? 'full' : 'none'
}

/** A line of a page with what was read from it. */
export interface MarkedLine {
  readonly number: number
  readonly text: string
  /** 'Recommendation 3'; empty where nothing was read from it. */
  readonly marks: readonly string[]
}
export interface MarkedPage {
  readonly number: number
  readonly lines: readonly MarkedLine[]
}

/** Each thing that was read, in a few words, with where it was read and how sure that is. */
export interface Read {
  readonly what: string
  readonly says: string
  readonly why: string
  readonly confidence: Found<unknown>['confidence']
  readonly page: number | null
  readonly line: number | null
}

export function everythingRead(reading: ReportReading): readonly Read[] {
  return readIn(reading).map(({ what, says, found }) => ({
    what,
    says,
    why: found.why,
    confidence: found.confidence,
    page: found.places[0]?.page ?? null,
    line: found.places[0]?.firstLine ?? null,
  }))
}

type Named = {
  readonly what: string
  readonly says: string
  readonly found: Pick<Found<unknown>, 'places' | 'why' | 'confidence'>
}

function readIn(reading: ReportReading): readonly Named[] {
  const framework = frameworkOf(reading.framework.value)
  const judgementName = (key: string): string =>
    framework.judgements.find(each => each.key === key)?.name ?? key
  const maybe = (what: string, found: Found<unknown> | null, says: string): readonly Named[] =>
    found === null ? [] : [{ what, says, found }]
  const { fieldwork, published, authority } = reading
  const nth = (what: string, all: readonly Found<Recommendation>[]): readonly Named[] =>
    all.map((found, at) => ({ what: `${what} ${at + 1}`, says: found.value.words, found }))
  return [
    ...maybe('Authority', authority, authority?.value ?? ''),
    { what: 'Kind', says: reading.visit.value, found: reading.visit },
    { what: 'Framework', says: framework.shortName, found: reading.framework },
    ...maybe(
      'Dates on site',
      fieldwork,
      `${inWords(fieldwork?.value.start)} to ${inWords(fieldwork?.value.end)}`,
    ),
    ...maybe('Published', published, inWords(published?.value)),
    ...reading.grades.map(found => ({
      what: judgementName(found.value.judgement),
      says: found.value.words,
      found,
    })),
    ...nth('Recommendation', reading.recommendations),
    ...nth('Recommendation to the safeguarding board', reading.boardRecommendations),
    ...nth('Strength', reading.strengths),
  ]
}

/** Pages beyond this many are shown only where something was read from them. */
const MOST_PAGES = 80

/** The pages with the lines marked that something was read from. */
export function markedPages(
  pages: readonly string[],
  reading: ReportReading,
): readonly MarkedPage[] {
  const marks = new Map<string, string[]>()
  for (const { what, found } of readIn(reading))
    for (const { page, firstLine, lastLine } of found.places)
      for (let line = firstLine; line <= lastLine; line++) {
        const key = `${page}:${line}`
        marks.set(key, [...(marks.get(key) ?? []), what])
      }
  const marked = new Set([...marks.keys()].map(key => Number(key.split(':')[0])))
  return pages.flatMap((text, index): readonly MarkedPage[] => {
    const number = index + 1
    if (number > MOST_PAGES && !marked.has(number)) return []
    const lines = text.split('\n').map((line, at) => ({
      number: at + 1,
      text: line,
      marks: marks.get(`${number}:${at + 1}`) ?? [],
    }))
    return [{ number, lines }]
  })
}
