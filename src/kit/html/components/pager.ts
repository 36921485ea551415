import { type Html, raw } from '../html.ts'
import { pagination } from './components.ts'

export type Pager = {
  /** From 1. */
  readonly page: number
  readonly pages: number
  readonly hrefOf: (page: number) => string
}

/**
 * The way from page to page: the first, the last, this one and its neighbours, and '…' for the rest.
 * False where there is one page only.
 */
export function pager({ page, pages, hrefOf }: Pager): Html | false {
  if (pages < 2) return false
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter(
    each => each >= 1 && each <= pages,
  )
  const markup = pagination({
    ...(page > 1 && { previous: { href: hrefOf(page - 1) } }),
    ...(page < pages && { next: { href: hrefOf(page + 1) } }),
    items: shown.flatMap((each, at) => {
      const item = { number: String(each), current: each === page, href: hrefOf(each) }
      const missing = each - (shown[at - 1] ?? 0) - 1
      if (missing === 0) return [item]
      // One page left out takes no less room than its number.
      const between =
        missing === 1 ? { number: String(each - 1), href: hrefOf(each - 1) } : { ellipsis: true }
      return [between, item]
    }),
  })
  // The macro writes '⋯', which few fonts hold: without one of them nothing is to be seen.
  return raw(String(markup).replaceAll('&ctdot;', '…'))
}

/** The rows of one page and how many stand before it; the last where what was asked for is past it. */
export function pageOf<Row>(
  rows: readonly Row[],
  asked: number,
  size: number,
): {
  readonly rows: readonly Row[]
  readonly page: number
  readonly pages: number
  readonly from: number
} {
  const pages = Math.max(1, Math.ceil(rows.length / size))
  const page = Math.min(Math.max(1, asked), pages)
  const from = (page - 1) * size
  return { rows: rows.slice(from, from + size), page, pages, from }
}
