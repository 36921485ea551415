import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { buildServer, type Server } from '../../src/app/site.ts'
import { county, countyApp } from '../county.ts'
import { axe, type Harness, overflow, screenshot, type SignedIn, startBrowser } from './harness.ts'

const app = await countyApp()
let site: Server
let browser: Harness
let address: string
let administrator: SignedIn

beforeAll(async () => {
  await sql`insert into kit.job_progress (authority, id, job, state, words, error)
    values (${county}, ${crypto.randomUUID()}, 'extracts.load', 'failed', 'Reading episodes',
      'The disk is full.')`.execute(app.db.owner)
  site = await buildServer(app)
  address = await site.http.listen({ port: 0, host: '127.0.0.1' })
  browser = await startBrowser()
  administrator = await browser.signedIn(address, 'administrator')
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

const pages = [
  '',
  '/settings',
  '/theme',
  '/population',
  '/jobs',
  '/storage',
  '/condition',
  '/journal',
  '/held',
]

test.each([1280, 360])(
  'at %i pixels axe finds nothing on any page, and nothing sticks out',
  async width => {
    for (const path of pages) {
      const page = await browser.open(`${address}/administration${path}`, {
        width,
        as: administrator,
      })
      expect(await axe(page), path).toEqual([])
      expect(await overflow(page), path).toBe(0)
      await screenshot(page, `administration${path.replace('/', '-')}-${width}`)
      await page.context().close()
    }
  },
)

test('a council gives itself a colour and a logo, and a mistake is shown at its field', async () => {
  const page = await browser.open(`${address}/administration/theme`, { as: administrator })
  await page.getByLabel('Colour of the bar above each page').fill('#ffff00')
  await page.getByRole('button', { name: 'Save the colour' }).click()
  expect(await page.title()).toMatch(/^Error: /)
  expect(await axe(page)).toEqual([])
  await page.getByRole('link', { name: /too light/ }).click()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('#7a0019')
  await page.keyboard.press('Enter')
  await page.waitForURL(/theme$/)
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 320, height: 60 } })
  await page
    .getByLabel('New logo')
    .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: picture })
  await page.getByRole('button', { name: 'Save the logo' }).click()
  await page.waitForSelector('.app-header img')
  const drawn = await page
    .locator('.app-header img')
    .evaluate(image => Reflect.get(image, 'naturalWidth'))
  expect(drawn).toBe(320)
  expect(await axe(page)).toEqual([])
  expect(await overflow(page)).toBe(0)
  await screenshot(page, 'administration-theme-own')
  await page.context().close()
})
