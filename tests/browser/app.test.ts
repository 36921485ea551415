import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildServer, type Server } from '../../src/app/site.ts'
import { countyApp, emptyApp } from '../county.ts'
import { careReturn, manyChildren } from '../ssda903.ts'
import { zipOf } from '../zip.ts'
import type { Page } from 'playwright-core'
import { axe, type Harness, screenshot, type SignedIn, startBrowser, walk } from './harness.ts'

const app = await countyApp()
const none = await emptyApp()
let site: Server
let bare: Server
let browser: Harness
let address: string
let emptyAddress: string
let people: Readonly<Record<string, SignedIn>>

beforeAll(async () => {
  site = await buildServer(app)
  bare = await buildServer(none)
  address = await site.http.listen({ port: 0, host: '127.0.0.1' })
  emptyAddress = await bare.http.listen({ port: 0, host: '127.0.0.1' })
  browser = await startBrowser()
  people = {
    director: await browser.signedIn(address, 'director'),
    analyst: await browser.signedIn(emptyAddress, 'analyst'),
  }
})
afterAll(async () => {
  await browser.close()
  await site.close()
  await bare.close()
})

async function closed(page: Page): Promise<void> {
  await page.context().close()
}

function signedIn(persona: string): { readonly as?: SignedIn } {
  const as = people[persona]
  return as === undefined ? {} : { as }
}

test('without JavaScript the menu is open', async () => {
  const page = await browser.open(address, { javaScript: false, ...signedIn('director') })
  expect(await page.locator('nav[aria-label="Menu"] a').first().isVisible()).toBe(true)
  await closed(page)
})

describe('by keyboard', () => {
  test('files are chosen and sent', async () => {
    const page = await browser.open(`${emptyAddress}/data`, signedIn('analyst'))
    expect(await walk(page)).toEqual(expect.arrayContaining(['Files to load', 'Load these files']))
    await closed(page)
  })

  /** A choice of the list with how many it leads to. */
  const withCount = (choice: string) => expect.stringMatching(new RegExp(`^${choice} \\(\\d+\\)$`))

  test.each([
    ['/', ['Skip to main content', 'Overview', 'Indicators', 'Teams', 'Data', 'About']],
    ['/indicators', ['All', 'Changed', 'Not enough data'].map(choice => withCount(choice))],
    ['/indicators/AS01', ['See the children behind this figure', 'Show the numbers in a table']],
  ])('on %s the main things are reached', async (url, names) => {
    const page = await browser.open(address + url, signedIn('director'))
    expect(await walk(page)).toEqual(expect.arrayContaining(names))
    await closed(page)
  })

  test('the numbers of a chart are opened and an indicator is followed to its children', async () => {
    const page = await browser.open(`${address}/indicators/AS01`, signedIn('director'))
    await page.getByText('Show the numbers in a table').first().focus()
    await page.keyboard.press('Enter')
    expect(await page.getByRole('table').first().isVisible()).toBe(true)
    await page.getByRole('link', { name: /See the children behind this figure/ }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/children\//)
    expect(await page.getByRole('columnheader', { name: 'Child' }).first().isVisible()).toBe(true)
    await closed(page)
  })
})

test('a first visit: nothing yet, a file, its progress, its figures, its children, its extract', async () => {
  const page = await browser.open(emptyAddress)
  await page.getByRole('button', { name: 'Be the performance analyst' }).click()
  await screenshot(page, 'journey-1-empty')
  expect(await axe(page)).toEqual([])
  await page.getByRole('link', { name: 'Load your first file' }).click()
  await page.getByLabel('Files to load').setInputFiles({
    name: 'return.zip',
    mimeType: 'application/zip',
    buffer: zipOf(careReturn({ year: 2025, children: manyChildren(60), home: [1, 2, 3] })),
  })
  await page.getByRole('button', { name: 'Load these files' }).click()
  await page.waitForSelector('h1:has-text("One extract was loaded")')
  expect(await axe(page)).toEqual([])
  await screenshot(page, 'journey-2-loaded')
  await page.getByRole('link', { name: 'See what has changed' }).click()
  await screenshot(page, 'journey-3-overview')
  expect(await axe(page)).toEqual([])
  await page.getByRole('link', { name: 'Indicators', exact: true }).first().click()
  await page.getByRole('link', { name: 'Children in care', exact: true }).first().click()
  await screenshot(page, 'journey-4-indicator')
  expect(await axe(page)).toEqual([])
  await page.getByRole('link', { name: /See the children behind this figure/ }).click()
  await page.waitForURL(/\/children\//)
  expect(await page.getByRole('row').count()).toBeGreaterThan(2)
  await screenshot(page, 'journey-5-children')
  expect(await axe(page)).toEqual([])
  await page.goBack()
  await page
    .getByRole('link', { name: /SSDA903 return/ })
    .first()
    .click()
  expect(await page.locator('h1').textContent()).toContain(
    'SSDA903 return for the year to 31 March',
  )
  await screenshot(page, 'journey-6-extract')
  expect(await axe(page)).toEqual([])
  await closed(page)
})

test('without JavaScript files are loaded too, and the progress is asked after by a link', async () => {
  const page = await browser.open(`${emptyAddress}/data`, {
    javaScript: false,
    ...signedIn('analyst'),
  })
  const [header, episodes] = careReturn({ year: 2024, children: manyChildren(30) })
  await page
    .getByLabel('Files to load')
    .setInputFiles(
      [header, episodes].flatMap(file =>
        file === undefined
          ? []
          : [{ name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.bytes) }],
      ),
    )
  await page.getByRole('button', { name: 'Load these files' }).click()
  while ((await page.locator('h1').textContent()) === 'Loading files') {
    await page.getByRole('link', { name: 'Show how far it has come' }).click()
  }
  expect(await page.locator('h1').textContent()).toBe('One extract was loaded')
  await closed(page)
})

test('with no file chosen the error is at the top, in the title and at the field', async () => {
  const page = await browser.open(`${emptyAddress}/data`, signedIn('analyst'))
  await page.getByRole('button', { name: 'Load these files' }).click()
  await page.waitForSelector('text=There is a problem')
  expect(await page.title()).toMatch(/^Error: /)
  expect(await axe(page)).toEqual([])
  await page.getByRole('link', { name: 'Choose at least one file to load.' }).click()
  expect(await page.evaluate('document.activeElement.type')).toBe('file')
  await screenshot(page, 'no-file-chosen')
  await closed(page)
})
