import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { monthOf, isoMonth } from '#calendar'
import type { Changing } from '#findings'
import { allUsers, dayIn } from '#people'
import type { Tool } from '#practice'
import { county, countyApp } from '../../tests/county.ts'
import { visitor } from '../../tests/visitor.ts'
import { buildServer } from '../app/site.ts'
import { raiseIfDue } from './alarm.ts'
import { beginAudit, handIn } from './change.ts'
import { approveExemplar, insertExemplar } from './learning/store.ts'
import { bringFound } from './loop/change.ts'
import { assignSecond, insertDraw } from './reliability/index.ts'
import { alertOfAudit, auditById, updateAudit } from './store/index.ts'
import { shippedTools } from './tools/index.ts'

const app = await countyApp()
const server = await buildServer(app)
afterAll(() => server.close())

const MARKER = 'wordsthatonlythefirstauditorwrote'
const TEAM = 'A team that nobody else has'
const [tool] = shippedTools
if (tool === undefined) throw new Error('There is no tool.')

function textFor({ standards }: Tool, grade: string) {
  return {
    safe: 'yes',
    safeWords: MARKER,
    ...Object.fromEntries(
      standards.flatMap(({ key, compliance }) => [
        [`grade_${key}`, grade],
        [`evidence_${key}`, MARKER],
        ...compliance.map(check => [`tick_${check.key}`, 'yes']),
      ]),
    ),
    said_child: MARKER,
    agreed_child: 'yes',
    'not-asked_parent': MARKER,
    'not-asked_carer': MARKER,
    learning: MARKER,
    youngWords: MARKER,
  }
}

test('no page of the whole site tells who grades a second time what the first found, until they have handed in', async () => {
  const lead = visitor(server.http)
  await lead.become('quality-lead')
  const director = visitor(server.http)
  await director.become('director')
  const at = new Date()
  const by: Changing = {
    authority: county,
    actor: 'first',
    actorName: 'The first auditor',
    at,
    today: dayIn(at),
  }
  const made = await app.db.as(county, async trx => {
    const grader = (await allUsers(trx)).find(({ name }) => name === 'Quality lead')
    if (grader === undefined) throw new Error('Nobody has come in as the quality lead.')
    const about = { toolKey: tool.key, childRef: 'c'.repeat(22), team: TEAM }
    const { id } = await beginAudit(trx, by, { ...about, reason: 'asked for' })
    const sent = { version: 1, text: textFor(tool, 'good'), looked: true }
    expect((await handIn(trx, by, id, sent)).issues).toEqual([])
    const first = await auditById(trx, id)
    if (first === null) throw new Error('There is no such audit.')
    const found = { words: `Found: ${MARKER}`, theme: 'plans', standard: '' } as const
    const before = await bringFound(trx, by, first, found)
    await insertDraw(trx, county, {
      auditId: id,
      drawnAt: at,
      drawn: 1,
      below: 1500,
      chosen: true,
      graderId: null,
      graderName: null,
      secondId: null,
    })
    const second = await assignSecond(trx, by, id, grader)
    const after = await bringFound(trx, by, first, { ...found, words: `Later: ${MARKER}` })
    const exemplar = randomUUID()
    await insertExemplar(
      trx,
      county,
      {
        id: exemplar,
        auditId: id,
        toolKey: tool.key,
        standard: '',
        standardTitle: 'Plans',
        title: MARKER,
        words: MARKER,
      },
      by,
    )
    await approveExemplar(trx, exemplar, { ...by, actor: 'another', actorName: 'Another' })
    // Moderated down afterwards, so that there is an alert which its grader would be told of.
    const down = { ...first, moderatedGrade: 'inadequate', state: 'moderated' } as const
    await raiseIfDue(trx, by, await updateAudit(trx, down))
    const alert = (await alertOfAudit(trx, id))?.id ?? ''
    return { id, number: first.number, second, exemplar, alert, findings: [before, after] }
  })
  const ids = [
    made.id,
    made.second,
    made.exemplar,
    made.alert,
    ...made.findings.map(({ findingId }) => findingId),
  ]
  const month = isoMonth(monthOf(by.today))
  const parts: Readonly<Record<string, readonly string[]>> = {
    id: ids,
    team: [encodeURIComponent(TEAM)],
    key: [tool.key],
    month: [month],
    step: ['triage', 'merge'],
    code: ['QA02'],
  }
  const fill = (url: string): readonly string[] =>
    url
      .split('/')
      .slice(1)
      .reduce<readonly string[]>(
        (all, part) =>
          all.flatMap(each =>
            part.startsWith(':')
              ? (parts[part.slice(1)] ?? []).map(value => `${each}/${value}`)
              : [`${each}/${part}`],
          ),
        [''],
      )
  const addresses = server.http
    .mounted()
    .filter(({ method, url, guard }) => method === 'GET' && guard !== null && !/assets/.test(url))
    .flatMap(({ url }) => fill(url))
  const filtered = [
    `/findings?state=all&q=${MARKER}`,
    '/audits?grade=inadequate',
    `/audits?team=${encodeURIComponent(TEAM)}`,
    `/audits/new?of=${made.id}`,
  ]
  const told = async (person: typeof lead, address: string) =>
    (await person.get(address)).text.includes(MARKER)
  const leaks: string[] = []
  const asked = [...new Set([...addresses, ...filtered])]
  for (const address of asked) if (await told(lead, address)) leaks.push(address)
  // What a search was for stands in its own field.
  expect(leaks).toEqual([`/findings?state=all&q=${MARKER}`])
  expect(asked).toEqual(
    expect.arrayContaining([
      '/',
      '/gaps',
      '/audits/loop',
      '/audits/learning',
      `/audits/${made.id}`,
    ]),
  )
  // Neither the list nor a figure of that team tells the grade.
  const list = (await lead.get(`/audits?team=${encodeURIComponent(TEAM)}`)).text
  expect(list).toContain('After your own view')
  expect(list).toContain('>0<')
  expect((await lead.get('/audits?grade=inadequate')).text).not.toContain(`/audits/${made.id}`)
  for (const at of [`/audits/${made.id}/found`, `/audits/${made.id}/moderate`])
    expect((await lead.get(at)).status, at).toBe(403)
  expect((await lead.get('/audits/alerts')).text).not.toContain(made.alert)
  // Others read all of it.
  const [finding] = made.findings
  expect(await told(director, `/audits/${made.id}`)).toBe(true)
  expect(await told(director, `/findings/${finding?.findingId}`)).toBe(true)
  expect((await director.get('/audits/alerts')).text).toContain(made.alert)
  // Once the second is handed in its grader reads what the first found.
  const sent = { version: 1, text: textFor(tool, 'good'), looked: true }
  const grader = await app.db.as(county, trx => auditById(trx, made.second))
  await app.db.as(county, trx =>
    handIn(trx, { ...by, actor: grader?.auditorId ?? '' }, made.second, sent),
  )
  for (const { findingId } of made.findings)
    expect(await told(lead, `/findings/${findingId}`)).toBe(true)
  expect(await told(lead, `/audits/learning/exemplars/${made.exemplar}`)).toBe(true)
  expect(await told(lead, `/audits/${made.id}`)).toBe(true)
})
