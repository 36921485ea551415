import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeFileSync } from 'node:fs'
import { county, countyApp } from '../../tests/county.ts'
import { type Visitor, visitor } from '../../tests/visitor.ts'
import { buildServer, type Server } from '../app/site.ts'

const app = await countyApp()
let server: Server
const seated = new Map<string, Visitor>()
const as = async (key: string): Promise<Visitor> => {
  const known = seated.get(key)
  if (known !== undefined) return known
  const person = visitor(server.http, `192.0.2.${seated.size + 1}`)
  await person.become(key)
  seated.set(key, person)
  return person
}

beforeAll(async () => {
  server = await buildServer(app)
  await server.http.ready()
})
afterAll(() => server.close())

test('try', async () => {
  const analyst = await as('analyst')
  for (const url of [
    '/public/figures',
    '/public/figures/1',
    '/public/figures/2',
    '/public/figures/1/AS01',
    '/public/figures/2/AS01',
    '/public/figures/2/figures.csv',
    '/api/v1/issues',
    '/api/v1/issues/1/figures?page_size=3',
  ]) {
    const { status, text } = await analyst.get(url)
    console.log(url, status, text.length)
    writeFileSync(`/tmp/out${url.replaceAll('/', '_').replace('?', '_')}.html`, text)
  }
  const made = await analyst.post('/figures/publish/new', {
    title: 'Trial',
    codes: 'AS01',
    by: 'team',
    from: '2025-04',
    to: '2026-03',
  })
  console.log(made.status, made.to, made.text.slice(0, 300))
  const draft = await analyst.get(made.to ?? '')
  console.log(draft.status, draft.text.length)
  const director = await as('director')
  const seen = /name="seen" value="(\w+)"/.exec((await director.get(made.to ?? '')).text)?.[1] ?? ''
  const done = await director.post(`${made.to}/approve`, { seen })
  console.log(done.status, done.to, seen)
})
