import { afterAll, beforeAll, expect, test } from 'vitest'
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
  for (const url of ['/indicators/AS01/download.csv', '/indicators/AS01/download.svg', '/indicators/download.csv', '/api', '/api/v1/openapi.json', '/api/v1/indicators?page_size=2', '/api/v1/signals?by=team&page_size=1', '/api/v1/definitions?page_size=1','/account/tokens', '/figures/publish', '/figures/publish/new', '/public/figures', '/api/v1/indicators/AS01/series?by=team&page_size=1&from=2025-01']) {
    const { status, text } = await analyst.get(url)
    console.log(url, status, text.length, text.slice(0, 700).replace(/\s+/g, ' '))
  }
})
