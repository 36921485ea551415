import type { Json, OparlObject } from './json.ts'

/** What may be asked of a list: OParl 1.1 names these created_since, modified_since and so on. */
export interface OparlQuery {
  readonly page: number
  /** At most this many on a page; never more than 100. */
  readonly limit?: number
  readonly createdSince?: Date
  readonly createdUntil?: Date
  readonly modifiedSince?: Date
  readonly modifiedUntil?: Date
}

/**
 * What stands in the address of a list. Null where it cannot be meant: a page that is no number, an
 * instant without its time zone.
 */
export function oparlQuery(given: Readonly<Record<string, string | undefined>>): OparlQuery | null {
  const page = wholeNumber(given['page'], 1)
  const limit = wholeNumber(given['limit'], MOST)
  const instants = Object.entries(INSTANTS).map(
    ([name, key]) => [key, instant(given[name])] as const,
  )
  if (page === null || limit === null || instants.some(([, at]) => at === null)) return null
  const asked = instants.filter(([, at]) => at !== undefined)
  return { page, limit, ...Object.fromEntries(asked) }
}

const INSTANTS = {
  created_since: 'createdSince',
  created_until: 'createdUntil',
  modified_since: 'modifiedSince',
  modified_until: 'modifiedUntil',
} as const

function wholeNumber(text: string | undefined, usual: number): number | null {
  if (text === undefined) return usual
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
}

/** A plus sign that was not written as %2B has become a space on its way. */
function instant(text: string | undefined): Date | null | undefined {
  if (text === undefined) return undefined
  const written = text.replace(/ (?=\d{2}:?\d{2}$)/, '+')
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(
    written,
  )
  const at = new Date(written)
  return isInstant && !Number.isNaN(at.getTime()) ? at : null
}

export interface OparlPage {
  readonly data: readonly OparlObject[]
  readonly pagination: {
    readonly totalElements: number
    readonly elementsPerPage: number
    readonly currentPage: number
    readonly totalPages: number
  }
  readonly links: Readonly<Record<string, Json>>
}

const MOST = 100

/**
 * A page of a list of things, oldest first, so that what is new never pushes another over the edge
 * of a page. What was withdrawn is told only to those who ask what has changed since. Null for a
 * page that there is not.
 */
export function oparlPage(
  objects: readonly OparlObject[],
  withdrawn: readonly OparlObject[],
  query: OparlQuery,
  urlOfPage: (page: number) => string,
): OparlPage | null {
  const asksForChanges = query.modifiedSince !== undefined || query.modifiedUntil !== undefined
  const found = [...objects, ...(asksForChanges ? withdrawn : [])]
    .filter(each => isWithin(each.created, query.createdSince, query.createdUntil))
    .filter(each => isWithin(each.modified, query.modifiedSince, query.modifiedUntil))
    .toSorted((a, b) => Date.parse(a.created) - Date.parse(b.created) || (a.id < b.id ? -1 : 1))
  const size = Math.min(MOST, Math.max(1, Math.floor(query.limit ?? MOST)))
  const pages = Math.max(1, Math.ceil(found.length / size))
  if (!Number.isInteger(query.page) || query.page < 1 || query.page > pages) return null
  return {
    data: found.slice((query.page - 1) * size, query.page * size),
    pagination: {
      totalElements: found.length,
      elementsPerPage: size,
      currentPage: query.page,
      totalPages: pages,
    },
    links: {
      first: urlOfPage(1),
      ...(query.page > 1 ? { prev: urlOfPage(query.page - 1) } : {}),
      self: urlOfPage(query.page),
      ...(query.page < pages ? { next: urlOfPage(query.page + 1) } : {}),
      last: urlOfPage(pages),
    },
  }
}

function isWithin(at: string, since: Date | undefined, until: Date | undefined): boolean {
  const instant = Date.parse(at)
  return (
    (since === undefined || instant >= since.getTime()) &&
    (until === undefined || instant <= until.getTime())
  )
}
