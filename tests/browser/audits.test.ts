import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditById, beginAudit, savesOf, shippedTools } from '#audits'
import { tryOut } from '#council'
import { allUsers } from '#people'
import { buildServer, type Server } from '../../src/app/site.ts'
import { emptyApp } from '../county.ts'
import { at, said } from './entering.ts'
import { axe, type Harness, screenshot, startBrowser } from './harness.ts'

// An audit as an auditor has it: no more clicks than questions, by keyboard, saved by itself, without a
// network, beside somebody else, and without JavaScript.

const app = await emptyApp()
let site: Server
let browser: Harness
let auditor: Page
let lead: Page
let plain: Page

beforeAll(async () => {
  browser = await startBrowser()
  site = await buildServer(app)
  const address = await site.http.listen({ port: 0, host: '127.0.0.1' })
  const as = await browser.signedIn(address, 'auditor')
  auditor = await browser.open(address, { as })
  lead = await browser.open(address, { as: await browser.signedIn(address, 'quality-lead') })
  plain = await browser.open(address, { as, javaScript: false })
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

const tool = shippedTools.find(({ key }) => key === 'whole-case-file')
if (tool === undefined) throw new Error('There is no such tool.')

/** Begins an audit of a child for the auditor. */
async function begin(): Promise<string> {
  return app.db.as(tryOut.code, async trx => {
    const user = (await allUsers(trx)).find(({ name }) => name === 'Auditor')
    const now = new Date()
    const by = {
      authority: tryOut.code,
      actor: user?.id ?? '',
      actorName: 'Auditor',
      at: now,
      today: Math.floor(now.getTime() / 86_400_000),
    }
    const { id } = await beginAudit(trx, by, {
      toolKey: 'whole-case-file',
      childRef: 'a'.repeat(22),
      team: 'North',
      reason: 'programme',
    })
    return id
  })
}

const read = (id: string) =>
  app.db.as(tryOut.code, async trx => {
    const audit = await auditById(trx, id)
    if (audit === null) throw new Error('There is no such audit.')
    return audit
  })

const formOf = (id: string, page: Page) => at(`/audits/${id}/form`, page)
const status = (page: Page) => page.locator('[data-app-said]').textContent()

/** Waits until the form has said that what it has is saved. */
async function settled(page: Page, words: string): Promise<void> {
  await page.locator('[data-app-said]', { hasText: words }).waitFor({ timeout: 10_000 })
}

test('an audit takes no more clicks than it has questions, and is handed in', async () => {
  const id = await begin()
  await auditor.goto(formOf(id, auditor))
  expect(await axe(auditor)).toEqual([])
  let clicks = 0
  let questions = 0
  const click = async (selector: string) => {
    clicks += 1
    await auditor.locator(selector).click()
  }
  // From a choice the Tab key leads to the words beside it: no click is needed to write.
  const write = async (words: string) => {
    await auditor.keyboard.press('Tab')
    questions += 1
    await auditor.keyboard.type(words)
  }
  questions += 1
  await click('[name="safe"][value="yes"]')
  await write('Seen at home on Tuesday.')
  for (const { key, compliance } of tool.standards) {
    questions += 1
    await click(`[name="grade_${key}"][value="good"]`)
    await write('It is in the notes of last month.')
    for (const check of compliance) {
      questions += 1
      await click(`[name="tick_${check.key}"][value="yes"]`)
    }
  }
  // What the child said, that it may be kept, and why the others were not asked: by Tab from the last choice.
  await write('I like my new room.')
  await auditor.keyboard.press('Tab')
  await auditor.keyboard.press('Space')
  questions += 1
  for (const [tabs, words] of [
    [4, 'Asked for another day.'],
    [3, 'There is no carer.'],
  ] as const) {
    for (let press = 1; press < tabs; press++) await auditor.keyboard.press('Tab')
    await write(words)
  }
  await settled(auditor, 'Every question is answered')
  await screenshot(auditor, 'audit-form')
  expect(await axe(auditor)).toEqual([])
  clicks += 1
  await Promise.all([
    auditor.waitForURL(/audits\/[0-9a-f-]+$/),
    auditor.getByRole('button', { name: 'Hand in' }).click(),
  ])
  expect(await read(id)).toMatchObject({ state: 'submitted', grade: 'good' })
  expect(clicks).toBeLessThanOrEqual(questions)
  expect({ clicks, questions }).toEqual({ clicks: 23, questions: 35 })
  expect(await axe(auditor)).toEqual([])
  await screenshot(auditor, 'audit')
})

test('by keyboard alone: a number gives the grade, a letter the tick, and each is saved by itself', async () => {
  const id = await begin()
  await auditor.goto(formOf(id, auditor))
  await auditor.locator('[name="safe"]').first().focus()
  await auditor.keyboard.press('y')
  await auditor.keyboard.press('Tab')
  // While somebody writes, keys are letters.
  await auditor.keyboard.type('no, 2 visits')
  await auditor.locator('[name="grade_voice"]').first().focus()
  await auditor.keyboard.press('3')
  expect(await auditor.locator('[name="grade_voice"]:checked').inputValue()).toBe(
    'requires improvement',
  )
  await auditor.locator('[name="tick_voice-seen"]').first().focus()
  await auditor.keyboard.press('n')
  await settled(auditor, 'questions are still open')
  await expect
    .poll(async () => (await read(id)).answers, { timeout: 10_000 })
    .toMatchObject({
      safe: 'yes',
      safeWords: 'no, 2 visits',
      grades: { voice: 'requires improvement' },
      ticks: { 'voice-seen': 'no' },
    })
})

test('without a network answers stay in the browser, are offered again, and never go over newer ones', async () => {
  const id = await begin()
  const train = await auditor.context().newPage()
  await train.goto(formOf(id, lead))
  await train.context().setOffline(true)
  await train.locator('[name="evidence_voice"]').fill('Written on the train.')
  await train.locator('[name="evidence_plan"]').fill('Also on the train.')
  await settled(train, 'There is no connection')
  expect((await read(id)).answers.evidence).toEqual({})
  await train.close()
  await auditor.context().setOffline(false)
  // Meanwhile the quality lead has answered one of them.
  await lead.goto(formOf(id, lead))
  await lead.locator('[name="evidence_plan"]').fill('Read by the lead.')
  await expect
    .poll(async () => (await read(id)).answers.evidence['plan'], { timeout: 10_000 })
    .toBe('Read by the lead.')
  await auditor.goto(formOf(id, lead))
  const offer = auditor.locator('[data-app-offer]')
  expect(await offer.textContent()).toContain('2 answers')
  expect(await offer.textContent()).toContain('Also on the train.')
  expect(await axe(auditor)).toEqual([])
  await screenshot(auditor, 'audit-offered')
  await offer.getByRole('button', { name: 'Put them in' }).click()
  await expect
    .poll(async () => (await read(id)).answers.evidence, { timeout: 10_000 })
    .toEqual({ voice: 'Written on the train.', plan: 'Read by the lead.' })
})

test('what was written without a network is saved by itself when it is back', async () => {
  const id = await begin()
  await auditor.goto(formOf(id, lead))
  await auditor.context().setOffline(true)
  await auditor.locator('[name="evidence_voice"]').fill('Written in the lift.')
  await settled(auditor, 'There is no connection')
  await auditor.context().setOffline(false)
  await expect
    .poll(async () => (await read(id)).answers.evidence, { timeout: 10_000 })
    .toEqual({ voice: 'Written in the lift.' })
})

test('what two people answer differently is shown to the second, and saved only if they say so', async () => {
  const id = await begin()
  await auditor.goto(formOf(id, auditor))
  await lead.goto(formOf(id, lead))
  await auditor.locator('[name="evidence_voice"]').fill('What the auditor saw.')
  await settled(auditor, 'Saved at')
  await expect
    .poll(async () => (await read(id)).answers.evidence['voice'], { timeout: 10_000 })
    .toBe('What the auditor saw.')
  await lead.locator('[name="evidence_voice"]').fill('What the lead saw.')
  await settled(lead, 'saved “What the auditor saw.” while you had this open')
  // Writing elsewhere saves that, and not the other over what the auditor wrote.
  await lead.locator('[name="evidence_risk"]').fill('No harm.')
  await expect
    .poll(async () => (await read(id)).answers.evidence, { timeout: 10_000 })
    .toEqual({ voice: 'What the auditor saw.', risk: 'No harm.' })
  await Promise.all([lead.waitForEvent('load'), lead.getByRole('button', { name: 'Save' }).click()])
  expect((await read(id)).answers.evidence['voice']).toBe('What the lead saw.')
})

test('a possible name is asked about while it is written, and kept once somebody has looked', async () => {
  const id = await begin()
  await auditor.goto(formOf(id, auditor))
  await auditor.locator('[name="evidence_voice"]').fill('She told Jane Smith about it.')
  await settled(auditor, '“Jane Smith” may be the name of a person')
  expect((await read(id)).answers.evidence).toEqual({})
  await auditor.getByLabel('I have looked: keep it as it is written').check()
  await expect
    .poll(async () => (await read(id)).answers.evidence['voice'], { timeout: 10_000 })
    .toBe('She told Jane Smith about it.')
})

test('without JavaScript the Save button does the same', async () => {
  const id = await begin()
  await plain.goto(formOf(id, plain))
  await plain.locator('[name="safe"][value="yes"]').check()
  await plain.locator('[name="evidence_voice"]').fill('Half of it.')
  await plain.getByRole('button', { name: 'Save' }).click()
  expect(await said(plain)).toContain('Saved at')
  await plain.getByRole('button', { name: 'Hand in' }).click()
  expect(await said(plain)).toContain('Still open: Assessment: the grade')
  expect((await read(id)).answers.evidence).toEqual({ voice: 'Half of it.' })
  expect((await app.db.as(tryOut.code, trx => savesOf(trx, id))).length).toBe(2)
  expect(await status(plain)).toContain('questions are still open')
})
