import { expect, test } from 'vitest'
import { firstDayOf, isoDay, isoMonth, longMonth, monthOf } from '#calendar'
import { library } from '#indicators'
import { rebasingKind } from '#marks'
import { comparePages, indicatorPage, indicatorsPage, latestCount, marksPages } from '#performance'
import { lineKind } from '#plan'
import { openThread } from '#thread'
import { county, countyApp } from '../../tests/county.ts'
import { person, roomsOf, signedInSite } from '../../tests/signed-in.ts'

const app = await countyApp()
const rooms = {
  ...roomsOf(app.db, county),
  thread: openThread([rebasingKind, lineKind]),
  colleagues: () => Promise.resolve([]),
  explainers: () => Promise.resolve([]),
  definitions: library,
  momentsOf: () => Promise.resolve([]),
}
const site = await signedInSite([
  indicatorsPage(rooms, library),
  indicatorPage(rooms, library),
  ...comparePages(rooms),
  ...marksPages(rooms),
])
const director = site.as(person(county, 'director'))
const count = await app.db.as(county, latestCount)
const newest = monthOf(count?.asOf ?? 0)

async function seen(url: string, status = 200): Promise<string> {
  const answer = await director.get(url)
  expect(answer.statusCode, url).toBe(status)
  return answer.body
}

test('no page of an indicator shows a number that is none, whatever it has or lacks', async () => {
  for (const { code } of library) {
    const { statusCode, body } = await director.get(`/indicators/${code}`)
    expect([200, 404], code).toContain(statusCode)
    expect(/\b(?:NaN|undefined|Infinity)\b|\[object/.exec(body)?.[0], code).toBeUndefined()
  }
})

test('what was noted and decided is numbered on the chart and said below it, in one order', async () => {
  const text = await seen('/indicators/AS01')
  const list = /<ol class="chart__notes">(.*?)<\/ol>/s.exec(text)?.[1] ?? ''
  expect(list).toContain('April 2025: Two more assessment teams at full strength')
  const numbers = [...text.matchAll(/<text class="chart__note"[^>]*>([^<]*)<\/text>/g)]
  // Once in the wide drawing and once in the narrow one.
  expect(numbers.length).toBe(2 * (list.split('<li>').length - 1))
  expect(text).toContain('At least 88%')
  expect(text).toContain('Head of Assessment answers for it')
})

test('both views of decided limits stay, and have addresses of their own', async () => {
  const now = await seen('/indicators/WF06')
  expect(now).toContain('From 1 November 2024')
  expect(now).toContain('Explained by <a class="govuk-link" href="/plan-lines/')
  const before = await seen('/indicators/WF06?limits=before')
  expect(before).toContain('limits=before" aria-current="page"')
  expect(before).not.toContain('Explained by')
  expect(await seen('/indicators/WF06?limits=2024-11')).toContain('Explained by')
  expect(await seen('/indicators/WF06?limits=nonsense')).toContain('Explained by')
})

test('a list of indicators says how many of its changes chance would give, and ranks them', async () => {
  for (const url of ['/indicators', '/indicators?show=changed'])
    expect(await seen(url)).toMatch(/Of \d+ charts here, \d+ shows? a change; /)
})

test('any two months are compared, and a file has the same rows', async () => {
  const months = `from=${isoMonth(newest - 12)}&to=${isoMonth(newest)}`
  const page = await seen(`/indicators/compare?${months}`)
  expect(page).toContain(`From ${longMonth(newest - 12)} to ${longMonth(newest)}`)
  expect(page).not.toMatch(/\b(?:NaN|undefined|Infinity)\b/)
  const rows = (page.match(/<th scope="row"/g) ?? []).length
  const file = await seen(`/indicators/compare/all.csv?${months}`)
  expect(file.trim().split('\r\n')).toHaveLength(rows + 1)
  // A day stands for the last month that was over by then.
  const day = isoDay(firstDayOf(newest - 11))
  expect(await seen(`/indicators/compare?from=${day}`)).toContain(
    `From ${longMonth(newest - 12)} to ${longMonth(newest)}`,
  )
})

test.each([
  ['from=soon', 'is not a month'],
  ['from=2099-01', 'is in the future'],
  ['from=1999-01', 'They begin in'],
  ['from=2026-01&to=2026-01', 'Choose two different months'],
  ['from=2026-02&to=2025-02', 'Put the earlier month first'],
])('two dates that cannot be compared say why: %s', async (query, says) => {
  const page = await seen(`/indicators/compare?${query}`, 422)
  expect(page).toContain('There is a problem')
  expect(page).toContain(says)
  expect((await director.get(`/indicators/compare/all.csv?${query}`)).statusCode).toBe(404)
})
