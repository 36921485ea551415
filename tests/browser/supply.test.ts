import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildServer, type Server } from '../../src/app/site.ts'
import { countyApp } from '../county.ts'
import { axe, type Harness, overflow, type SignedIn, startBrowser } from './harness.ts'

// Figures as people publish them, and as everybody reads them: with a desk’s window and a phone’s.

const app = await countyApp()
let site: Server
let browser: Harness
let address = ''
let analyst: SignedIn
let director: SignedIn

beforeAll(async () => {
  browser = await startBrowser()
  site = await buildServer(app)
  address = await site.http.listen({ port: 0, host: '127.0.0.1' })
  analyst = await browser.signedIn(address, 'analyst')
  director = await browser.signedIn(address, 'director')
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function faultsOf(path: string, as?: SignedIn): Promise<readonly string[]> {
  const faults: string[] = []
  for (const width of [1280, 320]) {
    const page = await browser.open(`${address}${path}`, { ...(as && { as }), width })
    const sideways = await overflow(page)
    if (sideways > 0) faults.push(`${path} at ${width}: ${sideways} too wide`)
    faults.push(...(await axe(page)).map(fault => `${path} at ${width}: ${fault}`))
    await page.close()
  }
  return faults
}

test('what everybody reads fits a phone and is accessible', async () => {
  const pages = ['/public/figures', '/public/figures/2', '/public/figures/1/CP07', '/api']
  const faults = []
  for (const path of pages) faults.push(...(await faultsOf(path)))
  expect(faults).toEqual([])
})

test('an analyst chooses figures, and a director publishes what they have looked at', async () => {
  const form = await browser.open(`${address}/figures/publish/new`, { as: analyst })
  await form.fill('#title', 'Assessments in spring')
  await form.locator('summary', { hasText: 'Assessment' }).first().click()
  await form.check('input[value="AS01"]')
  await form.check('input[value="sex"]')
  await form.locator('form[action="/figures/publish/new"] button').click()
  const draft = new URL(form.url()).pathname
  const ways = [draft, '/figures/publish', '/figures/publish/new', '/account/tokens']
  const faults = []
  for (const path of ways) faults.push(...(await faultsOf(path, director)))
  expect(faults).toEqual([])
  const page = await browser.open(`${address}${draft}`, { as: director })
  await page.getByRole('button', { name: 'Publish these figures' }).click()
  expect(new URL(page.url()).pathname).toMatch(/^\/public\/figures\/\d+$/)
  expect(await page.locator('h1').textContent()).toBe('Assessments in spring')
})

test('a token is shown once, whole, on a phone too', async () => {
  const page = await browser.open(`${address}/account/tokens`, { as: analyst, width: 320 })
  await page.fill('#name', 'Workbook')
  await page.locator('form[action="/account/tokens"] button').click()
  const token = await page.locator('code').first().textContent()
  expect(token).toMatch(/^sightline-DEMO\.[\w-]{43}$/)
  expect([await overflow(page), await axe(page)]).toEqual([0, []])
  await page.goto(`${address}/account/tokens`)
  expect(await page.content()).not.toContain(token)
  await page.getByRole('button', { name: 'Revoke Workbook' }).click()
  expect(await page.content()).toContain('Revoked on')
})
