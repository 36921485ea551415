import { check, integer, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { pageOf, pager } from './pager.ts'

const at = (page: number, pages: number) =>
  String(pager({ page, pages, hrefOf: each => `/list?page=${each}` }))
const numbers = (page: number, pages: number) =>
  [...at(page, pages).matchAll(/govuk-pagination__item--ellipsis|aria-label="Page (\d+)"/g)].map(
    ([, number]) => number ?? '…',
  )

test('the first, the last, this page and its neighbours are shown', () => {
  expect(numbers(1, 8)).toEqual(['1', '2', '…', '8'])
  expect(numbers(5, 9)).toEqual(['1', '…', '4', '5', '6', '…', '9'])
  expect(numbers(4, 5)).toEqual(['1', '2', '3', '4', '5'])
  expect(at(5, 9).match(/…/g)).toHaveLength(2)
  expect(at(1, 2)).not.toContain('Previous')
  expect(at(2, 2)).not.toContain('rel="next"')
  expect(at(2, 2)).toContain('href="/list?page=1"')
  expect(pager({ page: 1, pages: 1, hrefOf: () => '' })).toBe(false)
})

test('each row stands on one page, and a page past the last is the last', () => {
  const pages = property(tuple(integer({ min: 0, max: 300 }), integer({ min: 1, max: 60 })), of => {
    const [count, size] = of
    const rows = Array.from({ length: count }, (_, place) => place)
    const last = pageOf(rows, 1_000_000, size)
    const all = Array.from({ length: last.pages }, (_, place) => pageOf(rows, place + 1, size).rows)
    return last.page === last.pages && all.flat().join() === rows.join()
  })
  expect(check(pages).failed).toBe(false)
})
