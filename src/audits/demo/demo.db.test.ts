import { expect, test } from 'vitest'
import { childRef, teamOfChild } from '#children'
import { privateWordsIn } from '#findings'
import { openShelf } from '#performance'
import { county, countyApp } from '../../../tests/county.ts'
import { testDatabase } from '../../../tests/database.ts'
import { today } from '../../../tests/signed-in.ts'
import { lateSince, nextStep, reasonFor } from '../alert.ts'
import { gradeOf } from '../audit.ts'
import { counted } from '../figures.ts'
import { exemplars, briefings, readingsOfBriefing } from '../learning/store.ts'
import { loopOf } from '../loop/index.ts'
import { auditsOfMock, judgementsOf, mocks } from '../mock/store.ts'
import { programmeOf } from '../programme/gather.ts'
import { gradingsOf } from '../reliability/gather.ts'
import { compare } from '../sampling/sample.ts'
import { auditedSince, auditsOfSample, sampledIn, samples } from '../sampling/store.ts'
import {
  allAlerts,
  allAudits,
  disputesOf,
  invitedTo,
  moderationsOf,
  notesOf,
} from '../store/index.ts'
import { childrenIn } from './children.ts'
import { fillDemoAudits } from './index.ts'

const authority = 'LO1'
const db = await testDatabase()
const app = await countyApp()
const shelf = openShelf(app.storeOf)
const history = await shelf.history(county)
const { secret } = app.config
const at = new Date(today * 86_400_000 + 12 * 3_600_000)
const by = { authority, actor: 'demonstration', actorName: 'Demonstration', at, today }
const teams = [...new Set(history.childIds.map((_, child) => teamOfChild(history, child)))].filter(
  team => team !== '',
)
const audits = await db.as(authority, async trx => {
  await fillDemoAudits(trx, by, teams, { history, secret })
  return allAudits(trx)
})
const own = counted(audits)
const read = <T>(work: Parameters<typeof db.as<T>>[1]): Promise<T> => db.as(authority, work)

test('inadequate falls, then stays; one is outstanding', () => {
  const share = (from: number, to: number) => {
    const some = own.filter(({ auditedOn: on }) => on >= today - to && on < today - from)
    return some.filter(each => gradeOf(each) === 'inadequate').length / some.length
  }
  expect(own.length).toBeGreaterThan(300)
  expect(share(730, 1100)).toBeGreaterThan(share(365, 730) + 0.05)
  // The last year is where it was before: a plateau and no further fall.
  expect(Math.abs(share(0, 183) - share(183, 365))).toBeLessThan(0.12)
  expect(audits.filter(each => gradeOf(each) === 'outstanding')).toHaveLength(1)
  expect(audits.every(each => each.auditedOn <= today)).toBe(true)
})

test('agreement rises once vignettes have begun', async () => {
  const { doubled } = await read(gradingsOf)
  const begun = today - 20 * 30
  const agreed = (some: typeof doubled) =>
    some.filter(({ first, second }) => first.grade === second.grade).length / some.length
  const [before, after] = [
    doubled.filter(({ on }) => on < begun),
    doubled.filter(({ on }) => on >= begun),
  ]
  expect(Math.min(before.length, after.length)).toBeGreaterThan(9)
  expect(agreed(after)).toBeGreaterThan(agreed(before) + 0.1)
})

test('exemptions are of two months, renewed, and end all at once with a decision of the director', async () => {
  const { exemptions, withdrawals, completion } = await read(trx => programmeOf(trx, today))
  const discretionary = exemptions.filter(({ kind }) => kind === 'discretionary')
  for (const { fromOn, untilOn, reason } of discretionary) {
    expect(reason).toContain('two months')
    expect(untilOn - fromOn).toBeGreaterThan(57)
    expect(untilOn - fromOn).toBeLessThan(62)
  }
  expect(discretionary.some(({ reason }) => reason.includes('renewed'))).toBe(true)
  expect(discretionary.filter(({ withdrawnOn }) => withdrawnOn !== null).length).toBeGreaterThan(2)
  expect(exemptions.filter(({ kind }) => kind === 'leave')).toMatchObject([{ withdrawnOn: null }])
  expect(withdrawals).toHaveLength(1)
  expect(completion.around?.difference?.low).toBeGreaterThan(0)
})

test('most audits are about a child of the records, in the team that worked with them', async () => {
  const known = new Set(history.childIds.map(id => childRef(secret, authority, id)))
  const about = own.filter(each => each.childRef !== null)
  expect(about.length / own.length).toBeGreaterThan(0.6)
  expect(about.every(each => known.has(each.childRef ?? ''))).toBe(true)
  // What came from elsewhere keeps the key that it had there.
  expect(own.filter(each => each.reason === 'imported')).toHaveLength(14)
  expect(
    own.filter(each => each.toolKey === 'early-help').every(each => each.childRef === null),
  ).toBe(true)
  expect((await read(trx => auditedSince(trx, today - 365))).size).toBeGreaterThan(50)
})

test('every tool is used, some of them fewer than ten times', () => {
  const used = Map.groupBy(own, ({ toolKey }) => toolKey)
  expect(used.size).toBe(10)
  const counts = [...used.values()].map(({ length }) => length)
  expect(counts.some(count => count < 10)).toBe(true)
})

test('a sample is the same when drawn again, and one child of it was replaced for a reason', async () => {
  const [sample] = await read(samples)
  if (sample === undefined) throw new Error('No sample was drawn.')
  const kept = await read(trx => sampledIn(trx, sample.id))
  const { last } = childrenIn({ history, secret }, authority)
  expect(compare(sample, kept, last?.population ?? [])).toEqual({ kind: 'same' })
  expect(kept.filter(each => each.replacedBy !== null)).toHaveLength(1)
  const begun = await read(trx => auditsOfSample(trx, sample.id))
  expect(begun.filter(each => each.state === 'begun')).toHaveLength(2)
  expect(begun.length).toBe(10)
})

test('one alert runs, one is late and escalated, and all of the past are confirmed', async () => {
  const alerts = await read(allAlerts)
  const open = alerts.filter(each => each.confirmed === null)
  expect(open).toHaveLength(2)
  const late = open.filter(each => lateSince(each, at) !== null)
  expect(late).toHaveLength(1)
  expect(late[0]?.escalatedAt).not.toBeNull()
  const [runs] = open.filter(each => !late.includes(each))
  expect(runs?.because).toBe('not safe')
  expect(runs && nextStep(runs)).toBe('act')
  expect(alerts.length).toBeGreaterThan(60)
  for (const { confirmed, acted } of alerts)
    expect(confirmed?.by !== acted?.by || confirmed === null).toBe(true)
  for (const { confirmed } of alerts) expect((confirmed?.at ?? at) <= at).toBe(true)
  // Nothing that asks for an alert is without one.
  const raised = new Set(alerts.map(({ auditId }) => auditId))
  const asks = audits.filter(each => each.reason !== 'imported' && reasonFor(each) !== null)
  expect(asks.filter(({ id }) => !raised.has(id))).toEqual([])
})

test('others are heard: practitioners, children and parents, young reviewers, moderators, a dispute', async () => {
  const about = own.filter(each => each.childRef !== null && each.reason === 'programme')
  expect(about.every(({ voices }) => voices.length === 3)).toBe(true)
  expect(
    about.every(({ voices }) =>
      voices.every(({ words, because }) => (words === '') !== (because === '')),
    ),
  ).toBe(true)
  expect(own.filter(each => each.ownGrade !== null).length / own.length).toBeGreaterThan(0.4)
  const invited = new Set((await read(invitedTo)).map(({ auditId }) => auditId))
  expect(own.filter(({ ownWords, id }) => ownWords !== '' && !invited.has(id))).toEqual([])
  const moderated = await read(moderationsOf)
  expect(moderated.length).toBeGreaterThan(50)
  expect(new Set(moderated.map(({ direction }) => direction))).toEqual(
    new Set(['same', 'up', 'down']),
  )
  expect((await read(notesOf)).length).toBeGreaterThan(2)
  expect(await read(disputesOf)).toMatchObject([
    { raisedAs: 'practitioner', outcome: 'changed', decidedGrade: 'good' },
  ])
})

test('what is learned is approved by a second person and read, and a mock inspection is judged and closed', async () => {
  expect(await read(exemplars)).toMatchObject([
    { writtenBy: 'Principal social worker', approvedBy: 'Quality lead' },
  ])
  const written = await read(briefings)
  expect(written.map(each => each.publishedAt !== null)).toEqual([true, true])
  for (const { id } of written)
    expect((await read(trx => readingsOfBriefing(trx, id))).length).toBeGreaterThan(5)
  const [mock] = await read(mocks)
  expect(mock?.closedAt).not.toBeNull()
  expect((await read(trx => auditsOfMock(trx, mock?.id ?? ''))).length).toBe(4)
  const judged = await read(trx => judgementsOf(trx, mock?.id ?? ''))
  expect([...judged.values()].map(({ grade }) => grade).filter(grade => grade !== null)).toContain(
    'good',
  )
})

test('what audits found stands in the inbox, and some of it has come round', async () => {
  const loop = await read(trx => loopOf(trx, today))
  expect(loop.closure.found).toBeGreaterThan(10)
  expect(loop.closure.closed).toBeGreaterThan(0)
  expect(loop.closure.closed).toBeLessThan(loop.closure.found)
  expect(loop.effect.pairs).toBeGreaterThan(5)
  expect(loop.loops.every(each => each.finding.source.startsWith('Audit '))).toBe(true)
})

test('no free text says who anybody is', () => {
  const texts = audits.flatMap(each => [
    each.ownWords,
    each.learning,
    each.youngWords,
    each.answers.safeWords,
    ...Object.values(each.answers.evidence),
    ...each.voices.flatMap(({ words, because }) => [words, because]),
  ])
  for (const text of new Set(texts))
    expect(privateWordsIn(text), text).toEqual({ never: [], perhaps: [] })
})

test('the same day tells the same story', async () => {
  const again = await (await testDatabase()).as(authority, async trx => {
    await fillDemoAudits(trx, by, teams, { history, secret })
    return allAudits(trx)
  })
  const told = (all: typeof audits) =>
    all.map(({ number, auditedOn, grade, childRef: ref, team }) => [
      number,
      auditedOn,
      grade,
      ref,
      team,
    ])
  expect(told(again)).toEqual(told(audits))
})
