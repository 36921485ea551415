import { expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { today } from '../../../tests/signed-in.ts'
import { allAudits, gradeOf } from '../index.ts'
import { fillDemoAudits, loopOf } from './index.ts'

const db = await testDatabase()
const by = {
  authority: 'LO1',
  actor: 'demonstration',
  actorName: 'Demonstration',
  at: new Date(today * 86_400_000),
  today,
}

test('three years of audits tell their story: inadequate falls, then stays; one is outstanding', async () => {
  const { audits, loop } = await db.as('LO1', async trx => {
    await fillDemoAudits(trx, by, ['North', 'South', 'East'])
    return { audits: await allAudits(trx), loop: await loopOf(trx, today) }
  })
  const own = audits.filter(each => each.reason === 'programme')
  expect(own.length).toBeGreaterThan(300)
  const share = (from: number, to: number) => {
    const some = own.filter(({ auditedOn: on }) => on >= today - to && on < today - from)
    return some.filter(each => gradeOf(each) === 'inadequate').length / some.length
  }
  expect(share(730, 1100)).toBeGreaterThan(share(365, 730))
  // The last year is where it was before: a plateau and no further fall.
  expect(Math.abs(share(0, 183) - share(183, 365))).toBeLessThan(0.12)
  expect(own.filter(each => gradeOf(each) === 'outstanding')).toHaveLength(1)
  expect(loop.closure.found).toBeGreaterThan(10)
  expect(loop.closure.closed).toBeGreaterThan(0)
  expect(loop.closure.closed).toBeLessThan(loop.closure.found)
  expect(loop.effect.pairs).toBeGreaterThan(5)
  // Everything that an audit found stands in the inbox, with a day by which to act.
  expect(loop.loops.every(each => each.finding.source.startsWith('Audit '))).toBe(true)
})
