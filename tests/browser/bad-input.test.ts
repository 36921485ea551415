import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildServer, type Server } from '../../src/app/site.ts'
import { emptyApp } from '../county.ts'
import { at, bringTable, fill, makePlan, pathOf, press, said } from './entering.ts'
import { axe, type Harness, startBrowser } from './harness.ts'

// What people bring that cannot be read or cannot be so, sent through the ordinary pages.

const app = await emptyApp()
let site: Server
let browser: Harness
let page: Page

beforeAll(async () => {
  site = await buildServer(app)
  const address = await site.http.listen({ port: 0, host: '127.0.0.1' })
  browser = await startBrowser()
  const as = await browser.signedIn(address, 'quality-lead')
  page = await browser.open(address, { as })
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

/** A PDF of one page with nothing on it that can be read, as a scanner makes it. */
const pictureOnly = Buffer.from(
  [
    '%PDF-1.4',
    '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
    '2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj',
    '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj',
    'trailer << /Root 1 0 R >>',
    '%%EOF',
  ].join('\n'),
)

test('a report that cannot be read is answered in a sentence, and what can wait is kept', async () => {
  await page.goto(at('/inspections/bring', page))
  const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0])
  for (const [name, buffer, sentence] of [
    ['report.pdf', zip, '“report.pdf” is a Word, Excel or zip file, not a PDF.'],
    ['scan.pdf', pictureOnly, 'This PDF holds pictures of pages and no text.'],
    ['letter.pdf', Buffer.from([1, 0, 2]), '“letter.pdf” is not a PDF and not text'],
  ] as const) {
    await page
      .locator('main input[type="file"]')
      .setInputFiles({ name, mimeType: 'application/pdf', buffer })
    await press('Read this report', page)
    expect(await said(page)).toContain(sentence)
  }

  // Of another inspectorate: nothing is taken from it, and it waits until it is set aside.
  const health = 'Care Quality Commission. What was found in the clinics of this area. '.repeat(30)
  await page
    .locator('main input[type="file"]')
    .setInputFiles({ name: 'health.txt', mimeType: 'text/plain', buffer: Buffer.from(health) })
  await press('Read this report', page)
  expect(await said(page)).toContain(
    'This looks like a report of the Care Quality Commission, not an inspection of a council’s children’s services. Nothing was taken from it.',
  )
  await page.goto(at('/inspections/bring', page))
  expect(await said(page)).toContain('health.txt')
})

test('a date before the inspection is refused, with all that was typed kept', async () => {
  await page.goto(at('/inspections/new?kind=focused&framework=ilacs-2018', page))
  await fill(
    {
      theme: 'The front door',
      beganOn: '8 October 2024',
      endedOn: '9 October 2024',
      receivedOn: '1 October 2024',
      'point-0-words': 'What was asked is long, and was typed with care.',
    },
    page,
  )
  await press('Record it', page)
  expect(await said(page)).toContain(
    'The report cannot have come before the inspection began on 8 October 2024.',
  )
  expect(await page.title()).toMatch(/^Error: /)
  expect(await page.locator('[name="point-0-words"]').inputValue()).toBe(
    'What was asked is long, and was typed with care.',
  )
  expect(await page.locator('[name="theme"]').inputValue()).toBe('The front door')
  expect(await page.locator('[name="point-20-words"]').isVisible()).toBe(false)
  expect(await axe(page)).toEqual([])
})

test('a plan without owners comes in with its gaps named, and is not carried in a circle', async () => {
  const loose = await makePlan('A plan without owners', '1 December 2026', page)
  await bringTable(
    loose,
    'plan.csv',
    'Theme,Project,Impact,By when\nHealth,Checks in time,Children are well,Ongoing\n,,,31/03/2027\n,Dentists,Children are without pain,\n',
    page,
  )
  const looked = await said(page)
  expect(looked).toContain('3 lines would be made, and 1 row given back')
  expect(looked).toContain('It has no owner.')
  expect(looked).toContain('“Ongoing” is no date. It was kept in the comment.')
  await press('Bring it in', page)
  expect(await said(page)).toContain('1 row was not taken in')
  expect(await page.getByRole('link', { name: /Download these rows/ }).count()).toBe(1)

  const carry = `${loose}/carry`
  await page.goto(at(carry, page))
  const boxes = page.locator('main input[name="lines"]')
  await boxes.last().check()
  await fill({ reason: 'It is not done.', title: 'The next plan' }, page)
  await press('Carry open lines forward', page)
  const next = pathOf(page)
  expect(next).not.toBe(carry)
  await page.goto(at(`${next}/carry`, page))
  await page.locator('main input[name="lines"]').last().check()
  await fill({ reason: 'Back to where it was.', into: loose.split('/')[2] ?? '' }, page)
  await press('Carry open lines forward', page)
  expect(await said(page)).toContain('came from that plan, so it would go round in a circle')
  expect(await page.locator('[name="reason"]').inputValue()).toBe('Back to where it was.')
  expect(await axe(page)).toEqual([])
})
