import { expect, test } from 'vitest'
import { dayOf } from '#calendar'
import type { Mail } from '#kit/mail.ts'
import { noAnswers } from '#practice'
import type { Role } from '#people'
import { openThread } from '#thread'
import { openDoor } from '#looking'
import { testDatabase } from '../../../tests/database.ts'
import { person, roomsOf, signedInSite, today } from '../../../tests/signed-in.ts'
import type { AuditsRooms } from '../pages/rooms.ts'
import { insertAudit } from '../store/index.ts'
import { programmeOf, programmePages, sendReminders } from './index.ts'

const db = await testDatabase()
const day = (year: number, month: number, date: number) => dayOf(year, month, date) ?? 0
const colleague = (id: string, name: string, role: Role, team: string) => ({
  id,
  name,
  roles: [role],
  teams: [team],
})
const managers = [
  colleague('m1', 'Manager of North', 'team-manager', 'North'),
  colleague('m2', 'Manager of South', 'team-manager', 'South'),
  colleague('h1', 'Head of service', 'leadership', ''),
  colleague('c1', 'Clerk', 'clerk', ''),
]

async function siteOf(authority: string) {
  const rooms: AuditsRooms = {
    ...roomsOf(db, authority),
    thread: openThread([], []),
    shelf: { history: () => Promise.reject(new Error('no records here')), warm: async () => {} },
    storeOf: () => {
      throw new Error('no records here')
    },
    door: openDoor(db),
    sightOf: () => 'none',
    secret: 'a secret of at least thirty-two characters',
    colleagues: () => Promise.resolve(managers),
    teamNames: () => Promise.resolve(['North', 'South']),
    mail: null,
    publicUrl: '',
  }
  const site = await signedInSite(programmePages(rooms))
  const as = (role: Role, more: Parameters<typeof person>[2] = {}) =>
    site.as(person(authority, role, more))
  return { as, lead: as('quality-lead') }
}

const asked = {
  who: 'role:team-manager',
  toolKey: 'whole-case-file',
  monthly: '2',
  fromOn: '1 August 2026',
}

test('everybody who holds a role is asked, and what they owe stands on their page', async () => {
  const { as, lead } = await siteOf('G01')
  const made = await lead.post('/audits/programme/obligations/new', asked)
  expect(made.statusCode).toBe(303)
  const programme = await db.as('G01', trx => programmeOf(trx, today))
  expect(programme.obligations.map(each => [each.personId, each.team])).toEqual([
    ['m1', 'North'],
    ['m2', 'South'],
  ])
  const mine = as('team-manager', { id: 'm1', teams: ['North'] })
  const page = await mine.get('/audits/programme/mine')
  expect(page.body).toContain('2 still to do in November 2026.')
  expect(page.body).toContain(
    '2 audits of October 2026 are still to be done. Done now, they count as done late.',
  )
  expect((await lead.get('/audits/programme')).body).toContain('Manager of South')
  // Who did what is for those who lead audits; a member sees figures by team.
  const member = await as('adviser').get('/audits/programme')
  expect(member.statusCode).toBe(200)
  expect(member.body).not.toContain('Manager of South')
  expect((await mine.get('/audits/programme/obligations/new')).statusCode).toBe(403)
})

test('an exemption needs a reason, an end and somebody else, and is counted openly', async () => {
  const { lead } = await siteOf('G02')
  await lead.post('/audits/programme/obligations/new', asked)
  const fields = {
    personId: 'm1',
    kind: 'discretionary',
    reason: 'The team is being inspected',
    fromOn: '1 September 2026',
    untilOn: '31 October 2026',
    approvedById: 'm1',
  }
  const self = await lead.post('/audits/programme/exemptions/new', fields)
  expect(self.statusCode).toBe(422)
  expect(self.body).toContain('Somebody other than the person has to approve it.')
  expect(self.body).toContain('The team is being inspected')
  const endless = { ...fields, approvedById: 'h1', untilOn: '' }
  expect((await lead.post('/audits/programme/exemptions/new', endless)).statusCode).toBe(422)
  const given = { ...fields, approvedById: 'h1' }
  expect((await lead.post('/audits/programme/exemptions/new', given)).statusCode).toBe(303)
  const { completion } = await db.as('G02', trx => programmeOf(trx, today))
  expect(completion.latest).toMatchObject({ asked: 4, exempt: 2, onTime: 0, open: 2 })
})

test('exemptions are withdrawn all at once from a day, and the history stays', async () => {
  const { lead } = await siteOf('G03')
  await lead.post('/audits/programme/obligations/new', asked)
  for (const [personId, kind] of [
    ['m1', 'discretionary'],
    ['m2', 'leave'],
  ])
    await lead.post('/audits/programme/exemptions/new', {
      personId: personId ?? '',
      kind: kind ?? '',
      reason: 'For a while',
      fromOn: '1 August 2026',
      untilOn: '31 December 2026',
      approvedById: 'h1',
    })
  const withdrawn = await lead.post('/audits/programme/exemptions/withdraw', {
    on: '1 October 2026',
    decidedBy: 'The director',
    reason: 'The pace is too slow',
  })
  expect(withdrawn.statusCode).toBe(303)
  const { exemptions, completion } = await db.as('G03', trx => programmeOf(trx, today))
  expect(exemptions.map(each => [each.personId, each.withdrawnOn])).toEqual([
    ['m1', day(2026, 10, 1)],
    ['m2', null],
  ])
  expect(completion.months.map(each => each.exempt)).toEqual([4, 4, 2, 2])
  const page = (await lead.get('/audits/programme')).body
  expect(page).toContain('The director withdrew discretionary exemptions from 1 October 2026')
  expect(page).toContain('Withdrawn from 1 October 2026 (was to 31 December 2026)')
})

test('a reminder is written once before the end of the month, and not of what is done', async () => {
  const { lead } = await siteOf('G04')
  await lead.post('/audits/programme/obligations/new', { ...asked, fromOn: '1 November 2026' })
  await db.as('G04', async trx => {
    for (const nth of [1, 2])
      await insertAudit(trx, 'G04', {
        id: `00000000-0000-4000-8000-00000000000${nth}`,
        toolKey: 'whole-case-file',
        toolVersion: 1,
        childRef: null,
        foreignKey: null,
        team: 'South',
        worker: '',
        auditorId: 'm2',
        auditorName: 'Manager of South',
        reason: 'programme',
        ofAudit: null,
        sampleId: null,
        begunAt: new Date('2026-11-02T10:00:00Z'),
        dueOn: null,
        submittedAt: new Date('2026-11-03T10:00:00Z'),
        auditedOn: day(2026, 11, 3),
        state: 'submitted',
        answers: noAnswers,
        version: 1,
        safe: 'yes',
        derivedGrade: 'good',
        grade: 'good',
        overrideWords: '',
        ownGrade: null,
        ownWords: '',
        voices: [],
        learning: '',
      })
  })
  const letters: string[] = []
  let isBroken = true
  const mail: Mail = {
    send: letter => {
      if (isBroken) return Promise.reject(new Error('not now'))
      letters.push(`${letter.to.join()}: ${letter.text}`)
      return Promise.resolve()
    },
    close: () => {},
  }
  const post = {
    db,
    mail,
    addressOf: (id: string) => `${id}@example.org`,
    base: 'https://sightline.example',
  }
  const when = { today: day(2026, 11, 25), at: new Date('2026-11-25T10:00:00Z') }
  const failures: unknown[] = []
  expect(await sendReminders(post, 'G04', when, error => failures.push(error))).toBe(0)
  expect(failures).toHaveLength(1)
  isBroken = false
  const twice = [
    await sendReminders(post, 'G04', when, () => undefined),
    await sendReminders(post, 'G04', when, () => undefined),
  ]
  expect(twice).toEqual([1, 0])
  expect(letters).toEqual([
    expect.stringContaining('m1@example.org: 2 audits of November 2026 are still to be done'),
  ])
})
