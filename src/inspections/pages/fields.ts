import { z } from 'zod'
import { type Day, longDay } from '#calendar'
import { DayText, MaybeDay, maybeText } from '#findings'
import type { FieldError } from '#kit/html/page.ts'
import { type FormValues, invalid, listOf } from '#kit/http/index.ts'
import type { Said } from '../change.ts'
import { type FrameworkKey, frameworkOf, frameworks, type GradeKey } from '../frameworks/index.ts'
import { type Inspection, inspectionKindKeys, pointKindKeys, usualTitle } from '../inspection.ts'
import type { Proposal } from '../proposal.ts'

// as: a list of frameworks has their keys.
const frameworkKeys = frameworks.map(each => each.key) as [FrameworkKey, ...FrameworkKey[]]

export const Framework = z.union([z.literal('').transform(() => null), z.enum(frameworkKeys)])
export const Kind = z.enum(inspectionKindKeys, { error: 'Choose what kind of inspection it was.' })

const maybeNumber = (words: string, most: number) =>
  z
    .string()
    .trim()
    .default('')
    .transform((typed, context): number | null => {
      if (typed === '') return null
      const number = Number(typed)
      if (/^\d+$/.test(typed) && number >= 1 && number <= most) return number
      context.addIssue({ code: 'custom', message: words })
      return z.NEVER
    })

const dates = 'such as 18 September 2017, or leave it empty.'

/** What the form of an inspection sends; grades and points have names with numbers in them. */
export const InspectionFields = z.looseObject({
  kind: Kind,
  framework: Framework.default(null),
  title: maybeText(200),
  theme: maybeText(200),
  visitNumber: maybeNumber('Enter the number of the visit, such as 3.', 99),
  beganOn: DayText('Enter the first day on site, such as 18 September 2017.'),
  endedOn: DayText('Enter the last day on site, such as 22 September 2017.'),
  teamSize: maybeNumber('Enter how many people came, such as 6.', 99),
  receivedOn: MaybeDay(`Enter the day the report came, ${dates}`),
  embargoedUntil: MaybeDay(`Enter the day the embargo ends, ${dates}`),
  publishedOn: MaybeDay(`Enter the day it was or will be published, ${dates}`),
  readers: listOf(z.string().max(100)),
  summary: maybeText(8000),
  statement: z.enum(['none', 'full', 'priority']).default('none'),
  inbox: z.string().default(''),
})
export type InspectionFields = z.output<typeof InspectionFields>

const textIn = (body: Readonly<Record<string, unknown>>, field: string): string => {
  const value = body[field]
  return typeof value === 'string' ? value.trim() : ''
}

/** As many recommendations and strengths as one report may have. */
const MOST_POINTS = 200

/**
 * What the form says, with dates that agree.
 * @param keeper who fills it in, and always may read it
 * @throws invalid
 */
export function saidIn(
  body: InspectionFields,
  documentId: string | null,
  keeper: string,
  today: Day,
): Said {
  const issues = [...datesThatDisagree(body, today), ...pointIssues(body)]
  if (issues.length > 0) throw invalid(issues)
  const { kind, framework, theme, visitNumber, embargoedUntil } = body
  const named = { kind, framework, theme: theme === '' ? null : theme, visitNumber }
  return {
    ...named,
    title: body.title === '' ? usualTitle(named) : body.title,
    beganOn: body.beganOn,
    endedOn: body.endedOn,
    teamSize: body.teamSize,
    receivedOn: body.receivedOn,
    embargoedUntil,
    readers: embargoedUntil === null ? [] : [...new Set([keeper, ...body.readers])],
    publishedOn: body.publishedOn,
    summary: body.summary,
    statement: body.statement,
    documentId,
    judgements: judgementsIn(body, framework),
    points: pointsIn(body),
  }
}

function datesThatDisagree(body: InspectionFields, today: Day): readonly FieldError[] {
  const { beganOn, endedOn, receivedOn, embargoedUntil, publishedOn } = body
  const issues: FieldError[] = []
  const say = (wrong: boolean, field: string, message: string): void => {
    if (wrong) issues.push({ field, message })
  }
  say(beganOn > today, 'beganOn', 'The first day on site must not lie in the future.')
  say(endedOn < beganOn, 'endedOn', 'The last day on site is before the first.')
  const before = (day: Day | null): boolean => day !== null && day < beganOn
  const began = longDay(beganOn)
  say(
    before(receivedOn),
    'receivedOn',
    `The report cannot have come before the inspection began on ${began}.`,
  )
  say(
    before(publishedOn),
    'publishedOn',
    `It cannot be published before the inspection began on ${began}.`,
  )
  say(
    before(embargoedUntil),
    'embargoedUntil',
    `An embargo cannot end before the inspection began on ${began}.`,
  )
  say(
    receivedOn !== null && receivedOn > today,
    'receivedOn',
    'The day the report came must not lie in the future.',
  )
  say(
    publishedOn !== null && embargoedUntil !== null && publishedOn < embargoedUntil,
    'embargoedUntil',
    'The embargo would end after the report is published. Check both days.',
  )
  return issues
}

function judgementsIn(
  body: Readonly<Record<string, unknown>>,
  framework: FrameworkKey | null,
): Said['judgements'] {
  if (framework === null) return []
  const { judgements, grades } = frameworkOf(framework)
  return judgements.flatMap(({ key }) => {
    const chosen = textIn(body, `grade-${key}`)
    const grade = grades.find(each => each.key === chosen)
    return grade === undefined ? [] : [{ judgement: key, grade: grade.key, words: grade.words[0] }]
  })
}

/** The numbers of the points that were sent, in order. */
export function pointNumbers(body: Readonly<Record<string, unknown>>): readonly number[] {
  return Object.keys(body)
    .flatMap(key => /^point-(\d{1,3})-words$/.exec(key)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b)
    .slice(0, MOST_POINTS)
}

function pointIssues(body: Readonly<Record<string, unknown>>): readonly FieldError[] {
  return pointNumbers(body).flatMap((at): readonly FieldError[] => {
    const page = textIn(body, `point-${at}-page`)
    if (textIn(body, `point-${at}-words`).length > 8000)
      return [{ field: `point-${at}-words`, message: 'Use 8,000 characters or fewer.' }]
    if (page !== '' && !/^\d{1,4}$/.test(page))
      return [{ field: `point-${at}-page`, message: 'Enter the page as a number, such as 4.' }]
    return []
  })
}

function pointsIn(body: Readonly<Record<string, unknown>>): Said['points'] {
  return pointNumbers(body).flatMap(at => {
    const field = (name: string): string => textIn(body, `point-${at}-${name}`)
    const words = field('words').replaceAll('\r\n', '\n')
    if (words === '') return []
    const kind = pointKindKeys.find(each => each === field('kind')) ?? 'recommendation'
    return [
      {
        id: field('id') === '' ? null : field('id'),
        kind,
        words,
        number: field('number') === '' ? null : field('number').slice(0, 20),
        paragraphs: field('paragraphs').slice(0, 200),
        page: field('page') === '' ? null : Number(field('page')),
      },
    ]
  })
}

/** The fields as they are filled in from what was read. */
export function valuesOfProposal({ values, points }: Proposal): FormValues {
  return { ...values, inbox: 'yes', ...pointValues(points) }
}

/** The fields as they are filled in from what was recorded. */
export function valuesOf(inspection: Inspection): FormValues {
  const day = (value: Day | null): string => (value === null ? '' : longDay(value))
  const text = (value: string | number | null): string => (value === null ? '' : String(value))
  return {
    kind: inspection.kind,
    framework: inspection.framework ?? '',
    title: inspection.title,
    theme: inspection.theme ?? '',
    visitNumber: text(inspection.visitNumber),
    beganOn: day(inspection.beganOn),
    endedOn: day(inspection.endedOn),
    teamSize: text(inspection.teamSize),
    receivedOn: day(inspection.receivedOn),
    embargoedUntil: day(inspection.embargoedUntil),
    publishedOn: day(inspection.publishedOn),
    readers: inspection.readers,
    summary: inspection.summary,
    statement: inspection.statement,
    ...Object.fromEntries(
      inspection.judgements.map(({ judgement, grade }): [string, GradeKey] => [
        `grade-${judgement}`,
        grade,
      ]),
    ),
    ...pointValues(
      inspection.points.map(point => ({
        ...point,
        number: text(point.number),
        page: text(point.page),
      })),
    ),
  }
}

type PointValues = {
  readonly id?: string
  readonly kind: string
  readonly words: string
  readonly number: string
  readonly paragraphs: string
  readonly page: string
}

function pointValues(points: readonly PointValues[]): FormValues {
  return Object.fromEntries(
    points.flatMap((point, at) => [
      [`point-${at}-id`, point.id ?? ''],
      [`point-${at}-kind`, point.kind],
      [`point-${at}-words`, point.words],
      [`point-${at}-number`, point.number],
      [`point-${at}-paragraphs`, point.paragraphs],
      [`point-${at}-page`, point.page],
    ]),
  )
}
