import { afterAll, beforeAll, expect, test } from 'vitest'
import { library, notRecorded } from '#indicators'
import { readJournal } from '#journal'
import { sliceNames } from '#performance'
import type { History } from '#records'
import { markupFaults } from '../../tests/browser/harness.ts'
import { county, countyApp } from '../../tests/county.ts'
import { type LookingSite, lookingSite, somebody } from '../../tests/looking-site.ts'
import { nudgeFor, seedLooking } from '#looking'
import { childPath, childRef, teamOfChild } from './index.ts'

const app = await countyApp()
let clock = new Date('2026-11-21T10:00:00Z')
const today = Math.floor(clock.getTime() / 86_400_000)
let site: LookingSite
let history: History
let teams: readonly string[]

beforeAll(async () => {
  await seedLooking(app.db, county, library, { seed: 1, today })
  site = await lookingSite(app, () => clock, [
    { id: 'm1', name: 'The manager', roles: ['team-manager'], teams: ['Nowhere'] },
  ])
  history = await site.rooms.shelf.history(county)
  teams = await app.db.as(county, trx => sliceNames(trx, 'team'))
})
afterAll(() => site.http.close())

let viewerNow = somebody('d1', 'director')
function become(viewer: typeof viewerNow): void {
  viewerNow = viewer
  site.become(viewer)
}

const refOf = (number: number) =>
  childRef(app.config.secret, county, history.childIds[number] ?? '')
const withTeam = () =>
  history.childIds.findIndex((_, number) => teamOfChild(history, number) !== '')

const get = async (url: string) => {
  const answer = await site.http.inject({ url })
  return { status: answer.statusCode, text: answer.body, to: answer.headers.location }
}
const cookiesOf = (answer: { cookies: readonly { name: string; value: string }[] }) =>
  Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]))

/** A token that every form takes, whoever sends it: so that a refusal is not the token's. */
async function token() {
  const asked = viewerNow
  become(somebody('d1', 'director'))
  const [team = ''] = teams
  const form = await site.http.inject({
    url: `/looking/team/${encodeURIComponent(team)}/conversation`,
  })
  become(asked)
  return {
    value: /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? '',
    cookies: cookiesOf(form),
  }
}

async function post(url: string, fields: Readonly<Record<string, string>>) {
  const { value, cookies } = await token()
  expect(value).not.toBe('')
  const answer = await site.http.inject({
    method: 'POST',
    url,
    cookies,
    payload: new URLSearchParams({ _csrf: value, ...fields }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  return { status: answer.statusCode, text: answer.body, to: answer.headers.location }
}

async function expectSound(text: string, url: string): Promise<void> {
  expect(await markupFaults(text), url).toEqual([])
  expect(text.match(/<h1/g), url).toHaveLength(1)
  expect(text, url).not.toMatch(/undefined|NaN|\[object|Infinity/)
}

test('children are with the teams that figures are shown for, or with one that ended before', () => {
  const named = history.childIds.map((_, number) => teamOfChild(history, number))
  expect(named.filter(name => name !== '').length).toBeGreaterThan(named.length / 2)
  expect(named.filter(name => /^T\d+$/.test(name))).toEqual([])
  // Of early help only the audits are figures: its families are in no list of children.
  const counted = teams.filter(each => each !== notRecorded && each !== 'Early help')
  for (const team of counted) expect(named).toContain(team)
})

test('records are whole pages, whoever the child is, and no address names one', async () => {
  become(somebody('a1', 'auditor'))
  for (let number = 0; number < history.childIds.length; number += 97) {
    const url = childPath(refOf(number))
    expect(url).not.toContain(history.childIds[number])
    await post(url, { reason: 'audit' })
    const { status, text } = await get(url)
    expect(status, url).toBe(200)
    expect(text).toContain(`Child ${history.childIds[number]}`)
    await expectSound(text, url)
  }
})

test('who sees all children is asked why, once a day, and sees the answer', async () => {
  become(somebody('q1', 'quality-lead'))
  const url = childPath(refOf(withTeam()))
  const asked = await get(url)
  expect(asked.text).toContain('Why do you want to open this record?')
  expect(asked.text).not.toContain(`Child ${history.childIds[withTeam()]}`)
  await expectSound(asked.text, url)
  const nothing = await post(url, {})
  expect(nothing.status).toBe(422)
  expect(nothing.text).toMatch(/<title>Error: [^]*href="#reason">Choose your reason/)
  await expectSound(nothing.text, url)
  expect((await post(url, { reason: 'curious' })).status).toBe(422)
  const other = await post(url, { reason: 'other', words: ' ' })
  expect(other.text).toContain('href="#words">Say what your reason is')
  const given = await post(url, { reason: 'other', words: 'The coroner asked <again>' })
  expect([given.status, given.to]).toEqual([303, url])
  const shown = await get(url)
  expect(shown.text).toContain('with your reason: The coroner asked &lt;again&gt;')
  expect(shown.text).toMatch(/Who opened this record[^]*The coroner asked &lt;again&gt;/)
  await site.flush()
  const mine = await get('/me/looking')
  expect(mine.text).toContain('The coroner asked &lt;again&gt;')
  expect(mine.text).toContain('/children/:ref')
  await expectSound(mine.text, '/me/looking')
})

test('a manager opens the records of their own team, and no other', async () => {
  const number = withTeam()
  become(somebody('m2', 'team-manager', [teamOfChild(history, number)]))
  expect((await get(childPath(refOf(number)))).text).toContain('That you opened it is recorded.')
  become(somebody('m3', 'team-manager', ['Another team']))
  const { status, text } = await get(childPath(refOf(number)))
  expect(status).toBe(403)
  expect(text).toContain('This child is with another team')
  expect((await post(childPath(refOf(number)), { reason: 'audit' })).status).toBe(403)
  expect((await post(childPath(refOf(number)), {})).status).toBe(403)
  expect((await get(`/children/${'x'.repeat(22)}`)).status).toBe(404)
  expect((await get('/children/12345')).status).toBe(404)
})

test.each(['member', 'clerk', 'administrator', 'board-partner', 'public'] as const)(
  'a %s sees no record and no looking',
  async role => {
    become(somebody('z1', role))
    for (const url of [childPath(refOf(0)), '/looking', '/looking/quiet'])
      expect((await get(url)).status, url).toBe(403)
    const form = await post('/looking/team/North/conversation', { agreed: 'x' })
    expect(form.status).toBe(403)
  },
)

test('somebody who has not signed in is sent to do so', async () => {
  become({ ...somebody('', 'public'), roles: ['public'] })
  for (const url of ['/me/looking', '/looking', childPath(refOf(0))])
    expect((await get(url)).status, url).toBe(303)
})

test('the director sees use beside performance, two weeks late, with a coefficient for ten teams and none for fewer', async () => {
  become(somebody('d1', 'director'))
  for (const url of [
    '/looking',
    '/looking?indicator=CP15&against=improvement',
    '/looking?indicator=%00',
  ]) {
    const { status, text } = await get(url)
    expect(status, url).toBe(200)
    expect(text).toContain('to 7 November 2026')
    expect(text).toContain('does not prove')
    expect(text).toMatch(
      url.includes('CP15')
        ? /with fewer than 10 no coefficient/
        : /95% interval .* to .*, \d\d teams/,
    )
    await expectSound(text, url)
  }
})

test('a team sees itself today: its manager everybody, a member themselves, the director nobody', async () => {
  const { colleagues } = site.rooms
  const all = await colleagues(county)
  const [someone] = all.filter(
    each => each.id.startsWith('demo:') && each.roles[0] === 'practitioner',
  )
  const team = someone?.teams[0] ?? ''
  const mates = all.filter(each => each.teams.includes(team))
  const url = `/looking/team/${encodeURIComponent(team)}`
  const namesOn = (text: string) => mates.filter(each => text.includes(each.name)).length
  become({ ...somebody('demo', 'team-manager', [team]) })
  const manager = await get(url)
  expect(manager.text).toContain('to 21 November 2026')
  expect(namesOn(manager.text)).toBe(mates.length)
  await expectSound(manager.text, url)
  become(somebody(someone?.id ?? '', 'practitioner', [team]))
  expect(namesOn((await get(url)).text)).toBe(1)
  become(somebody('d1', 'director'))
  const director = await get(url)
  expect(director.text).toContain('to 7 November 2026')
  expect(namesOn(director.text)).toBe(0)
  become(somebody('m4', 'team-manager', ['Elsewhere']))
  expect((await get(url)).status).toBe(403)
  become(somebody('d1', 'director'))
  expect((await get('/looking/team/No%20such%20team')).status).toBe(404)
})

test('a manager whose team has not looked is told, and what was agreed is recorded and shown to both', async () => {
  become(somebody('d1', 'director'))
  const before = await get('/looking/quiet')
  const team = decodeURIComponent(/href="\/looking\/team\/([^"/]+)"/.exec(before.text)?.[1] ?? '')
  await expectSound(before.text, '/looking/quiet')
  const manager = somebody('m9', 'team-manager', [team])
  const notice = await nudgeFor({ ...site.rooms, viewerOf: () => manager }, never)
  expect(notice?.text).toContain(`Nobody in ${team}`)
  expect(
    await nudgeFor({ ...site.rooms, viewerOf: () => somebody('d1', 'director') }, never),
  ).toBeNull()
  expect((await get('/looking/quiet')).text).toContain('21 November 2026, 10:00am')

  const url = `/looking/team/${encodeURIComponent(team)}/conversation`
  const date = { 'held-day': '20', 'held-month': '11', 'held-year': '2026' }
  const wrong = await post(url, { ...date, 'held-month': '13', agreed: 'We meet on Mondays' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('The date must be a real date')
  expect(wrong.text).toContain('We meet on Mondays')
  await expectSound(wrong.text, url)
  const later = await post(url, { ...date, 'held-day': '22', agreed: 'We meet' })
  expect(later.text).toContain('today or earlier')
  expect((await post(url, { ...date, agreed: '' })).text).toContain('Say what you agreed.')
  expect((await post(url, { ...date, agreed: 'x', with: 'nobody' })).status).toBe(422)
  const done = await post(url, { ...date, agreed: 'We meet on Mondays' })
  expect([done.status, done.to]).toEqual([303, '/looking/quiet'])
  expect((await get('/looking/quiet')).text).toContain('We meet on Mondays')
  become(manager)
  expect((await get('/me/looking')).text).toContain('We meet on Mondays')
  const [line] = await app.db.as(county, trx => readJournal(trx, { limit: 1 }))
  expect(line).toMatchObject({ actor: 'd1', action: 'conversation.recorded', subjectId: team })
})

// A request that is asked for nothing: the rooms of the test say who is asking.
const never = {} as Parameters<typeof nudgeFor>[1]

test('what is looked at is recorded by pattern, and only where a page was shown', async () => {
  become(somebody('p7', 'practitioner', ['North']))
  await get('/me/looking')
  clock = new Date('2026-11-21T10:01:00Z')
  await get('/looking')
  await get('/nowhere')
  await get('/me/looking')
  await site.flush()
  const { text } = await get('/me/looking')
  const rows = [...text.matchAll(/<code>([^<]*)<\/code>/g)].map(([, route]) => route)
  expect(rows).toEqual(['/me/looking', '/me/looking'])
  expect(text).toContain('1 minute')
})
