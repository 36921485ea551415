import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildServer, type Server } from '../../src/app/site.ts'
import { countyApp } from '../county.ts'
import { meetingsAddresses } from '../meetings-addresses.ts'
import {
  axe,
  type Harness,
  markupFaults,
  overflow,
  screenshot,
  type SignedIn,
  startBrowser,
} from './harness.ts'

const app = await countyApp()
let site: Server
let browser: Harness
let address: string
let clerk: SignedIn
let addresses: Readonly<Record<string, readonly string[]>>

beforeAll(async () => {
  addresses = await meetingsAddresses(app)
  site = await buildServer(app)
  address = await site.http.listen({ port: 0, host: '127.0.0.1' })
  browser = await startBrowser()
  clerk = await browser.signedIn(address, 'clerk')
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

test.each([1280, 320])(
  'at %i pixels axe finds nothing on any page of meetings, and nothing sticks out',
  async width => {
    for (const [route, urls] of Object.entries(addresses)) {
      if (/\.pdf$|\/file$/.test(route)) continue
      for (const [at, url] of urls.entries()) {
        const page = await browser.open(`${address}${url}`, { width, as: clerk })
        expect(await page.locator('h1').count(), url).toBe(1)
        expect(await page.title(), url).not.toMatch(/problem|not found|in the meantime/)
        expect(await axe(page), url).toEqual([])
        expect(await overflow(page), url).toBe(0)
        expect(await markupFaults(await page.content()), url).toEqual([])
        await screenshot(page, `meetings${route.replaceAll(/[/:]+/g, '-')}-${at}-${width}`)
        await page.context().close()
      }
    }
  },
  240_000,
)

test('without a script an agenda is put in order, and published with its pages', async () => {
  const page = await browser.open(`${address}/meetings/new`, { as: clerk, javaScript: false })
  await page.getByLabel('Body').selectOption({ label: 'Quillshire Improvement Board' })
  await page.getByLabel('What sets it apart').fill('Extraordinary meeting')
  await page.getByLabel('Day', { exact: true }).fill('14 April 2027')
  await page.getByRole('button', { name: 'Arrange it' }).click()
  await page.getByRole('button', { name: 'Agenda and papers' }).click()
  await page.getByRole('button', { name: 'Add an item' }).click()
  await page.getByLabel('What the item is called').fill('What children would notice')
  await page.getByLabel('Kind').selectOption('report')
  await page.getByRole('button', { name: 'Save the item' }).click()
  await page.getByRole('link', { name: /Type a paper for .*What children would notice/ }).click()
  await page.getByLabel('What the paper is called').fill('What children would notice')
  await page.getByLabel('The paper', { exact: true }).fill('3.1 The same worker comes back.')
  await page.getByRole('button', { name: 'Save the paper' }).click()
  await page.getByRole('button', { name: /Move up .*What children would notice/ }).click()
  await page.getByRole('link', { name: 'Ready to publish?' }).click()
  expect(await page.textContent('main')).toContain('Nothing stands in the way.')
  await page.getByRole('button', { name: 'Publish the agenda' }).click()
  expect(await page.textContent('main')).toContain('Page 1')
  await page.getByRole('link', { name: 'What children would notice', exact: true }).click()
  expect(await page.locator('#page-1').count()).toBe(1)
  expect(await page.locator('#p-3-1').count()).toBe(1)
  await page.context().close()
})
