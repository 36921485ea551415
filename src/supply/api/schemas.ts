import { z } from 'zod'
import { dimensions } from '#indicators'
import { Problem } from './endpoint.ts'

// What programs get, in words that are the same on the pages. A field that is here keeps its name.

const code = z.string().describe('The code of the indicator, such as AS01')
const name = z.string().describe('The name of the indicator')
const by = z.enum(dimensions).describe('The breakdown; county is the whole')
const part = z.string().describe('The part of the breakdown; empty for the whole county')
const month = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .describe('Year and month, such as 2026-03; of a quarter or a year its last month')
const unit = z.string().describe('What the value is in: per cent, number, per 10,000 a year, days')
const version = z.int().describe('The version of the definition that it was counted by')
const verdict = z
  .enum(['improving', 'worse', 'changed', 'no-change', 'not-enough-data', 'no-data'])
  .describe('What process control says of the newest figures')
const nullable = (says: string) => z.number().nullable().describe(says)
const numerator = nullable('Those who are counted')
const denominator = nullable('Among whom they are counted; null for a plain number')
const value = nullable('The figure, to four decimals; null where there is none')
const average = nullable('The middle line of the chart')
const usual_from = nullable('The lower end of the usual range')
const usual_to = nullable('The upper end of the usual range')

export const Latest = z
  .object({ month, numerator, denominator, value })
  .nullable()
  .describe('The newest figure; null where there is none')

export const Indicator = z
  .object({
    code,
    name,
    family: z.string().describe('The family of indicators that it belongs to'),
    unit,
    better: z.enum(['high', 'low', 'neutral']).describe('Which way is better'),
    definition_version: version,
    latest: Latest,
    verdict,
    sentence: z.string().describe('What the chart says, as the page says it'),
    page: z.string().describe('The path of its page'),
  })
  .describe('An indicator of the whole county, as it stands')

export const IndicatorInFull = Indicator.extend({
  means: z.string().describe('What it counts, in a sentence'),
  caution: z.string().nullable().describe('What to know before relying on it'),
  parts: z
    .array(z.object({ by, part }))
    .describe('The parts that have figures, as far as you may see them'),
}).describe('An indicator with what it means and the parts that it has figures for')

export const Figure = z
  .object({
    code,
    by,
    part,
    month,
    numerator,
    denominator,
    value,
    unit,
    definition_version: version,
    extract: z.string().nullable().describe('The extract that it rests on, in words'),
    average,
    usual_from,
    usual_to,
    stands_out: z.string().nullable().describe('How it is out of the usual; null where it is not'),
    note: z.string().nullable().describe('Why there is no figure; null where there is one'),
    target: nullable('What the figure should reach in that month; null where no number says so'),
    marks: z
      .array(
        z.object({
          kind: z
            .enum(['note', 'limits', 'definition'])
            .describe('A note, a decision on limits, or where it is counted otherwise'),
          words: z.string(),
        }),
      )
      .describe('What is marked on the chart in that month'),
  })
  .describe('One figure: an indicator in a part of the county in a month')

export const SignalOfPart = z
  .object({
    code,
    name,
    by,
    part,
    verdict,
    since: z.string().nullable().describe('The month in which the change began'),
    strength: z.number().describe('How strong the signal is, in standard errors; 0 without one'),
    improvement_stopped_since: z
      .string()
      .nullable()
      .describe('The month in which an improvement stopped; null where none did'),
    average,
    usual_from,
    usual_to,
    latest: Latest,
    sentence: z.string().describe('What the chart says, as the page says it'),
  })
  .describe('What process control says of an indicator in a part of the county')

const FigureAt = z
  .object({ month, value: z.number(), denominator })
  .nullable()
  .describe('The figure at that date; null where there is none')

export const Compared = z
  .object({
    code,
    name,
    by,
    part,
    unit,
    earlier: FigureAt,
    later: FigureAt,
    change: nullable('The later less the earlier; null where one of them has no figure'),
    is: z
      .enum(['better', 'worse', 'changed', 'noise', 'unknown'])
      .describe('noise is no more than chance would move it; unknown cannot be said'),
    standard_errors: nullable('How far the two levels lie apart; null where that cannot be said'),
    to_know: z.array(z.string()).describe('What to know before relying on it, in sentences'),
  })
  .describe('An indicator at two dates, and whether it changed')

export const DefinitionInWords = z
  .object({
    code,
    name,
    family: z.string().describe('The family of indicators that it belongs to'),
    unit,
    better: z.enum(['high', 'low', 'neutral']).describe('Which way is better'),
    definition_version: version,
    means: z.string().describe('What it counts, in a sentence'),
    caution: z.string().nullable().describe('What to know before relying on it'),
    standard: z
      .object({
        says: z.string(),
        document: z.string(),
        paragraph: z.string(),
        read: z.string().describe('The day the text was read, or "unverified"'),
      })
      .nullable()
      .describe('The statutory or national timescale; null where there is none'),
    sources: z.array(z.string()).describe('Where the data come from'),
  })
  .describe('What an indicator counts')

const shown = (says: string) =>
  z
    .union([z.number(), z.enum(['c', 'z', 'x'])])
    .describe(`${says}: a number, or c for kept back, z for does not apply, x for not available`)

export const PublishedFigure = z
  .object({
    code,
    name,
    by,
    part,
    month,
    unit,
    definition_version: version,
    counted: shown('Those who are counted'),
    out_of: shown('Among whom they are counted'),
    value: shown('The figure, with one decimal'),
  })
  .describe('One figure as it was published')

export const PublishedIssue = z
  .object({
    number: z.int(),
    title: z.string(),
    published_at: z.iso.datetime(),
    approved_by: z.string(),
    corrects: z.int().nullable().describe('The number of the issue that it corrects'),
    reason: z.string().nullable().describe('What was wrong in that one'),
    months: z.array(month),
    indicators: z.array(code),
    page: z.string().describe('The path of its page'),
  })
  .describe('An issue of figures for everybody')

export const Paging = z.strictObject({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1).describe('Which page, from 1'),
  page_size: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(200)
    .describe('How many on a page, up to 1,000'),
})

export const PartQuery = {
  by: z.enum(dimensions).default('county').describe('The breakdown; county if unsaid'),
  part: z
    .string()
    .max(200)
    .optional()
    .describe('One part of the breakdown; all of its parts if unsaid'),
}

export const CodeParams = z.object({ code: z.string().max(40).describe('Such as AS01') })
export const NumberParams = z.object({
  number: z.coerce.number().int().min(1).max(1_000_000_000).describe('The number of the issue'),
})
export const Nothing = z.object({})
export const NoQuery = z.strictObject({})

export const monthAsked = month.optional()

const page = <Item extends z.ZodType>(items: Item, says: string) =>
  z
    .object({
      items: z.array(items),
      page: z.int(),
      page_size: z.int(),
      total: z.int().describe('How many there are on all pages'),
      next: z.string().nullable().describe('The path of the next page; null on the last'),
    })
    .describe(says)

export const IndicatorPage = page(Indicator, 'A page of indicators')
export const FigurePage = page(Figure, 'A page of figures')
export const SignalPage = page(SignalOfPart, 'A page of signals, the strongest first')
export const ComparedPage = page(Compared, 'A page of comparisons, the strongest change first')
export const DefinitionPage = page(DefinitionInWords, 'A page of definitions')
export const IssuePage = page(PublishedIssue, 'A page of issues, the newest first')
export const PublishedFigurePage = page(PublishedFigure, 'A page of published figures')

/** The schemas by the names that the description gives them. */
export const named: Readonly<Record<string, z.ZodType>> = {
  Indicator,
  IndicatorInFull,
  Figure,
  SignalOfPart,
  Compared,
  DefinitionInWords,
  PublishedIssue,
  PublishedFigure,
  IndicatorPage,
  FigurePage,
  SignalPage,
  ComparedPage,
  DefinitionPage,
  IssuePage,
  PublishedFigurePage,
  Problem,
}
