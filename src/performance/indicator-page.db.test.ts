import { afterAll, expect, test } from 'vitest'
import { buildServer } from '../app/site.ts'
import { county, countyApp } from '../../tests/county.ts'
import { visitor } from '../../tests/visitor.ts'
import { sliceNames } from '#performance'

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
