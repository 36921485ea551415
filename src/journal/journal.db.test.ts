import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../tests/database.ts'
import { type JournalFault, journalHead, readJournal, record, verifyJournal } from './index.ts'

const db = await testDatabase()
const AT = new Date('2026-11-21T10:30:00.123Z')

const write = (authority: string, id: string, detail = {}) =>
  db.as(authority, trx =>
    record(
      trx,
      { actor: 'p1', action: 'extract.loaded', subject: { kind: 'extract', id }, detail },
      AT,
    ),
  )

async function chainOf(authority: string, lines: number) {
  for (let i = 1; i <= lines; i++)
    await write(authority, `e${i}`, { rows: i, '10': 0.1, b: [null] })
}

async function faultsOf(authority: string): Promise<string[]> {
  const faults: JournalFault[] = []
  for await (const fault of verifyJournal(db, authority)) faults.push(fault)
  return faults.map(fault => `${fault.kind} ${fault.seq}`)
}

/** As somebody would who owns the database: with the guard switched off. */
async function tamper(statement: string) {
  await sql
    .raw(`begin; alter table journal.lines disable trigger user; ${statement};
      alter table journal.lines enable trigger user; commit`)
    .execute(db.owner)
}

test('lines follow each other from 1, each holding the hash of the one before', async () => {
  const first = await write('chain', 'a')
  const second = await write('chain', 'b')
  expect([first.seq, second.seq]).toEqual([1, 2])
  expect(first.previousHash).toBe('0'.repeat(64))
  expect(second.previousHash).toBe(first.hash)
  expect(await db.as('chain', journalHead)).toEqual({ seq: 2, hash: second.hash })
  expect(await faultsOf('chain')).toEqual([])
})

test('a line is read back as it was written, newest first, by its subject', async () => {
  await chainOf('read', 3)
  const lines = await db.as('read', trx => readJournal(trx, { limit: 2 }))
  expect(lines.map(line => line.subjectId)).toEqual(['e3', 'e2'])
  expect(lines[0]).toMatchObject({ at: AT, actor: 'p1', detail: { rows: 3, '10': 0.1, b: [null] } })
  const subject = { kind: 'extract', id: 'e1' }
  const some = await db.as('read', trx => readJournal(trx, { subject, limit: 10 }))
  expect(some.map(line => line.seq)).toEqual([1])
})

test('many at once make one chain, and authorities have chains of their own', async () => {
  const ids = Array.from({ length: 20 }, (_, i) => `e${i}`)
  await Promise.all(ids.flatMap(id => [write('busy', id), write('other', id)]))
  expect(await db.as('busy', journalHead)).toMatchObject({ seq: 20 })
  expect(await db.as('other', journalHead)).toMatchObject({ seq: 20 })
  expect(await faultsOf('busy')).toEqual([])
  expect(await faultsOf('other')).toEqual([])
})

test('a change that is rolled back takes its line with it', async () => {
  await write('undone', 'kept')
  const failing = db.as('undone', async trx => {
    await record(trx, { actor: 'p1', action: 'a', subject: { kind: 'k', id: 'lost' } }, AT)
    throw new Error('on purpose')
  })
  await expect(failing).rejects.toThrow('on purpose')
  await write('undone', 'next')
  expect(await db.as('undone', journalHead)).toMatchObject({ seq: 2 })
  expect(await faultsOf('undone')).toEqual([])
})

test.for([
  'update journal.lines set actor = $$x$$',
  'delete from journal.lines',
  'truncate journal.lines',
])('even the owner is refused: %s', async statement => {
  await write('guarded', 'a')
  await expect(sql.raw(statement).execute(db.owner)).rejects.toThrow('only ever added to')
})

test('the application has no right to change a line', async () => {
  const changing = db.as('guarded', trx => sql`delete from journal.lines`.execute(trx))
  await expect(changing).rejects.toThrow('permission denied')
})

test.for([
  'actor = $$x$$',
  `at = at + interval '1 ms'`,
  `detail = detail || '{"rows": 9}'`,
  'hash = md5(hash)',
])('a line altered by hand is found: %s', async (change, { task }) => {
  await chainOf(task.id, 4)
  await tamper(`update journal.lines set ${change} where authority = '${task.id}' and seq = 2`)
  expect(await faultsOf(task.id)).toContain('altered 2')
})

test('a line altered, with its hash made to fit, no longer leads to the next', async () => {
  await chainOf('forged', 3)
  await chainOf('forger', 1)
  await tamper(
    `update journal.lines set hash = repeat('a', 64) where authority = 'forged' and seq = 3`,
  )
  expect(await faultsOf('forged')).toEqual(['altered 3', 'out of place 3'])
})

test('a line removed is found, in the middle and at the end', async () => {
  await chainOf('gap', 4)
  await tamper(`delete from journal.lines where authority = 'gap' and seq in (2, 3)`)
  expect(await faultsOf('gap')).toEqual(['removed 2'])
  await chainOf('end', 4)
  await tamper(`delete from journal.lines where authority = 'end' and seq = 4`)
  expect(await faultsOf('end')).toEqual(['end removed 4'])
  await chainOf('all', 2)
  await tamper(`delete from journal.lines where authority = 'all'`)
  expect(await faultsOf('all')).toEqual(['end removed 1'])
})

test('two lines that changed places are found', async () => {
  await chainOf('swap', 4)
  await tamper(`update journal.lines set seq = -2 where authority = 'swap' and seq = 2;
    update journal.lines set seq = 2 where authority = 'swap' and seq = 3;
    update journal.lines set seq = 3 where authority = 'swap' and seq = -2`)
  expect(await faultsOf('swap')).toEqual(
    expect.arrayContaining(['out of place 2', 'altered 2', 'out of place 3', 'altered 3']),
  )
})

test('a line moved into another authority is found', async () => {
  await chainOf('from', 1)
  await tamper(`update journal.lines set authority = 'to' where authority = 'from'`)
  expect(await faultsOf('to')).toEqual(['altered 1', 'end removed 1'])
  expect(await faultsOf('from')).toEqual(['end removed 1'])
})
