import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryPublished } from '../../../conformance/published/arbitrary.ts'
import { oparlObjects, oparlPage, type OparlPlace, oparlQuery, oparlWithdrawn } from './index.ts'

const place: OparlPlace = {
  urlOf: (kind, id) => `https://council.example/oparl/${kind}/${encodeURIComponent(id)}`,
  listOf: list => `https://council.example/oparl/${list.of}s`,
  license: null,
  vendor: null,
  product: null,
}
const urlOfPage = (page: number): string => `https://council.example/oparl/list?page=${page}`

test('of an exempt item nothing is said but its number, its title and that it is not public', () => {
  fc.assert(
    fc.property(arbitraryPublished(), published => {
      const { AgendaItem } = oparlObjects(published, place)
      const exempt = published.meetings
        .flatMap(meeting => meeting.items)
        .filter(item => item.exempt !== null)
      for (const item of exempt) {
        const object = AgendaItem.find(each => each.id === place.urlOf('AgendaItem', item.id))
        expect(object).toMatchObject({ name: item.title, public: false })
        expect(
          Object.keys(object ?? {}).filter(
            name =>
              !['id', 'type', 'created', 'modified', 'order', 'meeting', 'number'].includes(name),
          ),
        ).toEqual(['name', 'public'])
      }
    }),
    { numRuns: 60 },
  )
})

test('a list is told from its oldest thing on, in pages that lead to each other', () => {
  const objects = ['2026-01-03', '2026-01-01', '2026-01-02'].map(day => ({
    id: day,
    type: 't',
    created: `${day}T00:00:00+00:00`,
    modified: `${day}T00:00:00+00:00`,
  }))
  const first = oparlPage(objects, [], { page: 1, limit: 2 }, urlOfPage)
  expect(first?.data.map(each => each.id)).toEqual(['2026-01-01', '2026-01-02'])
  expect(first?.pagination).toEqual({
    totalElements: 3,
    elementsPerPage: 2,
    currentPage: 1,
    totalPages: 2,
  })
  expect(first?.links).toEqual({
    first: urlOfPage(1),
    self: urlOfPage(1),
    next: urlOfPage(2),
    last: urlOfPage(2),
  })
  const second = oparlPage(objects, [], { page: 2, limit: 2 }, urlOfPage)
  expect(second?.links['next']).toBeUndefined()
  expect(oparlPage(objects, [], { page: 3, limit: 2 }, urlOfPage)).toBe(null)
  const since = { page: 1, modifiedSince: new Date('2026-01-03T00:00:00Z') }
  expect(oparlPage(objects, [], since, urlOfPage)?.data.map(each => each.id)).toEqual([
    '2026-01-03',
  ])
})

test('what was withdrawn is told to those who ask what changed, and to nobody else', () => {
  fc.assert(
    fc.property(arbitraryPublished(), published => {
      const withdrawn = oparlWithdrawn(published, place)
      const plain = oparlPage([], withdrawn, { page: 1 }, urlOfPage)
      expect(plain?.data).toEqual([])
      const changes = oparlPage([], withdrawn, { page: 1, modifiedSince: new Date(0) }, urlOfPage)
      expect(changes?.data.map(each => each['deleted'])).toEqual(withdrawn.map(() => true))
    }),
    { numRuns: 40 },
  )
})

test('what stands in an address is taken as it is meant, or not at all', () => {
  expect(oparlQuery({})).toEqual({ page: 1, limit: 100 })
  expect(
    oparlQuery({ page: '2', limit: '10', modified_since: '2026-01-01T00:00:00 01:00' }),
  ).toEqual({
    page: 2,
    limit: 10,
    modifiedSince: new Date('2025-12-31T23:00:00Z'),
  })
  for (const wrong of [
    { page: '0' },
    { page: 'x' },
    { limit: '-1' },
    { created_since: '2026-01-01' },
    { modified_until: '2026-13-01T00:00:00Z' },
  ])
    expect(oparlQuery(wrong)).toBe(null)
})
