import { afterAll, expect, test } from 'vitest'
import { buildServer } from '../app/site.ts'
import { county, countyApp } from '../../tests/county.ts'
import { visitor } from '../../tests/visitor.ts'
import { library } from '#indicators'
import { readingsOf, sliceNames } from '#performance'

const app = await countyApp()
const site = await buildServer(app)
afterAll(() => site.close())
const director = visitor(site.http)
await director.become('director')

/** What people see: without the parts of a chart that are read out in its place. */
async function seen(url: string): Promise<string> {
  const { status, text } = await director.get(url)
  expect(status).toBe(200)
  return text.replaceAll(/<svg[^]*?<\/svg>/g, '')
}

test('an indicator says its sentence once', async () => {
  const text = await seen('/indicators/AS01')
  const lead = /<p class="app-lead">([^<]+)<\/p>/.exec(text)?.[1] ?? ''
  expect(lead.length).toBeGreaterThan(20)
  expect(text.split(lead)).toHaveLength(2)
  expect(text).toContain('Month by month, with the usual range')
})

test('in a team a rate is a number, and is not called a rate', async () => {
  const [team = ''] = await app.db.as(county, trx => sliceNames(trx, 'team'))
  const part = encodeURIComponent(team)
  const whole = await seen('/indicators/CN01')
  expect(whole).toContain('>Children in need, rate per 10,000 children</h1>')
  const ofTeam = await seen(`/indicators/CN01?by=team&part=${part}`)
  expect(ofTeam).toContain('>Children in need</h1>')
})

test('a figure says what its data is worth, and leads to the same by worker for those who may', async () => {
  const url = '/indicators/AS01'
  expect(await seen(url)).toMatch(/rows behind this figure|list behind this figure/)
  const byWorker = /href="(\/indicators\/AS01\/workers\/[^"]+)"/.exec(await seen(url))?.[1] ?? ''
  expect((await director.get(byWorker)).status).toBe(200)
  const analyst = visitor(site.http)
  await analyst.become('analyst')
  expect((await analyst.get(url)).text).not.toContain('/workers/')
})

test('every indicator is two presses away, and other authorities are', async () => {
  for (const by of ['theme', 'question']) {
    const text = await seen(`/indicators?by=${by}`)
    const led = new Set(
      Array.from(text.matchAll(/href="\/indicators\/([A-Z]{2}\d\d[A-Z]?)"/g), m => m[1]),
    )
    const codes = await app.db.as(county, trx => readingsOf(trx, library))
    expect(led).toEqual(new Set(codes?.readings.map(({ definition }) => definition.code)))
    const jumps = [...text.matchAll(/href="#([a-z-]+)"/g)].map(m => m[1] ?? '')
    expect(jumps.length).toBeGreaterThan(5)
    for (const key of jumps) expect(text).toContain(`id="${key}"`)
  }
  expect(await seen('/indicators')).toContain('href="/comparators"')
})
