import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { invite } from '#people'
import { testDatabase } from '../database.ts'
import { codeAt, openSite, type TestSite } from '../people.ts'
import { axe, type Harness, markupFaults, overflow, screenshot, startBrowser } from './harness.ts'

const db = await testDatabase()
let harness: Harness
let site: TestSite
let demonstration: TestSite
beforeAll(async () => {
  harness = await startBrowser()
  site = await openSite(db, { at: new Date() })
  demonstration = await openSite(db, { council: { demonstration: true } })
  for (const { app } of [site, demonstration]) await app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await harness?.close()
  await site?.app.close()
  await demonstration?.app.close()
})

const at = (of: TestSite, path: string): string => {
  // as: it listens on a port.
  const { port } = of.app.server.address() as AddressInfo
  return `http://127.0.0.1:${port}${path}`
}

/** What is wrong with a page, in a line each. */
async function faultsOf(page: Page, name: string): Promise<readonly string[]> {
  const faults = [...(await axe(page)), ...(await markupFaults(await page.content()))]
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    const wider = await overflow(page)
    if (wider > 0) faults.push(`${name} is ${wider} pixels wider than a screen of ${width}`)
  }
  await screenshot(page, `people-${name}`)
  return faults
}

const password = 'four green owls walking'

test('somebody who was invited sets up an account, invites another, and signs out and in', async () => {
  const by = { actor: 'test', at: site.clock.at }
  const guest = {
    name: 'Ada Example',
    email: 'ada@example.gov.uk',
    roles: ['administrator'] as const,
  }
  const invited = await invite(db, site.council.code, guest, by)
  if (invited.kind !== 'invited') throw new Error('not invited')
  const page = await harness.open(at(site, invited.path), { javaScript: true })
  expect(await faultsOf(page, 'invitation')).toEqual([])
  const key = ((await page.locator('main code').textContent()) ?? '').replaceAll(' ', '')
  await page.getByRole('button', { name: 'Set up my account' }).click()
  expect(await faultsOf(page, 'invitation-refused')).toEqual([])
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('The same password again').fill(password)
  await page.getByLabel('The code that the app shows now').fill(codeAt(key, site.clock.at))
  await page.getByRole('button', { name: 'Set up my account' }).click()
  await page.getByRole('heading', { name: 'Write down your recovery codes' }).waitFor()
  expect(await faultsOf(page, 'recovery-codes')).toEqual([])

  await page.goto(at(site, '/people/invite'))
  expect(await faultsOf(page, 'invite')).toEqual([])
  await page.getByLabel('Name', { exact: true }).fill('Mia Example')
  await page.getByLabel('Email address').fill('mia@example.gov.uk')
  await page.getByLabel('Team manager').check()
  await page.getByRole('button', { name: 'Make the link' }).click()
  expect(await faultsOf(page, 'link')).toEqual([])
  await page.getByRole('button', { name: 'Back to people' }).click()
  expect(await faultsOf(page, 'list')).toEqual([])
  await page.getByRole('link', { name: 'Mia Example' }).click()
  await page.getByLabel('Add to a team').selectOption('North')
  await page.getByRole('button', { name: 'Add to this team' }).click()
  expect(await faultsOf(page, 'person')).toEqual([])
  await page.goto(at(site, '/people/policies'))
  expect(await faultsOf(page, 'policies')).toEqual([])

  await page.goto(at(site, '/account/password'))
  expect(await faultsOf(page, 'password')).toEqual([])
  await page.goto(at(site, '/account/recovery-codes'))
  expect(await faultsOf(page, 'renew-codes')).toEqual([])
  await page.goto(at(site, '/account'))
  expect(await faultsOf(page, 'account')).toEqual([])
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  expect(await faultsOf(page, 'signed-out')).toEqual([])
  await page.goto(at(site, '/figures'))
  await page.getByLabel('Email address').fill('ada@example.gov.uk')
  await page.getByLabel('Password').fill('not this one')
  await page.getByRole('button', { name: 'Continue' }).click()
  expect(await faultsOf(page, 'sign-in-refused')).toEqual([])
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Continue' }).click()
  expect(await faultsOf(page, 'code')).toEqual([])
  site.pass(1)
  await page.getByLabel('Code').fill(codeAt(key, site.clock.at))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Figures' }).waitFor()
})

test('anybody comes into the demonstration, also without JavaScript', async () => {
  const page = await harness.open(at(demonstration, '/sign-in'), { javaScript: false })
  // Nobody has an account in the demonstration, so signing in is choosing who to be.
  await page.getByRole('heading', { name: 'Choose who to be' }).waitFor()
  await page.getByRole('button', { name: 'Be the director' }).click()
  await page.goto(at(demonstration, '/children'))
  await page.getByRole('heading', { name: 'Children' }).waitFor()
  const again = await harness.open(at(demonstration, '/personas'))
  expect(await faultsOf(again, 'personas')).toEqual([])
})
