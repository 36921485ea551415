import { afterAll, expect, test } from 'vitest'
import { allAlerts, beginAudit, handIn, openAlerts, saveAudit, shippedTools } from '#audits'
import { allUsers, dayIn, viewerOn } from '#people'
import { addUser, giveRole, joinTeam } from '../people/store/users.ts'
import { emptyApp } from '../../tests/county.ts'
import { mailServer } from '../../tests/mail.ts'
import { watchAlerts } from './audit-alerts.ts'

const server = await mailServer()
afterAll(() => server.close())
const app = await emptyApp({
  mail: { url: server.url, from: 'sightline@council.example', headsTo: [] },
})
// A Wednesday morning.
const raised = new Date('2026-11-18T10:00:00Z')
const later = (hours: number) => new Date(raised.getTime() + hours * 3_600_000)

test('who answers for a child hears of an alert at once, the director of what is late, and no letter says what it is about', async () => {
  const { code } = await app.ownCouncil()
  const people = [
    ['manager', 'team-manager', 'North'],
    ['other', 'team-manager', 'South'],
    ['lead', 'quality-lead', ''],
    ['director', 'director', ''],
  ] as const
  const by = {
    authority: code,
    actor: 'a',
    actorName: 'An auditor',
    at: raised,
    today: dayIn(raised),
  }
  await app.db.as(code, async trx => {
    const since = { from: dayIn(raised) - 10, until: null }
    for (const [name, role, team] of people) {
      const user = { name, email: `${name}@council.example`, issuer: null, subject: null }
      const id = (await addUser(trx, code, user, raised)) ?? ''
      await giveRole(trx, code, id, role, since)
      if (team !== '') await joinTeam(trx, code, id, team, since)
    }
    const begun = await beginAudit(trx, by, {
      toolKey: shippedTools[0]?.key ?? '',
      childRef: 'c'.repeat(22),
      team: 'North',
      reason: 'programme',
    })
    const text = { safe: 'no', safeWords: 'Alone at night.' }
    await saveAudit(trx, by, begun.id, { version: 1, text, looked: false })
    // Handing in what is not finished is told, and raises nothing a second time.
    const again = await handIn(trx, by, begun.id, { version: 2, text, looked: false })
    expect(again.issues.length).toBeGreaterThan(10)
    expect(again.alert).toBeNull()
  })
  expect(await app.db.as(code, trx => allAlerts(trx))).toHaveLength(1)
  expect(await watchAlerts(app, later(1))).toBe(0)
  const told = () => server.taken.flatMap(({ to }) => to).toSorted()
  expect(told()).toEqual(['lead@council.example', 'manager@council.example'])
  expect(await watchAlerts(app, later(3))).toBe(0)
  expect(told()).toHaveLength(2)
  expect(await watchAlerts(app, later(5))).toBe(1)
  expect(await watchAlerts(app, later(6))).toBe(0)
  expect(told()).toEqual([
    'director@council.example',
    'lead@council.example',
    'manager@council.example',
  ])
  const letters = server.taken.map(({ source }) => source).join('\n')
  for (const secret of ['North', 'Alone', 'c'.repeat(22), 'safe now'])
    expect(letters).not.toContain(secret)
  // On the site it is late by the clock alone, and whoever manages another team does not see it.
  const [seen, unseen] = await app.db.as(code, async trx => {
    const users = await allUsers(trx)
    const as = (name: string) => {
      const user = users.find(each => each.name === name)
      if (user === undefined) throw new Error('There is no such user.')
      return viewerOn(user, code, dayIn(raised))
    }
    return [
      await openAlerts(trx, as('manager'), later(5)),
      await openAlerts(trx, as('other'), later(5)),
    ]
  })
  expect(seen.map(({ lateSince }) => lateSince)).toEqual([new Date('2026-11-18T14:00:00Z')])
  expect(unseen).toEqual([])
})

test('where no letter can be sent the alert stands, and it is tried again', async () => {
  const { code } = await app.ownCouncil()
  const at = later(24)
  const by = { authority: code, actor: 'a', actorName: 'An auditor', at, today: dayIn(at) }
  await app.db.as(code, async trx => {
    const begun = await beginAudit(trx, by, {
      toolKey: shippedTools[0]?.key ?? '',
      childRef: null,
      team: 'North',
      reason: 'programme',
    })
    await saveAudit(trx, by, begun.id, { version: 1, text: { safe: 'no' }, looked: false })
  })
  const before = server.taken.length
  server.refuse(true)
  await watchAlerts(app, at)
  expect(server.taken.length).toBe(before)
  server.refuse(false)
  await watchAlerts(app, at)
  expect(server.taken.length).toBe(before + 2)
})
