import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildServer, type Server } from '../../src/app/site.ts'
import { countyApp } from '../county.ts'
import { isPageAt, publishedAddresses } from '../published-addresses.ts'
import {
  axe,
  type Harness,
  markupFaults,
  overflow,
  screenshot,
  startBrowser,
  walk,
} from './harness.ts'

const app = await countyApp()
let site: Server
let browser: Harness
let address: string
let urls: readonly string[]

beforeAll(async () => {
  const others = ['', '/meetings', '/decisions', '/actions', '/people', '/follow'].map(
    each => `/public${each}`,
  )
  urls = [...others, ...Object.values(await publishedAddresses(app)).flat()].filter(isPageAt)
  site = await buildServer(app)
  address = await site.http.listen({ port: 0, host: '127.0.0.1' })
  browser = await startBrowser()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

test.each([1280, 320])(
  'at %i pixels whoever has not signed in reads every public page, and axe finds nothing',
  async width => {
    for (const [nth, url] of urls.entries()) {
      const page = await browser.open(`${address}${url}`, { width })
      expect(await page.locator('h1').count(), url).toBe(1)
      expect(page.url(), url).toBe(`${address}${url}`)
      expect(await axe(page), url).toEqual([])
      expect(await overflow(page), url).toBe(0)
      expect(await markupFaults(await page.content()), url).toEqual([])
      await screenshot(page, `public-${nth}-${width}`)
      await page.context().close()
    }
  },
  240_000,
)

test('without a script somebody searches, and comes to the paragraph', async () => {
  const page = await browser.open(`${address}/public`, { javaScript: false })
  await page.getByLabel('Search what is published').fill('assessments')
  await page.getByRole('button', { name: 'Search' }).click()
  expect(await page.locator('mark').count()).toBeGreaterThan(0)
  const [first] = await page.locator('.app-search a').all()
  await first?.click()
  const anchor = new URL(page.url()).hash.slice(1)
  expect(anchor).not.toBe('')
  expect(await page.locator(`[id="${anchor}"]`).count()).toBe(1)
  await page.context().close()
})

test('all of the first page can be reached by the keyboard', async () => {
  const page = await browser.open(`${address}/public`, {})
  const reached = await walk(page)
  expect(reached.length).toBeGreaterThan(10)
  await page.context().close()
})
