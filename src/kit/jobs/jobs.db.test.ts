import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '../../../tests/database.ts'
import { openLog } from '../log.ts'
import { type JobKind, jobProgress, jobsUnderWay, openJobs, recentJobs } from './index.ts'

const log = openLog('silent')
const db = await testDatabase()
const jobs = await openJobs(db, log)
afterAll(() => jobs.close())

const kind = (name: string): JobKind<{ n: number }> => ({ name, data: z.object({ n: z.number() }) })

async function ended(authority: string, id: string) {
  for (;;) {
    const found = await db.as(authority, trx => jobProgress(trx, id))
    if (found?.state === 'finished' || found?.state === 'failed') return found
    await pause(20)
  }
}

test('a job is done with its data, and its progress and result can be read', async () => {
  const double = kind('double')
  await jobs.work(double, async ({ n }, { progress }) => {
    progress(1, 2, 'Reading the first list')
    progress(2, 2, 'Reading the second list')
    return { doubled: n * 2 }
  })
  const id = await jobs.send(double, 'north', { n: 21 })
  expect(await ended('north', id)).toMatchObject({
    job: 'double',
    state: 'finished',
    done: 2,
    total: 2,
    words: 'Reading the second list',
    result: { doubled: 42 },
    error: null,
  })
  expect(await db.as('south', trx => jobProgress(trx, id))).toBeUndefined()
})

test('a job that throws has failed, in its words, and is not done again', async () => {
  let times = 0
  await jobs.work(kind('broken'), async () => {
    times += 1
    throw new Error('The list has no header.')
  })
  const id = await jobs.send(kind('broken'), 'north', { n: 1 })
  expect(await ended('north', id)).toMatchObject({
    state: 'failed',
    error: 'The list has no header.',
  })
  const next = await jobs.send(kind('broken'), 'north', { n: 2 })
  await ended('north', next)
  expect(times).toBe(2)
})

test('a failed job is done again as a new one, and no other', async () => {
  let times = 0
  await jobs.work(kind('moody'), async ({ n }) => {
    times += 1
    if (times === 1) throw new Error('Not today.')
    return n
  })
  const id = await jobs.send(kind('moody'), 'north', { n: 7 })
  await ended('north', id)
  expect(await jobs.again('south', id)).toBeNull()
  const next = (await jobs.again('north', id)) ?? ''
  expect(await ended('north', next)).toMatchObject({ state: 'finished', result: 7 })
  expect(await jobs.again('north', next)).toBeNull()
  const newest = await db.as('north', trx => recentJobs(trx, 2))
  expect(newest.map(each => each.id)).toEqual([next, id])
})

test('a job sent within a transaction is there only if that commits', async () => {
  const sending = db.as('east', async trx => {
    await jobs.send(kind('unworked'), 'east', { n: 1 }, trx)
    throw new Error('on purpose')
  })
  await expect(sending).rejects.toThrow('on purpose')
  const id = await db.as('east', async trx => {
    const sent = await jobs.send(kind('unworked'), 'east', { n: 2 }, trx)
    // The walls are up again afterwards.
    expect(await jobsUnderWay(trx)).toMatchObject([{ id: sent }])
    return sent
  })
  expect(await db.as('east', jobsUnderWay)).toMatchObject([{ id, state: 'waiting', done: 0 }])
  expect(await db.as('west', jobsUnderWay)).toEqual([])
})

test('an id that is no id has no progress', async () => {
  expect(await db.as('north', trx => jobProgress(trx, `1'; --`))).toBeUndefined()
})
