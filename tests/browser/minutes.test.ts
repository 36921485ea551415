import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillDemoBodies } from '#bodies'
import { tryOut } from '#council'
import { fillDemoMeetings, meetingsBetween } from '#meetings'
import { buildServer, type Server } from '../../src/app/site.ts'
import { emptyApp } from '../county.ts'
import { at, pathOf, press, said } from './entering.ts'
import { axe, type Harness, screenshot, startBrowser } from './harness.ts'

// Minutes as a clerk has them: read in from a document, written on beside another clerk, with the
// keyboard alone, published, corrected, agreed; and without JavaScript.

const app = await emptyApp()
const today = new Date()
let site: Server
let browser: Harness
let clerk: Page
let other: Page
let plain: Page
let meeting: string

beforeAll(async () => {
  await app.db.as(tryOut.code, async trx => {
    await fillDemoBodies(trx, tryOut.code, today)
    await fillDemoMeetings(trx, tryOut.code, today)
  })
  browser = await startBrowser()
  site = await buildServer(app)
  const address = await site.http.listen({ port: 0, host: '127.0.0.1' })
  const as = await browser.signedIn(address, 'clerk')
  clerk = await browser.open(address, { as })
  other = await browser.open(address, { as })
  plain = await browser.open(address, { as, javaScript: false })
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

const document = `<!doctype html><html lang="en"><title>Minutes</title><body>
<h1>Minutes of the Education and Skills Select Committee</h1>
<p>Held on Monday 5 October 2026 at 10.00 am</p>
<p>Present: Cllr Ann Oak (Chair), Cllr Ben Pine</p>
<h2>1. Apologies</h2><p>There were none.</p>
<h2>2. School places</h2>
<p>2.1 There were 330 places in the town.</p>
<p>2.2 Members asked for a report on school places by 12 December 2026.</p>
<p>2.3 It was RESOLVED that the report be noted.</p>
<script>document.title = 'run'</script></body></html>`

test('a web page of minutes is read in, confirmed beside the original, and its asks are raised', async () => {
  await clerk.goto(at('/minutes/import', clerk))
  expect(await axe(clerk)).toEqual([])
  const file = { name: 'minutes.html', mimeType: 'text/html', buffer: Buffer.from(document) }
  await clerk.locator('input[type="file"]').setInputFiles(file)
  await press('Read it', clerk)
  expect(await said(clerk)).toContain('it has scripts')
  expect(await clerk.locator('.app-sheet__found').count()).toBeGreaterThan(4)
  expect(await axe(clerk)).toEqual([])
  await screenshot(clerk, 'minutes-confirm')
  await clerk.locator('[name="item-1-presenter"]').fill('Head of Schools')
  await press('This is right: keep it', clerk)
  meeting = pathOf(clerk).replace('/minutes/asks', '')
  expect(await said(clerk)).toContain('Members asked for a report on school places')
  expect(await axe(clerk)).toEqual([])
  await screenshot(clerk, 'minutes-asks')
  await clerk.getByLabel('Who is to do it').first().fill('Head of Schools')
  await press('Raise it', clerk)
  expect(await said(clerk)).toContain('Raised as report expected')
  await clerk.goto(at(`${meeting}/minutes`, clerk))
  expect(await said(clerk)).toContain('Draft: subject to acceptance at the next meeting')
  expect(await said(clerk)).toContain('Head of Schools · due 12 December 2026')
  expect(await axe(clerk)).toEqual([])
  await screenshot(clerk, 'minutes')
})

/** A meeting of the demonstration that was held and that nobody has written minutes of. */
async function unwritten(on: Page): Promise<string> {
  for (const { id } of await app.db.as(tryOut.code, meetingsHeld)) {
    await on.goto(at(`/meetings/${id}/minutes`, on))
    if ((await said(on)).includes('No minutes yet')) return `/meetings/${id}`
  }
  throw new Error('Every meeting has minutes.')
}
const meetingsHeld = async (trx: Parameters<typeof meetingsBetween>[0]) =>
  (await meetingsBetween(trx, 0, 30_000)).filter(each => each.state === 'held').toReversed()

test('a clerk writes with the keyboard, raises with one key, and both of two clerks are heard', async () => {
  const path = await unwritten(clerk)
  await clerk.goto(at(`${path}/minutes/write`, clerk))
  const offers = clerk.getByRole('button', { name: 'Add these words' })
  expect(await offers.count()).toBeGreaterThan(1)
  await Promise.all([clerk.waitForEvent('load'), offers.first().click()])
  const box = clerk.getByLabel(/Add a paragraph to \d/).last()
  await box.fill('The director will bring the audit to the next meeting.')
  const add = clerk.getByRole('button', { name: 'Add', exact: true }).last()
  await Promise.all([clerk.waitForEvent('load'), add.click()])
  // The paragraph that was added has the focus: one key raises an action from it.
  const paragraph = clerk.locator('.app-minutes__paragraph:target')
  await paragraph.focus()
  await Promise.all([clerk.waitForEvent('load'), clerk.keyboard.press('a')])
  expect(await clerk.locator('.app-minutes__paragraph:target').textContent()).toContain('Action:')
  // While somebody types, keys are letters.
  await clerk
    .getByLabel(/Add a paragraph to \d/)
    .last()
    .fill('')
  await clerk.keyboard.press('a')
  expect(
    await clerk
      .getByLabel(/Add a paragraph to \d/)
      .last()
      .inputValue(),
  ).toBe('a')
  expect(await axe(clerk)).toEqual([])
  await screenshot(clerk, 'minutes-write')

  await clerk.locator('.app-minutes__paragraph:target').focus()
  await Promise.all([clerk.waitForEvent('load'), clerk.keyboard.press('e')])
  const edit = pathOf(clerk)
  await other.goto(at(edit, other))
  await clerk.getByLabel('Words').fill('The director will bring the audit in January.')
  await press('Save', clerk)
  await other.getByLabel('Words').fill('The director will bring the audit in February.')
  await press('Save', other)
  expect(await said(other)).toContain('Both texts stand here')
  expect(await said(other)).toContain('bring the audit in January.')
  expect(await other.getByLabel('Words').inputValue()).toContain('in February.')
  expect(await axe(other)).toEqual([])
  await screenshot(other, 'minutes-two-clerks')
})

test('without JavaScript they are moved, struck, voted on, published and corrected', async () => {
  const path = await unwritten(plain)
  const write = at(`${path}/minutes/write`, plain)
  await plain.goto(write)
  for (const words of ['The second.', 'The first.']) {
    const box = plain.getByLabel(/Add a paragraph to \d/).last()
    await box.fill(words)
    await plain.getByRole('button', { name: 'Add', exact: true }).last().click()
  }
  await plain.getByRole('button', { name: /Up/ }).last().click()
  const texts = await plain.locator('.app-minutes__words .govuk-body').allTextContents()
  expect(texts.slice(-2)).toEqual(['The first.', 'The second.'])
  await plain
    .getByRole('button', { name: /Strike out/ })
    .last()
    .click()
  expect(await plain.locator('del', { hasText: 'The second.' }).count()).toBe(1)
  await plain.goto(at(`${path}/minutes/vote`, plain))
  await plain.getByLabel('Motion').fill('That it be noted')
  await plain.getByLabel('For', { exact: true }).fill('99')
  await press('Record it', plain)
  expect(await said(plain)).toContain('99 votes are more than the')
  expect(await plain.getByLabel('Motion').inputValue()).toBe('That it be noted')
  await plain.getByLabel('For', { exact: true }).fill('2')
  await press('Record it', plain)
  expect(await said(plain)).toContain('Vote: For 2, against 0, abstained 0. Carried.')
  await press('Publish the draft', plain)
  expect(await said(plain)).toContain('Draft: subject to acceptance')
  await plain.goto(write)
  const first = plain.locator('.app-minutes__paragraph', { hasText: 'The first.' })
  await first.getByRole('link', { name: /Change/ }).click()
  await plain.getByLabel('Words').fill('The first, corrected.')
  await press('Save', plain)
  expect(await said(plain)).toContain('a correction is shown with its reason')
  await plain.getByLabel('Why it is corrected').fill('A slip of the pen')
  await press('Save', plain)
  await plain.goto(at(`${path}/minutes`, plain))
  expect(await said(plain)).toContain('A slip of the pen')
  expect(await plain.locator('del', { hasText: 'The first.' }).count()).toBe(1)
})
