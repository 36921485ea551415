import { afterAll, expect, test } from 'vitest'
import { childPopulation, councils, settings } from '#council'
import { readJournal, verifyJournal } from '#journal'
import { recentJobs } from '#kit/jobs/index.ts'
import { allUsers } from '#people'
import { buildServer } from '../app/site.ts'
import { markupFaults } from '../../tests/browser/harness.ts'
import { county, countyApp } from '../../tests/county.ts'
import { multipart, visitor } from '../../tests/visitor.ts'

const app = await countyApp()
const site = await buildServer(app)
afterAll(() => site.close())
const { db } = app
const administrator = visitor(site.http)
await administrator.become('administrator')

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
)
const pages = [
  '/administration',
  '/administration/settings',
  '/administration/theme',
  '/administration/population',
  '/administration/jobs',
  '/administration/storage',
  '/administration/condition',
  '/administration/journal',
  '/administration/held',
]
/** The newest line, but for those of counting again, which happens beside the test. */
const newest = async () =>
  (await db.as(county, trx => readJournal(trx, { limit: 5 }))).find(
    line => line.action !== 'figures.counted',
  )

async function upload(bytes: Uint8Array) {
  const { text } = await administrator.get('/administration/theme')
  const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''
  const body = multipart(token, [{ name: 'logo.png', bytes }])
  return administrator.send('/administration/theme/logo', body)
}

test.each(pages)('%s answers an administrator, is valid, and nobody else sees it', async url => {
  const { status, text } = await administrator.get(url)
  expect(status).toBe(200)
  expect(await markupFaults(text)).toEqual([])
  expect(text).not.toMatch(/undefined|NaN|\[object|Infinity/)
  const manager = visitor(site.http)
  await manager.become('team-manager')
  expect((await manager.get(url)).status).toBe(403)
  expect((await visitor(site.http).get(url)).status).toBe(303)
})

test('a setting holds from its day, is in the journal, and has figures counted again by it', async () => {
  const path = '/administration/settings'
  const fields = { key: 'caseload-ceiling', from: '2026-01-05', because: 'Agreed in December' }
  const wrong = await administrator.post(path, { ...fields, value: '9999' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Enter a whole number of children from 1 to 100.')
  expect(wrong.text).toContain('value="9999"')
  expect((await administrator.post(path, { ...fields, value: '16' })).status).toBe(303)
  expect(await db.as(county, settings)).toContainEqual(
    expect.objectContaining({ key: 'caseload-ceiling', value: '16' }),
  )
  expect(await newest()).toMatchObject({
    action: 'council.set',
    subjectId: 'caseload-ceiling',
    detail: { value: '16', from: '2026-01-05' },
  })
  const { text } = await administrator.get(path)
  expect(text).toContain('16 children')
  expect(text).not.toContain('still counted with')
})

test('a new name is at the top of the next page', async () => {
  const fields = { key: 'name', from: '2026-01-01', because: 'It was renamed' }
  await administrator.post('/administration/settings', { ...fields, value: 'Renamedshire' })
  expect((await administrator.get('/about')).text).toContain('Sightline for Renamedshire')
})

test('a colour shows at once, and one on which white cannot be read is refused', async () => {
  const path = '/administration/theme'
  const light = await administrator.post(path, { colour: '#ffee00' })
  expect(light.status).toBe(422)
  expect(light.text).toContain('This colour is too light')
  expect((await administrator.post(path, { colour: 'red' })).status).toBe(422)
  await administrator.post(path, { colour: '#7A0019' })
  const { text } = await administrator.get('/about')
  expect(text).toContain('href="/assets/brand/7a0019.css"')
  const styles = await visitor(site.http).get('/assets/brand/7a0019.css')
  expect(styles.text).toContain('--app-brand:#7a0019')
  expect((await visitor(site.http).get('/assets/brand/ffee00.css')).status).toBe(404)
  expect((await councils(db)).find(each => each.code === county)?.brandColour).toBe('#7a0019')
  await administrator.post(path, { colour: '' })
  expect((await administrator.get('/about')).text).not.toContain('/assets/brand/')
})

test('a logo is a picture, shows at once and can be removed', async () => {
  const refused = await upload(Buffer.from('<svg onload="alert(1)"></svg>'))
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('SVG pictures can hold scripts')
  expect((await upload(Buffer.alloc(300_000))).text).toContain('200 kB or smaller')
  expect((await upload(dot)).status).toBe(303)
  const src = /src="(\/assets\/logo\/[0-9a-f]{64})"/.exec(
    (await administrator.get('/about')).text,
  )?.[1]
  const shown = await site.http.inject({ url: src ?? '/nowhere' })
  expect(shown.headers['content-type']).toBe('image/png')
  expect(shown.rawPayload).toEqual(dot)
  expect(await newest()).toMatchObject({ action: 'council.logo-set' })
  await administrator.post('/administration/theme/logo/remove', {})
  expect((await site.http.inject({ url: src ?? '' })).statusCode).toBe(404)
})

test('a population is kept, and every rate is counted again by a job', async () => {
  const path = '/administration/population'
  const fields = { year: '2026', children: '151,000', source: 'ONS, July 2026' }
  expect((await administrator.post(path, { ...fields, children: 'many' })).status).toBe(422)
  expect((await administrator.post(path, fields)).to).toBe('/administration/jobs')
  const known = await db.as(county, childPopulation)
  expect(known.at(-1)).toEqual({ year: 2026, children: 151_000, source: 'ONS, July 2026' })
  const jobs = await db.as(county, trx => recentJobs(trx, 1))
  expect(jobs[0]?.job).toBe('figures.count')
  const id = jobs[0]?.id ?? ''
  const again = await administrator.post('/administration/jobs/again', { job: id })
  expect(again.status).toBe(409)
  expect((await administrator.get('/administration/jobs')).text).toContain(
    'Counting every figure again',
  )
})

test('the journal can be narrowed, read on and verified', async () => {
  const { text } = await administrator.get('/administration/journal?kind=setting')
  expect(text).toContain('council.set')
  expect(text).not.toContain('council.coloured')
  expect((await administrator.get('/administration/journal?before=2')).text).toContain(
    '<th scope="row"',
  )
  await administrator.post('/administration/journal/verify', {})
  const after = await administrator.get('/administration/journal')
  expect(after.text).toContain('every line is as it was written')
  expect(await Array.fromAsync(verifyJournal(db, county))).toEqual([])
})

test('what is held about a user is handed over for a reason, which is in the journal', async () => {
  const [user] = await db.as(county, allUsers)
  const path = '/administration/held'
  const id = user?.id ?? ''
  expect((await administrator.post(path, { user: id })).text).toContain('Choose a reason.')
  const stranger = { user: crypto.randomUUID(), reason: 'asked' }
  expect((await administrator.post(path, stranger)).text).toContain('Choose a person.')
  const made = await administrator.post(path, { user: id, reason: 'asked' })
  expect(made.status).toBe(200)
  expect(made.text.slice(0, 2)).toBe('PK')
  expect(await newest()).toMatchObject({
    action: 'held.exported',
    subjectId: id,
    detail: { because: 'The person asked for it' },
  })
})
