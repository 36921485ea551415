import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, appOn } from '#app'
import { type Config, readConfig } from '#config'
import { openLog } from '#kit/log.ts'
import type { Page } from 'playwright-core'
import { buildServer, type Server } from '../../src/app/site.ts'
import { init } from '../../src/cli/init.ts'
import { inviteCommand } from '../../src/cli/invite.ts'
import { temporaryHome } from '../county.ts'
import { testDatabase, urlOf } from '../database.ts'
import { addressesIn, childrenIn, databaseTexts, type Found, leaksIn, logTexts } from '../leaks.ts'
import { codeAt } from '../people.ts'
import { careReturn, manyChildren } from '../ssda903.ts'
import { axe, type Harness, screenshot, startBrowser } from './harness.ts'

// A council from nothing to its figures, as whoever sets it up goes: at the terminal first, and then
// in the browser. Afterwards nothing of a child is anywhere but in the frozen extract.

const db = await testDatabase()
const env = { SIGHTLINE_HOME: temporaryHome(), DATABASE_URL: urlOf(db), LOG_LEVEL: 'trace' }
const config: Config = readConfig(env)
const lines: string[] = []
const app: App = appOn(
  db,
  config,
  openLog('trace', line => lines.push(line)),
)
let server: Server
let browser: Harness
let address: string
const write = process.stdout.write.bind(process.stdout)

beforeAll(async () => {
  server = await buildServer(app)
  address = await server.http.listen({ port: 0, host: '127.0.0.1' })
  browser = await startBrowser()
})
afterAll(async () => {
  process.stdout.write = write
  await browser.close()
  await server.close()
})

/** What a command says, which runs as it does from the terminal. */
async function said(command: typeof init, values: Record<string, string>): Promise<string> {
  let out = ''
  process.stdout.write = text => {
    out += String(text)
    return true
  }
  try {
    expect(await command.run({ values, paths: [], config: () => readConfig(env) })).toBe(0)
  } finally {
    process.stdout.write = write
  }
  return out
}

const password = 'seven slow herons wading'
const found: Found[] = []

/** Keeps every address that the browser asks for or could follow, as its history and a proxy would. */
async function keep(page: Page): Promise<void> {
  found.push({ where: 'the address bar', text: decodeURIComponent(page.url()) })
  found.push(...addressesIn(new URL(page.url()).pathname, await page.content()))
}

const CHILD = 'QXHERON41'
const BORN = '17/02/2011'
const files = careReturn({ year: 2025, children: manyChildren(60), home: [2, 3] }).map(
  ({ name, bytes }) => {
    const text = Buffer.from(bytes).toString()
    const changed = text
      .replaceAll(/^1,(?=[12],)[12],[^,]+/gm, `${CHILD},1,${BORN}`)
      .replaceAll(/^1,/gm, `${CHILD},`)
    return { name, mimeType: 'text/csv', buffer: Buffer.from(changed) }
  },
)

test('a council is set up, its administrator invited, signs in, loads a return and sees its figures', async () => {
  const named = { name: 'Heronshire County Council', children: '120000', year: '2024' }
  expect(await said(init, named)).toContain('is set up')
  const guest = { name: 'Ada Example', email: 'ada@example.gov.uk', role: 'administrator' }
  const path = /\/invitation\/\S+/.exec(await said(inviteCommand, guest))?.[0] ?? ''

  const page = await browser.open(`${address}/indicators`)
  page.on('request', asked =>
    found.push({ where: 'a request', text: decodeURIComponent(asked.url()) }),
  )
  // Nobody is a persona here, and what was asked for waits until somebody has signed in.
  expect(await page.locator('h1').textContent()).toBe('Sign in')
  expect(await page.getByRole('link', { name: 'Choose who to be' }).count()).toBe(0)

  await page.goto(address + path)
  const key = ((await page.locator('main code').textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('The same password again').fill(password)
  await page.getByLabel('The code that the app shows now').fill(codeAt(key, new Date()))
  await page.getByRole('button', { name: 'Set up my account' }).click()
  await page.getByRole('heading', { name: 'Write down your recovery codes' }).waitFor()
  await page.goto(`${address}/account`)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()

  await page.goto(`${address}/data`)
  await page.getByLabel('Email address').fill(guest.email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Continue' }).click()
  // A code is good once: that of the next half minute is taken already, as clocks differ.
  await page.getByLabel('Code').fill(codeAt(key, new Date(Date.now() + 30_000)))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByLabel('Files to load').setInputFiles(files)
  await page.getByRole('button', { name: 'Load these files' }).click()
  await page.waitForSelector('h1:has-text("One extract was loaded")')
  await keep(page)
  await page.getByRole('link', { name: 'See what has changed' }).click()
  await keep(page)
  await page.getByRole('link', { name: 'Indicators', exact: true }).first().click()
  await keep(page)
  await page.getByRole('link', { name: 'Children in care, rate' }).first().click()
  expect(await page.locator('main').textContent()).toContain('per 10,000')
  expect(await axe(page)).toEqual([])
  await screenshot(page, 'council-indicator')
  await keep(page)
  const { pathname } = new URL(page.url())
  // Whoever runs the system has no need to see a child, and does not.
  expect((await page.goto(`${address}${pathname}/children/2025-03`))?.status()).toBe(403)
  for (const next of ['/people', '/data', '/account']) {
    await page.goto(address + next)
    await keep(page)
  }
  await page.context().close()
})

test('afterwards no log, no table and no address holds a child, nor a secret of whoever signed in', async () => {
  const children = await childrenIn(app.storeOf('OWN'))
  expect(children).toContain(CHILD)
  // Numbers of one or two digits stand everywhere; what is looked for stands nowhere else.
  const secrets = [CHILD, BORN, '2011-02-17', '17 February 2011']
  const texts = [...(await databaseTexts(db)), ...logTexts(lines), ...found]
  expect(texts.length).toBeGreaterThan(300)
  expect(lines.length).toBeGreaterThan(20)
  expect(leaksIn(texts, secrets)).toEqual([])
  const ofSignIn = [password, config.secret]
  expect(leaksIn([...(await databaseTexts(db)), ...logTexts(lines), ...found], ofSignIn)).toEqual(
    [],
  )
  expect(leaksIn(logTexts(lines), ['ada@example.gov.uk', 'Ada Example'])).toEqual([])
})
