import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Day, isoDay } from '#calendar'
import { csvText } from '#kit/files/csv-write.ts'
import { download, type Route, route, show } from '#kit/http/index.ts'
import { permits } from '#people'
import { type Commitment, kinds } from '../commitment.ts'
import { addressees, countsOf, isCounted, isUnowned } from '../counts.ts'
import { keepCommitments } from '../policy.ts'
import type { CommitmentsRooms } from '../rooms.ts'
import { dueOf, isOpen, isOverdue, stateWords } from '../steps.ts'
import { commitmentsView, type Filter, showKeys } from './commitments.view.ts'
import { workplanFor } from './gather-workplan.ts'
import { type Seen, seenBy } from './seen.ts'

const FilterFields = z.object({
  show: z.enum(showKeys).catch('open').default('open'),
  kind: z.string().max(40).default(''),
  body: z.string().max(200).default(''),
  owner: z.string().max(200).default(''),
  q: z.string().max(200).default(''),
})

/** `/commitments` and `/commitments.csv`: what meetings asked for, and what became of it. */
export function listPages(rooms: CommitmentsRooms): readonly Route[] {
  const filtered = async (request: FastifyRequest, filter: Filter) => {
    const seen = await seenBy(rooms, request)
    const shown = seen.all.filter(each => passes(each, filter, seen.today))
    return { seen, shown: shown.toSorted(byUrgency(seen.today)) }
  }
  return [
    route({
      method: 'GET',
      url: '/commitments',
      query: FilterFields,
      handler: async ({ request, query }) => {
        const { seen, shown } = await filtered(request, query)
        const body = commitmentsView({
          counts: countsOf(seen.all, seen.today),
          shown,
          bodies: namesOf(seen, one => [one.origin.bodyName]),
          owners: namesOf(seen, addressees),
          alarms: (await workplanFor(rooms, seen)).alarms,
          filter: query,
          query: `?${new URLSearchParams(query).toString()}`,
          today: seen.today,
          mayKeep: permits(keepCommitments, seen.viewer),
        })
        return show({ title: 'Commitments', current: '/meetings', wide: true, body })
      },
    }),
    route({
      method: 'GET',
      url: '/commitments.csv',
      query: FilterFields,
      handler: async ({ request, query }) => {
        const { shown, seen } = await filtered(request, query)
        const text = csvText(headings, shown.map(rowOf))
        return download(`commitments ${isoDay(seen.today)}.csv`, 'text/csv; charset=utf-8', text)
      },
    }),
  ]
}

const headings = [
  'Number',
  'Kind',
  'Title',
  'Words',
  'Said by',
  'Body',
  'Date',
  'Where',
  'Who answers',
  'Addressed to',
  'Due',
  'Due, in words',
  'First due',
  'Times put off',
  'State',
  'Response',
  'Reason',
  'Responded',
  'Evidence',
  'Verified by',
  'Verdict',
  'Ended',
]

const iso = (day: Day | null): string | null => (day === null ? null : isoDay(day))

const rowOf = (one: Commitment) => [
  one.number,
  kinds[one.kind],
  one.title,
  one.words,
  one.saidBy,
  one.origin.bodyName,
  isoDay(one.origin.on),
  one.origin.label,
  one.owner,
  [...one.toPosts, ...(one.toBodyName === null ? [] : [one.toBodyName])].join('; '),
  iso(dueOf(one)),
  one.dueWords,
  iso(one.firstDueOn),
  one.deferrals,
  stateWords(one),
  one.response?.words ?? null,
  one.response?.reason ?? null,
  iso(one.response?.on ?? null),
  one.evidence,
  one.verifiedBy,
  one.check?.verdict ?? null,
  iso(one.closedOn),
]

function passes(one: Commitment, filter: Filter, today: Day): boolean {
  if (filter.kind !== '' && one.kind !== filter.kind) return false
  if (filter.body !== '' && one.origin.bodyName !== filter.body) return false
  if (filter.owner !== '' && !addressees(one).includes(filter.owner)) return false
  if (filter.show !== 'all' && !isCounted(one)) return false
  if (!isShown(one, filter, today)) return false
  const text =
    `${one.number} ${one.title} ${one.words} ${one.origin.label} ${one.owner ?? ''} ${one.saidBy ?? ''}`.toLowerCase()
  return filter.q
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word))
}

function isShown(one: Commitment, filter: Filter, today: Day): boolean {
  switch (filter.show) {
    case 'open':
      return isOpen(one)
    case 'overdue':
      return isOverdue(one, today)
    case 'unowned':
      return isUnowned(one)
    case 'done':
      return one.state === 'done'
    case 'ended':
      return !isOpen(one)
    case 'all':
      return true
  }
}

/** What is overdue first, then by the day that it is due, then by the day that it was said. */
const byUrgency = (today: Day) => (a: Commitment, b: Commitment) =>
  Number(isOverdue(b, today)) - Number(isOverdue(a, today)) ||
  (dueOf(a) ?? Number.MAX_SAFE_INTEGER) - (dueOf(b) ?? Number.MAX_SAFE_INTEGER) ||
  b.origin.on - a.origin.on ||
  b.number - a.number

const namesOf = ({ all }: Seen, of: (one: Commitment) => readonly string[]): readonly string[] =>
  [...new Set(all.flatMap(of))].toSorted((a, b) => a.localeCompare(b))
