import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { dayOf, isoMonth, monthOf } from '#calendar'
import { addFinding, type Changing, noCohort } from '#findings'
import { library, wholeCounty } from '#indicators'
import { openDoor } from '#looking'
import { recountEntered, readingsOfIndicator } from '#performance'
import type { Role } from '#people'
import { type Grade, noAnswers } from '#practice'
import { allValuesOf, type CountSeries, enterFigures, standingValues } from '#series'
import { openThread } from '#thread'
import { record } from '../../indicators/fixture.ts'
import { testDatabase } from '../../../tests/database.ts'
import { person, roomsOf, signedInSite, today } from '../../../tests/signed-in.ts'
import type { AuditReason } from '../audit.ts'
import { insertFound } from '../loop/store.ts'
import { auditsPages } from '../pages/pages.ts'
import type { AuditsRooms } from '../pages/rooms.ts'
import { insertVignette } from '../reliability/index.ts'
import { insertAudit, insertModeration } from '../store/index.ts'
import { currentTools, pinTool } from '../toolbox.ts'
import { auditsBehind } from './behind.ts'
import { countFromAudits } from './count.ts'

const db = await testDatabase()
const day = (year: number, month: number, date: number) => dayOf(year, month, date) ?? 0
const at = new Date('2026-11-21T12:00:00Z')
const count: CountSeries = (trx, authority, codes, when) =>
  recountEntered(trx, authority, library, codes, when)
const changing = (authority: string): Changing => ({
  authority,
  actor: 'a1',
  actorName: 'Auditor one',
  at,
  today,
})

interface Told {
  readonly on: number
  readonly grade: Grade
  readonly team?: string
  readonly reason?: AuditReason
  readonly of?: string
  readonly moderated?: Grade
}

async function told(authority: string, each: Told): Promise<string> {
  const id = randomUUID()
  await db.as(authority, async trx => {
    const tool = (await currentTools(trx)).find(({ key }) => key === 'whole-case-file')
    if (tool === undefined) throw new Error('There is no such tool.')
    await pinTool(trx, changing(authority), tool)
    await insertAudit(trx, authority, {
      id,
      toolKey: tool.key,
      toolVersion: tool.version,
      childRef: null,
      foreignKey: null,
      team: each.team ?? 'North',
      worker: '',
      auditorId: 'a1',
      auditorName: 'Auditor one',
      reason: each.reason ?? 'programme',
      ofAudit: each.of ?? null,
      sampleId: null,
      begunAt: new Date(each.on * 86_400_000),
      dueOn: null,
      submittedAt: new Date(each.on * 86_400_000 + 36_000_000),
      auditedOn: each.on,
      state: each.moderated === undefined ? 'submitted' : 'moderated',
      answers: noAnswers,
      version: 1,
      safe: 'yes',
      derivedGrade: each.grade,
      grade: each.grade,
      overrideWords: '',
      ownGrade: null,
      ownWords: '',
      voices: [],
      learning: '',
      moderatedGrade: each.moderated ?? null,
    })
  })
  return id
}

const again = (authority: string, on = today) =>
  db.as(authority, trx =>
    countFromAudits(trx, { ...changing(authority), today: on }, library, count),
  )

const standing = async (authority: string, code: string, team = '') =>
  (await db.as(authority, trx => standingValues(trx, [code])))
    .filter(({ slice }) => slice.name === team)
    .map(({ month, numerator, denominator }) => [isoMonth(month), numerator, denominator])

function roomsFor(authority: string): AuditsRooms {
  return {
    ...roomsOf(db, authority),
    thread: openThread([], []),
    shelf: { history: () => Promise.resolve(record().history()), warm: async () => {} },
    storeOf: () => {
      throw new Error('no records here')
    },
    door: openDoor(db),
    sightOf: () => 'all',
    secret: 'a secret of at least thirty-two characters',
    colleagues: () => Promise.resolve([]),
    teamNames: () => Promise.resolve(['North', 'South']),
    mail: null,
    publicUrl: '',
    countSeries: count,
  }
}

test('a month of audits is its figure, of the county and each team, and the month that runs has none', async () => {
  await told('C01', { on: day(2026, 9, 10), grade: 'good' })
  await told('C01', { on: day(2026, 9, 11), grade: 'inadequate', team: 'South' })
  // Moderation counts instead of the auditor's grade, and a blind second not at all.
  const first = await told('C01', {
    on: day(2026, 9, 20),
    grade: 'good',
    moderated: 'requires improvement',
  })
  await told('C01', { on: day(2026, 9, 21), grade: 'good', reason: 'blind second', of: first })
  await told('C01', { on: day(2026, 11, 3), grade: 'good' })
  expect(await again('C01')).toBeGreaterThan(0)
  expect(await standing('C01', 'QA02')).toEqual([['2026-09', 1, 3]])
  expect(await standing('C01', 'QA02', 'North')).toEqual([['2026-09', 1, 2]])
  expect(await standing('C01', 'QA02', 'South')).toEqual([['2026-09', 0, 1]])
  expect(await again('C01')).toBe(0)
  // The month is over in December.
  expect(await again('C01', day(2026, 12, 1))).toBe(2)
  expect(await standing('C01', 'QA02')).toContainEqual(['2026-11', 1, 1])
})

test('what was entered stands where no audit is, gives way where one is, and stays in the history', async () => {
  const qa02 = library.find(({ code }) => code === 'QA02')
  if (qa02?.kind !== 'series') throw new Error('QA02 is a series.')
  const figure = (month: number) => ({
    indicator: 'QA02',
    month: monthOf(day(2026, month, 1)),
    slice: wholeCounty,
    numerator: 11,
    denominator: 22,
    source: 'A spreadsheet',
    note: '',
  })
  const entering = { authority: 'C02', actor: 'x', actorName: 'Sam', post: 'Analyst', at }
  await db.as('C02', trx =>
    enterFigures(
      trx,
      entering,
      [8, 9].map(month => ({ definition: qa02, figure: figure(month), because: '' })),
      count,
    ),
  )
  await told('C02', { on: day(2026, 9, 10), grade: 'good' })
  await again('C02')
  expect(await standing('C02', 'QA02')).toEqual([
    ['2026-08', 11, 22],
    ['2026-09', 1, 1],
  ])
  const history = await db.as('C02', trx => allValuesOf(trx, 'QA02'))
  expect(history.find(({ supersededBy }) => supersededBy !== null)).toMatchObject({
    numerator: 11,
    source: 'A spreadsheet',
  })
  expect(history.map(({ because }) => because)).toContain(
    'It is counted from the audits in Sightline now, which come before what is entered.',
  )
  const viewer = person('C02', 'director')
  const said = await db.as('C02', async trx =>
    String(await auditsBehind(trx, viewer, qa02, wholeCounty)),
  )
  expect(said).toContain('Counted from the practice audits in Sightline, September 2026')
  expect(said).toContain('1 of 1; between')
  expect(said).toContain('Entered, because no audit of these was here: August 2026')
  expect(said).toContain('A figure was also entered for September 2026')
  expect(said).toContain('/audits/figures/QA02/2026-09')
  const reading = await db.as('C02', trx => readingsOfIndicator(trx, qa02))
  expect(reading?.readings[0]?.latest).toMatchObject({ numerator: 1, denominator: 1 })
})

test('moderation, actions and looking again are counted by their own days', async () => {
  const bad = await told('C03', { on: day(2026, 5, 1), grade: 'inadequate' })
  await told('C03', { on: day(2026, 5, 2), grade: 'inadequate' })
  await told('C03', { on: day(2026, 6, 12), grade: 'good', reason: 'again', of: bad })
  const by = changing('C03')
  await db.as('C03', async trx => {
    await insertModeration(trx, 'C03', {
      id: randomUUID(),
      auditId: bad,
      at: new Date('2026-06-01T09:00:00Z'),
      byId: 'q',
      byName: 'Q',
      grades: {},
      wasGrade: 'inadequate',
      grade: 'inadequate',
      direction: 'same',
      reason: 'As the auditor says.',
    })
    const { id } = await addFinding(trx, by, {
      words: 'The plan says nothing of the brother.',
      sourceKind: 'audit',
      source: 'Audit',
      foundOn: day(2026, 5, 1),
      theme: 'plans',
      severity: 'urgent',
      cohort: noCohort,
      sharedWith: [],
    })
    const found = { id: randomUUID(), auditId: bad, findingId: id, standard: '' }
    await insertFound(trx, 'C03', { ...found, dueOn: day(2026, 5, 11) }, by)
  })
  await again('C03')
  expect(await standing('C03', 'QA03')).toEqual([['2026-06', 1, 1]])
  expect(await standing('C03', 'QA04')).toEqual([['2026-05', 0, 1]])
  // Six weeks after 1 and 2 May end on 12 and 13 June: one was looked at again on its last day.
  expect(await standing('C03', 'QA05')).toEqual([['2026-06', 1, 2]])
})

test('from a figure to its audits, for whoever may; a grade that waits for moderation is counted once it is moderated', async () => {
  await db.as('C04', trx =>
    insertVignette(
      trx,
      'C04',
      {
        id: randomUUID(),
        title: 'A plan',
        words: 'Nobody reviewed it.',
        toolKey: 'whole-case-file',
        toolVersion: 1,
        agreed: {},
        agreedBy: 'The panel',
      },
      { ...changing('C04'), at: new Date('2026-09-15T09:00:00Z') },
    ),
  )
  await told('C04', { on: day(2026, 9, 10), grade: 'good' })
  const held = await told('C04', { on: day(2026, 9, 20), grade: 'good' })
  await again('C04')
  expect(await standing('C04', 'QA02')).toEqual([['2026-09', 1, 1]])
  const site = await signedInSite(auditsPages(roomsFor('C04')))
  const as = (role: Role) => site.as(person('C04', role))
  const lead = as('quality-lead')
  const page = (await lead.get('/audits/figures/QA02/2026-09')).body
  expect(page).toContain('1 of 1')
  expect(page).toContain('One more waits for moderation')
  expect((await as('public').get('/audits/figures/QA02/2026-09')).statusCode).toBe(403)
  expect((await lead.get('/audits/figures/AS01/2026-09')).statusCode).toBe(404)
  await lead.get(`/audits/${held}/moderate`)
  const moderated = { reason: 'I read the record and judged the practice.' }
  expect((await lead.post(`/audits/${held}/moderate`, moderated)).statusCode).toBe(303)
  expect(await standing('C04', 'QA02')).toEqual([['2026-09', 2, 2]])
  expect((await lead.get('/audits/figures/QA02/2026-09?team=North')).body).toContain('2 of 2')
})
