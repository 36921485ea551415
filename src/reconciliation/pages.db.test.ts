import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildServer, type Server } from '../app/site.ts'
import { countyApp } from '../../tests/county.ts'
import { type Visitor, visitor } from '../../tests/visitor.ts'

const app = await countyApp()
let server: Server

beforeAll(async () => {
  server = await buildServer(app)
  await server.http.ready()
})
afterAll(() => server.close())

const as = async (persona: string): Promise<Visitor> => {
  const someone = visitor(server.http)
  await someone.become(persona)
  return someone
}

const care = '/data/reconciliation/care/ssd/ssda903'

describe('the same count from two sources', () => {
  test('stands side by side, with how many each has alone', async () => {
    const { text } = await (await as('director')).get('/data/reconciliation')
    expect(text).toContain('Children in care on 31 March 2026')
    expect(text).toContain('SSDA903, Episodes')
    expect(text).toContain('Standard Safeguarding Dataset, ssd_cla_episodes')
    expect(text).toContain(`href="${care}"`)
  })

  test('names the children that one has and the other lacks, and how that has changed', async () => {
    const { status, text } = await (await as('director')).get(care)
    expect(status).toBe(200)
    expect(text).toContain('How the difference has changed')
    expect(text).toContain('What may explain it')
    expect(text).toMatch(/href="\/children\/[\w-]{22}"/)
  })

  test('shows no child to an administrator, and nothing to a member', async () => {
    const administrator = await as('administrator')
    const { status, text } = await administrator.get('/data/reconciliation')
    expect(status).toBe(200)
    expect(text).not.toContain(`href="${care}"`)
    expect((await administrator.get(care)).status).toBe(403)
    expect((await (await as('member')).get('/data/reconciliation')).status).toBe(403)
  })

  test('of a subject, a kind or a day that there is not leads nowhere', async () => {
    const director = await as('director')
    for (const url of [
      '/data/reconciliation/care/ssd/cin',
      '/data/reconciliation/nothing/ssd/ssda903',
      `${care}?on=2001-01-01`,
    ])
      expect((await director.get(url)).status).toBe(404)
  })
})

test('what the data is worth stands by kind of file, by record and by team', async () => {
  const director = await as('director')
  const { text } = await director.get('/data/quality')
  expect(text).toContain('What the records lack')
  expect(text).toContain('What the files brought: SSDA903')
  expect(text).toContain('Chance alone would show')
  expect((await director.get('/data/quality/DQ11')).text).toContain('By team')
  expect((await director.get('/data/quality/DQ99')).status).toBe(404)
})

test('a member sees nine questions, and what answers one as far as it is theirs to see', async () => {
  const member = await as('member')
  expect((await member.get('/')).text).toContain('href="/questions-to-ask"')
  const { text } = await member.get('/questions-to-ask')
  expect(text.match(/href="\/questions-to-ask\//g)).toHaveLength(9)
  const one = await member.get('/questions-to-ask/data')
  expect(one.status).toBe(200)
  expect(one.text).not.toContain('href="/data/quality"')
  expect((await (await as('director')).get('/questions-to-ask/data')).text).toContain(
    'href="/data/quality"',
  )
  expect((await member.get('/questions-to-ask/none')).status).toBe(404)
})
