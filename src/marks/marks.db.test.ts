import { expect, test } from 'vitest'
import { parseIsoMonth } from '#calendar'
import { wholeCounty } from '#indicators'
import { readJournal } from '#journal'
import { marksPages, readingsOf } from '#performance'
import { definitionOf } from '#indicators'
import { lineKind } from '#plan'
import { linksOf, openThread } from '#thread'
import { eventsOf } from './store/index.ts'
import { allMarks, type Marks, rebasingKind, rebasingThing } from './index.ts'
import { replaceFigures } from '../performance/store.ts'
import { testDatabase } from '../../tests/database.ts'
import { person, roomsOf, signedInSite } from '../../tests/signed-in.ts'

const db = await testDatabase()
const first = parseIsoMonth('2022-01') ?? 0
const team = { dimension: 'team', name: 'North' } as const
const line = '6b6cbb8e-6d9d-4a0f-9d6a-0b6d6f1f0a11'

/** Four years of AS01: a step up in January 2024, for the county and for one team. */
async function siteOf(authority: string) {
  const denominators = Array.from({ length: 48 }, () => 100)
  const numerators = denominators.map((_, i) => (i < 24 ? 60 : 85) + ((i * 7) % 5))
  await db.as(authority, async trx => {
    const count = {
      countedAt: new Date('2026-01-05'),
      extracts: [],
      library: '',
      firstMonth: first,
      asOf: 20_453,
    }
    const series = [wholeCounty, team].map(slice => ({
      indicator: 'AS01',
      version: 1,
      slice,
      numerators,
      denominators,
    }))
    await replaceFigures(trx, authority, count, series, [])
  })
  const rooms = {
    ...roomsOf(db, authority),
    thread: openThread([rebasingKind, lineKind]),
    colleagues: () => Promise.resolve([]),
    explainers: () =>
      Promise.resolve([{ thing: { kind: 'plan-line', id: line }, title: 'Two more teams' }]),
  }
  const site = await signedInSite(marksPages(rooms))
  const marks = (): Promise<Marks> => db.as(authority, allMarks)
  const reading = async () => {
    const definition = definitionOf('AS01')
    const found = await db.as(authority, trx =>
      readingsOf(trx, definition === undefined ? [] : [definition]),
    )
    const [one] = found?.readings ?? []
    if (one === undefined) throw new Error('AS01 was counted')
    return one
  }
  return { site, marks, reading, analyst: site.as(person(authority, 'analyst')) }
}

const target = {
  target: '80%',
  from: '1 April 2024',
  owner: 'Head of Assessment',
  reason: 'Agreed',
}

test('a target is set, reaches the signal, is followed by another, changed and withdrawn', async () => {
  const { analyst, marks, reading } = await siteOf('K01')
  const at = '/indicators/AS01/target'
  expect((await analyst.post(at, target)).statusCode).toBe(303)
  expect((await reading()).signal).toMatchObject({ target: 80, assurance: 'will-hit' })

  const next = { ...target, target: '95', from: '1 April 2025' }
  expect((await analyst.post(at, next)).statusCode).toBe(303)
  expect((await reading()).signal).toMatchObject({ target: 95, assurance: 'will-miss' })
  const [old, fresh] = (await marks()).targets
  expect(old?.until).toBe((fresh?.from ?? 0) - 1)

  const clash = await analyst.post(at, { ...target, from: '1 January 2025' })
  expect(clash.statusCode).toBe(422)
  expect(clash.body).toContain('There is a target of 95 from 1 April 2025 already')

  const one = `/indicators/targets/${fresh?.id}`
  expect((await analyst.post(one, { ...next, target: '90%' })).statusCode).toBe(303)
  expect((await reading()).target).toMatchObject({ value: 90, words: '90%' })
  expect((await analyst.post(`${one}/withdraw`, { why: '' }, one)).statusCode).toBe(422)
  expect((await analyst.post(`${one}/withdraw`, { why: 'Set too early.' }, one)).statusCode).toBe(
    303,
  )
  expect((await reading()).target).toBeNull()
  const page = (await analyst.get(one)).body
  expect(page).toContain('Set too early.')
  expect(page).toContain('Before: 95 from 1 April 2025')
  expect((await analyst.post(one, next, at)).statusCode).toBe(409)
  const { actions, words } = await db.as('K01', async trx => {
    const lines = await readJournal(trx, { limit: 100 })
    return { actions: lines.map(each => each.action), words: JSON.stringify(lines) }
  })
  expect(actions).toEqual(
    expect.arrayContaining(['target.set', 'target.ended', 'target.changed', 'target.withdrawn']),
  )
  expect(words).not.toContain('Set too early')
})

test('a target that is no number has to be meant in words, and is then shown as it is written', async () => {
  const { analyst, reading } = await siteOf('K02')
  const at = '/indicators/AS01/target'
  const words = { ...target, target: 'as good as our neighbours' }
  const asked = await analyst.post(at, words)
  expect(asked.statusCode).toBe(422)
  expect(asked.body).toContain('is not a number')
  expect(asked.body).toContain('The target is in words and not a number')
  expect(asked.body).toContain('value="as good as our neighbours"')
  expect((await analyst.post(at, { ...words, inWords: 'yes' }, at)).statusCode).toBe(303)
  const { signal, target: held } = await reading()
  expect(held?.words).toBe('as good as our neighbours')
  expect(signal).toMatchObject({ target: null, assurance: 'none', outlook: null })
  const list = (await analyst.get('/indicators/targets')).body
  expect(list).toContain('As good as our neighbours')
  expect(list).toContain('It is not a number')

  for (const [wrong, says] of [
    [{ target: '120' }, 'over 100%'],
    [{ target: '-5' }, 'below 0'],
    [{ from: 'soon' }, 'Enter the date'],
    [{ until: '1 January 2020' }, 'has to be after'],
    [{ reason: '' }, 'Enter why'],
  ] as const) {
    const answer = await analyst.post(at, { ...target, ...wrong })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(says)
  }
})

test('a team writes on its own charts, and not on those of others', async () => {
  const { site, analyst, marks } = await siteOf('K03')
  const manager = site.as(person('K03', 'team-manager', { teams: ['North'] }))
  const own = '/indicators/AS01/note?by=team&part=North'
  const note = { month: 'March 2024', words: 'New team manager', charts: 'all' }
  expect((await manager.post(own, note)).statusCode).toBe(303)
  expect((await manager.get('/indicators/AS01/note')).statusCode).toBe(403)
  expect((await manager.post('/indicators/AS01/note', note, own)).statusCode).toBe(403)
  const [written] = (await marks()).notes
  expect(written).toMatchObject({ indicator: null, slice: team, words: 'New team manager' })

  const at = `/indicators/notes/${written?.id}`
  const other = site.as(person('K03', 'team-manager', { teams: ['South'] }))
  expect((await other.get(at)).body).not.toContain('Withdraw it')
  expect((await other.post(at, note, own)).statusCode).toBe(403)
  expect((await manager.post(at, { ...note, words: 'A new manager came' })).statusCode).toBe(303)
  expect((await manager.post(`${at}/withdraw`, { why: 'Wrong month.' }, at)).statusCode).toBe(303)
  expect((await marks()).notes).toEqual([])
  const page = (await analyst.get(at)).body
  expect(page).toContain('Wrong month.')
  expect(page).toContain('March 2024: New team manager')
  const events = await db.as('K03', trx => eventsOf(trx, written?.id ?? ''))
  expect(events.map(each => each.action)).toEqual(['Withdrawn', 'Changed', 'Written'])
  const bad = await manager.post(own, { ...note, month: 'some day', words: '' })
  expect(bad.statusCode).toBe(422)
  expect(bad.body).toContain('Enter the month')
})

test('limits begin anew by a decision, with what explains it, and the decision can be undone', async () => {
  const { site, analyst, marks, reading } = await siteOf('K04')
  const at = '/indicators/AS01/limits'
  const offered = (await reading()).signal.proposedRebase
  expect(offered?.since).toBe('2024-01')
  const page = (await analyst.get(at)).body
  expect(page).toContain('moved to a new level in <strong>January 2024</strong>')
  expect(page).toContain('What the limits would become')
  expect(page).not.toMatch(/NaN|undefined|Infinity/)

  const decision = { from: 'January 2024', reason: 'Two more teams', explains: line }
  const member = site.as(person('K04', 'member'))
  expect((await member.get(at)).body).not.toContain('Begin the limits anew')
  expect((await member.post(at, decision)).statusCode).toBe(403)
  for (const [wrong, says] of [
    [{ from: 'January 2019' }, 'Choose a month after January 2022'],
    [{ from: '' }, 'Enter the month'],
    [{ reason: '' }, 'Enter what changed'],
    [{ explains: 'nothing' }, 'Choose a line of a plan'],
  ] as const) {
    const answer = await analyst.post(at, { ...decision, ...wrong })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(says)
  }
  expect((await analyst.post(at, decision)).statusCode).toBe(303)
  expect((await analyst.post(at, decision)).statusCode).toBe(409)
  const now = await reading()
  expect(now.signal.stretches).toHaveLength(2)
  expect(now.signal.proposedRebase).toBeNull()
  expect(now.signal.settled).toMatchObject({ since: '2024-01', direction: 'up' })
  const [decided] = (await marks()).rebasings
  expect(decided).toMatchObject({ wasOffered: true, decidedByName: 'The analyst' })
  const links = await db.as('K04', trx => linksOf(trx, [rebasingThing(decided?.id ?? '')]))
  expect(links).toMatchObject([{ relation: 'comes from', to: { kind: 'plan-line', id: line } }])

  const undo = `/indicators/limits/${decided?.id}/undo`
  expect((await analyst.post(undo, { why: '' })).statusCode).toBe(422)
  expect((await analyst.post(undo, { why: 'The teams came later.' })).statusCode).toBe(303)
  expect((await reading()).signal.stretches).toHaveLength(1)
  expect((await analyst.get(at)).body).toContain('The teams came later.')
  // It may be decided again.
  expect((await analyst.post(at, decision)).statusCode).toBe(303)
})

test('one council sees nothing of another', async () => {
  await siteOf('K05')
  expect(await db.as('K05', allMarks)).toEqual({ targets: [], notes: [], rebasings: [] })
})
