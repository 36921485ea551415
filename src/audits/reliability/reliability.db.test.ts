import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { dayOf } from '#calendar'
import type { Changing } from '#findings'
import { openDoor } from '#looking'
import type { Role } from '#people'
import { type Answers, type Grade, noAnswers } from '#practice'
import { openThread } from '#thread'
import { record } from '../../indicators/fixture.ts'
import { testDatabase } from '../../../tests/database.ts'
import { person, roomsOf, signedInSite, today } from '../../../tests/signed-in.ts'
import { raiseIfDue } from '../alarm.ts'
import { auditKind } from '../in-thread.ts'
import { auditsPages } from '../pages/pages.ts'
import type { AuditsRooms } from '../pages/rooms.ts'
import { spreadBy, spreadByQuarter, spreadOf } from '../figures.ts'
import { allAlerts, allAudits, auditById, insertAudit, updateAudit } from '../store/index.ts'
import { currentTools, pinTool } from '../toolbox.ts'
import {
  chanceOf,
  drawSeconds,
  gradingsOf,
  insertVignette,
  insertVignetteGrading,
  mayAuditAlone,
  secondDraws,
  vignetteGradings,
  vignettes,
} from './index.ts'

const db = await testDatabase()
const secret = 'a secret of at least thirty-two characters'
const MARKER = 'the words that only the first auditor wrote'
const day = (year: number, month: number, date: number) => dayOf(year, month, date) ?? 0

const colleagues = [
  { id: 'a1', name: 'Auditor one', roles: ['auditor'], teams: [] },
  { id: 'a2', name: 'Auditor two', roles: ['auditor'], teams: [] },
  { id: 'q1', name: 'Quality lead', roles: ['quality-lead'], teams: [] },
  { id: 'm1', name: 'Manager of North', roles: ['team-manager'], teams: ['North'] },
  { id: 'c1', name: 'Clerk', roles: ['clerk'], teams: [] },
] as const

async function siteOf(authority: string) {
  const rooms: AuditsRooms = {
    ...roomsOf(db, authority),
    thread: openThread([auditKind], []),
    shelf: { history: () => Promise.resolve(record().history()), warm: async () => {} },
    storeOf: () => {
      throw new Error('no records here')
    },
    door: openDoor(db),
    sightOf: () => 'all',
    secret,
    colleagues: () => Promise.resolve(colleagues),
    teamNames: () => Promise.resolve(['North', 'South']),
    mail: null,
    publicUrl: '',
  }
  const site = await signedInSite(auditsPages(rooms))
  const as = (role: Role, more: Parameters<typeof person>[2] = {}) =>
    site.as(person(authority, role, more))
  return { site, as, lead: as('quality-lead', { id: 'q1', name: 'Quality lead' }) }
}

const changing = (authority: string): Changing => ({
  authority,
  actor: 'a1',
  actorName: 'Auditor one',
  at: new Date('2026-11-21T12:00:00Z'),
  today,
})

/** An audit that is handed in, of which everything is inadequate and says so in words of its own. */
async function handedIn(
  authority: string,
  id: string,
  more: {
    readonly grade?: Grade
    readonly auditor?: string
    readonly reason?: 'programme' | 'blind second' | 'imported'
    readonly submitted?: string
    readonly of?: string
    readonly own?: Grade
    readonly moderated?: Grade
    readonly safe?: 'yes' | 'no'
  } = {},
) {
  const {
    grade = 'inadequate',
    auditor = 'a1',
    reason = 'programme',
    of = null,
    safe = 'no',
  } = more
  await db.as(authority, async trx => {
    const tool = (await currentTools(trx)).find(each => each.key === 'whole-case-file')
    if (tool === undefined) throw new Error('There is no such tool.')
    await pinTool(trx, changing(authority), tool)
    const answers: Answers = {
      ...noAnswers,
      safe,
      safeWords: MARKER,
      grades: Object.fromEntries(tool.standards.map(({ key }) => [key, grade])),
      evidence: Object.fromEntries(tool.standards.map(({ key }) => [key, MARKER])),
    }
    await insertAudit(trx, authority, {
      id,
      toolKey: tool.key,
      toolVersion: tool.version,
      childRef: 'AAAAAAAAAAAAAAAAAAAAAA',
      foreignKey: null,
      team: 'North',
      worker: 'W1',
      auditorId: auditor,
      auditorName: colleagues.find(each => each.id === auditor)?.name ?? auditor,
      reason,
      ofAudit: of,
      sampleId: null,
      begunAt: new Date('2026-11-02T10:00:00Z'),
      dueOn: null,
      submittedAt: new Date(more.submitted ?? '2026-11-03T10:00:00Z'),
      auditedOn: day(2026, 11, 3),
      state: 'submitted',
      answers,
      version: 1,
      safe,
      derivedGrade: grade,
      grade,
      overrideWords: MARKER,
      ownGrade: more.own ?? null,
      ownWords: '',
      voices: [{ who: 'child', words: MARKER, agreed: true, because: '' }],
      learning: MARKER,
      moderatedGrade: more.moderated ?? null,
      youngWords: MARKER,
    })
    const audit = await auditById(trx, id)
    if (audit !== null && reason === 'programme') await raiseIfDue(trx, changing(authority), audit)
  })
}

/** Hands in an audit that is begun, with the same grades throughout. */
async function finish(authority: string, id: string): Promise<void> {
  await db.as(authority, async trx => {
    const audit = await auditById(trx, id, true)
    if (audit === null) throw new Error('There is no such audit.')
    await updateAudit(trx, {
      ...audit,
      state: 'submitted',
      submittedAt: new Date('2026-11-21T12:00:00Z'),
      grade: 'good',
      safe: 'yes',
    })
  })
}

/** An address with every combination of what its parts may be. */
function filled(url: string, known: Readonly<Record<string, readonly string[]>>) {
  return url
    .split('/')
    .reduce<readonly string[]>(
      (made, part) =>
        part === ''
          ? made
          : made.flatMap(each =>
              part.startsWith(':')
                ? (known[part.slice(1)] ?? ['1']).map(value => `${each}/${value}`)
                : [`${each}/${part}`],
            ),
      [''],
    )
}

/** An identifier that chance chooses, or does not. */
function idThat(isChosen: boolean): string {
  for (;;) {
    const id = randomUUID()
    if (chanceOf(secret, id) < 1500 === isChosen) return id
  }
}

test('chance chooses by the share that is set, each audit once, and somebody else grades', async () => {
  await siteOf('R01')
  const [chosen, other] = [idThat(true), idThat(false)]
  await handedIn('R01', chosen)
  await handedIn('R01', other)
  const by = changing('R01')
  const draw = () => db.as('R01', trx => drawSeconds(trx, by, secret, colleagues))
  expect(await draw()).toBe(1)
  expect(await draw()).toBe(0)
  const draws = await db.as('R01', secondDraws)
  const of = (id: string) => draws.find(each => each.auditId === id)
  expect(of(other)).toMatchObject({ chosen: false, graderId: null })
  // Not the first auditor, nor who manages the team, nor a clerk; and because it raised an alert,
  // not the quality lead either, who was told what was found.
  expect(of(chosen)).toMatchObject({ chosen: true, graderId: 'a2' })
  const second = await db.as('R01', trx => auditById(trx, of(chosen)?.secondId ?? ''))
  expect(second).toMatchObject({
    reason: 'blind second',
    ofAudit: chosen,
    auditorId: 'a2',
    state: 'begun',
    answers: noAnswers,
  })
})

test('who grades a second time sees nothing of the first on any page, until they have handed in', async () => {
  const { site, lead, as } = await siteOf('R02')
  const first = idThat(true)
  await handedIn('R02', first, { grade: 'requires improvement', safe: 'yes' })
  const only = colleagues.filter(each => each.id === 'q1')
  await db.as('R02', trx => drawSeconds(trx, changing('R02'), secret, only))
  const [draw] = await db.as('R02', secondDraws)
  const second = draw?.secondId ?? ''
  const alerts = (await db.as('R02', trx => allAlerts(trx))).map(each => each.id)
  const known: Readonly<Record<string, readonly string[]>> = {
    id: [first, second, ...alerts],
    place: ['1'],
    step: ['acknowledge', 'act', 'confirm'],
    key: ['whole-case-file'],
    version: ['1'],
  }
  const asked: string[] = []
  for (const { method, url } of site.app.mounted()) {
    if (method !== 'GET' || !url.startsWith('/audits')) continue
    for (const address of filled(url, known)) {
      const { body, statusCode } = await lead.get(address)
      asked.push(address)
      expect([address, body.includes(MARKER)]).toEqual([address, false])
      expect([address, statusCode < 500]).toEqual([address, true])
    }
  }
  expect(asked).toEqual(expect.arrayContaining([`/audits/${first}`, `/audits/${second}/form`]))
  // Somebody else who leads sees it, and so does the grader once theirs is handed in.
  const director = as('director', { id: 'd1' })
  expect((await director.get(`/audits/${first}`)).body).toContain(MARKER)
  await finish('R02', second)
  expect((await lead.get(`/audits/${first}`)).body).toContain(MARKER)
})

test('what both handed in is agreement; what one has is not', async () => {
  const { lead } = await siteOf('R03')
  for (let n = 0; n < 12; n++) {
    const first = randomUUID()
    await handedIn('R03', first, { grade: n < 6 ? 'good' : 'requires improvement', own: 'good' })
    await handedIn('R03', randomUUID(), {
      grade: n < 5 ? 'good' : 'requires improvement',
      auditor: 'q1',
      reason: 'blind second',
      of: first,
    })
  }
  const { doubled } = await db.as('R03', gradingsOf)
  expect(doubled).toHaveLength(12)
  const page = (await lead.get('/audits/reliability')).body
  expect(page).toContain('give the same grade to 92 of 100 pieces of work')
  expect(page).toContain('between ')
  expect(page).toContain('about 0.5')
})

test('with fewer than ten nothing is claimed, and severity is for the auditor and the quality lead', async () => {
  const { as, lead } = await siteOf('R04')
  const first = randomUUID()
  await handedIn('R04', first)
  await handedIn('R04', randomUUID(), { auditor: 'q1', reason: 'blind second', of: first })
  expect((await lead.get('/audits/reliability')).body).toContain(
    'With fewer than 10 no agreement is claimed.',
  )
  expect((await lead.get('/audits/reliability/auditors')).body).toContain('Auditor one')
  expect((await as('director').get('/audits/reliability/auditors')).statusCode).toBe(403)
  const mine = (await as('auditor', { id: 'a1' }).get('/audits/reliability/mine')).body
  expect(mine).toContain('1 shared: fewer than 10, so nothing is claimed')
  expect(mine).not.toContain('Quality lead</')
})

test('a vignette is written, graded once without its answers, and lets somebody audit alone', async () => {
  const { as, lead } = await siteOf('R05')
  const tool = (await db.as('R05', currentTools)).find(each => each.key === 'whole-case-file')
  const standards = tool?.standards ?? []
  const given = (grade: string) =>
    Object.fromEntries(standards.map(({ key }) => [`grade-${key}`, grade]))
  const at = '/audits/reliability/vignettes/new?tool=whole-case-file'
  const written = {
    title: 'A plan that nobody reviewed',
    words: 'The plan was made in spring and nobody looked at it again.',
    agreedBy: 'The panel of March',
  }
  const open = await lead.post(at, written)
  expect(open.statusCode).toBe(422)
  expect(open.body).toContain('The plan was made in spring')
  expect((await lead.post(at, { ...written, ...given('good') })).statusCode).toBe(303)
  const [vignette] = await db.as('R05', vignettes)
  const path = `/audits/reliability/vignettes/${vignette?.id ?? ''}`
  const may = () => db.as('R05', trx => mayAuditAlone(trx, 'a1', 'whole-case-file'))
  expect(await may()).toBe(false)
  const auditor = as('auditor', { id: 'a1', name: 'Auditor one' })
  expect((await auditor.get(path)).body).not.toContain('The panel of March')
  expect((await auditor.post(path, { [`grade.none`]: 'good' })).statusCode).toBe(422)
  expect((await auditor.post(path, given('good'))).statusCode).toBe(303)
  expect((await auditor.get(path)).body).toContain('Passed')
  expect(await may()).toBe(true)
  const again = await auditor.post(path, given('inadequate'), '/audits/reliability/outside/new')
  expect([403, 409]).toContain(again.statusCode)
  expect(await db.as('R05', vignetteGradings)).toHaveLength(1)
})

test('an inspector’s grade stands beside ours, and bad input has its words', async () => {
  const { lead } = await siteOf('R06')
  await handedIn('R06', randomUUID(), { grade: 'good' })
  const fields = {
    number: '1',
    grade: 'requires improvement',
    byWords: 'Monitoring visit',
    on: '14 November 2026',
  }
  const at = '/audits/reliability/outside/new'
  const unknown = await lead.post(at, { ...fields, number: '77' })
  expect(unknown.statusCode).toBe(422)
  expect(unknown.body).toContain('There is no audit 77 that was handed in.')
  expect((await lead.post(at, { ...fields, grade: 'fine' })).statusCode).toBe(422)
  expect((await lead.post(at, fields)).statusCode).toBe(303)
  const { works } = await db.as('R06', gradingsOf)
  expect(works).toEqual([
    expect.objectContaining({ auditor: 'good', outside: 'requires improvement' }),
  ])
  expect((await lead.get('/audits/reliability')).body).toContain(
    'Our grades: 1 audit has both grades. With fewer than 10 nothing is claimed.',
  )
  const rules = { secondPercent: '25', vignettePercent: '80', because: 'More' }
  const refused = await lead.post('/audits/reliability/rules', rules)
  expect(refused.body).toContain('Enter a share from 10 to 20.')
})

test('who has not passed a vignette is moderated before their grade counts; alerts do not wait', async () => {
  const { lead, as } = await siteOf('R07')
  const made = new Date('2026-11-01T09:00:00Z')
  const ids = { before: randomUUID(), held: randomUUID(), passed: randomUUID() }
  const brought = randomUUID()
  const by = changing('R07')
  await db.as('R07', async trx => {
    const id = randomUUID()
    const [standard] =
      (await currentTools(trx)).find(({ key }) => key === 'whole-case-file')?.standards ?? []
    const agreed = { [standard?.key ?? '']: 'good' as const }
    const posed = { toolKey: 'whole-case-file', toolVersion: 1, agreed, agreedBy: 'The panel' }
    const words = 'A plan that nobody reviewed.'
    await insertVignette(trx, 'R07', { ...posed, id, title: 'A plan', words }, { ...by, at: made })
    await insertVignetteGrading(trx, 'R07', {
      id: randomUUID(),
      vignetteId: id,
      personId: 'a2',
      personName: 'Auditor two',
      at: made,
      grades: agreed,
      graded: 1,
      same: 1,
      adjacent: 1,
      passed: true,
    })
  })
  await handedIn('R07', ids.before, {
    submitted: '2026-10-31T10:00:00Z',
    grade: 'good',
    safe: 'yes',
  })
  await handedIn('R07', ids.held, { grade: 'inadequate' })
  await handedIn('R07', ids.passed, { auditor: 'a2', grade: 'good', safe: 'yes' })
  await handedIn('R07', brought, { reason: 'imported', grade: 'good', safe: 'yes' })
  const audits = await db.as('R07', allAudits)
  expect(audits.filter(each => each.provisional).map(({ id }) => id)).toEqual([ids.held])
  expect(spreadOf(audits)).toMatchObject({ count: 3, of: { inadequate: 0, good: 3 } })
  // The alert went out when it was handed in.
  expect(await db.as('R07', trx => allAlerts(trx))).toMatchObject([{ auditId: ids.held }])
  const director = as('director', { id: 'd7', name: 'The director' })
  expect((await director.get(`/audits/${ids.held}`)).body).toContain(
    'This grade waits for moderation',
  )
  expect((await director.get(`/audits/${ids.passed}`)).body).not.toContain('waits for moderation')
  expect((await lead.get('/audits')).body).toContain('One more waits for moderation')
  expect((await lead.get('/audits/moderation')).body).toContain(
    'In no figure until they are moderated',
  )
  // To pass afterwards frees nothing that was handed in before; to be moderated does.
  const looked = { reason: 'I read the record and judged the practice.' }
  const page = await lead.get(`/audits/${ids.held}/moderate`)
  expect(page.body).toContain('The auditor’s grade: Inadequate')
  const done = await lead.post(`/audits/${ids.held}/moderate`, looked)
  expect(done.statusCode).toBe(303)
  const after = await db.as('R07', allAudits)
  expect(after.some(each => each.provisional)).toBe(false)
  expect(spreadOf(after)).toMatchObject({ count: 4, of: { inadequate: 1, good: 3 } })
  expect((await lead.get('/audits/moderation')).body).not.toContain('In no figure until')
})

test('a child whose work is graded twice counts once in every figure', async () => {
  await siteOf('R08')
  const first = randomUUID()
  await handedIn('R08', first, { grade: 'good', safe: 'yes' })
  const second = { auditor: 'a2', reason: 'blind second', of: first, grade: 'inadequate' } as const
  await handedIn('R08', randomUUID(), second)
  const audits = await db.as('R08', allAudits)
  expect(audits).toHaveLength(2)
  expect(spreadOf(audits)).toMatchObject({ count: 1, of: { good: 1, inadequate: 0 } })
  expect(spreadBy(audits, ({ team }) => team)).toMatchObject([
    { name: 'North', spread: { count: 1 } },
  ])
  expect(spreadByQuarter(audits)).toMatchObject([{ spread: { count: 1 } }])
})
