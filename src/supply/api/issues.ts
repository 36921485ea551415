import type { z } from 'zod'
import { signOf, type Shown } from '#disclosure'
import { placeOf } from '#findings'
import { notFound } from '#kit/http/index.ts'
import { type Issue, type IssueIndicator, linesOf } from '../issue/contents.ts'
import { publicIssuePath } from '../paths.ts'
import type { SupplyRooms } from '../rooms.ts'
import { allIssues, issueByNumber } from '../store/index.ts'
import { unitOfIssue } from '../issue/words.ts'
import { type Endpoint, endpoint } from './endpoint.ts'
import { pageOf } from './paging.ts'
import {
  IssuePage,
  Nothing,
  NumberParams,
  Paging,
  type PublishedFigure,
  PublishedFigurePage,
  type PublishedIssue,
} from './schemas.ts'

/** What programs may ask for without saying who they are. */
export function issueEndpoints(rooms: SupplyRooms): readonly Endpoint[] {
  const { db } = rooms
  return [
    endpoint({
      path: '/issues',
      id: 'listIssues',
      summary: 'The figures that were published',
      says: 'For everybody: nobody has to say who they are.',
      params: Nothing,
      query: Paging,
      answer: IssuePage,
      isOpen: true,
      handle: async (request, _, query) => {
        const { council } = await placeOf(rooms, request)
        const issues = await db.as(council.code, allIssues)
        return pageOf(request, query, issues.map(issueOf))
      },
    }),
    endpoint({
      path: '/issues/{number}/figures',
      id: 'listPublishedFigures',
      summary: 'Every figure of an issue',
      says: 'A figure that is kept back, does not apply or is not available has its sign in place of a number.',
      params: NumberParams,
      query: Paging,
      answer: PublishedFigurePage,
      isOpen: true,
      handle: async (request, { number }, query) => {
        const { council } = await placeOf(rooms, request)
        const issue = await db.as(council.code, trx => issueByNumber(trx, number))
        if (issue === null) throw notFound()
        return pageOf(request, query, publishedFigures(issue))
      },
    }),
  ]
}

function issueOf(issue: Issue): z.output<typeof PublishedIssue> {
  return {
    number: issue.number,
    title: issue.title,
    published_at: issue.publishedAt.toISOString(),
    approved_by: issue.approvedBy,
    corrects: issue.corrects,
    reason: issue.reason === '' ? null : issue.reason,
    months: [...issue.contents.months],
    indicators: issue.contents.indicators.map(({ code }) => code),
    page: publicIssuePath(issue.number),
  }
}

export function publishedFigures({ contents }: Issue): readonly z.output<typeof PublishedFigure>[] {
  return contents.indicators.flatMap(indicator =>
    linesOf(indicator).flatMap(({ by, part }) =>
      part.figures.map((figure, place) => ({
        ...wordsOf(indicator),
        by,
        part: part.name,
        month: contents.months[place] ?? '',
        counted: signOrNumber(figure.counted),
        out_of: signOrNumber(figure.outOf),
        value: signOrNumber(figure.value),
      })),
    ),
  )
}

const wordsOf = (indicator: IssueIndicator) => ({
  code: indicator.code,
  name: indicator.name,
  unit: unitOfIssue(indicator),
  definition_version: indicator.version,
})

/** A number as a number, and everything else as its sign: never a number in disguise. */
function signOrNumber(shown: Shown): number | 'c' | 'z' | 'x' {
  if (shown.kind === 'number') return shown.value
  const sign = signOf(shown)
  return sign === 'c' || sign === 'z' ? sign : 'x'
}
