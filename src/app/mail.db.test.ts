import { afterAll, expect, test } from 'vitest'
import { journalHead, record, verifyJournal } from '#journal'
import { openMail } from '#kit/mail.ts'
import { emptyApp } from '../../tests/county.ts'
import { mailServer } from '../../tests/mail.ts'
import { sendHeads } from './mail.ts'

const server = await mailServer()
const settings = { url: server.url, from: 'sightline@council.example' }
const app = await emptyApp({ mail: { ...settings, headsTo: ['auditor@council.example'] } })
const mail = openMail(settings)
afterAll(async () => {
  mail.close()
  await server.close()
})
const at = new Date('2026-11-21T06:00:00Z')
const later = (hours: number) => new Date(at.getTime() + hours * 3_600_000)

test('the heads of the journal are sent once a day, and that they were is in the journal', async () => {
  const { code } = await app.ownCouncil()
  expect(await sendHeads(app, mail, at)).toBe(false)
  await app.db.as(code, trx =>
    record(trx, { actor: 'p1', action: 'a', subject: { kind: 'k', id: 'i' } }, at),
  )
  const head = await app.db.as(code, journalHead)
  expect(await sendHeads(app, mail, at)).toBe(true)
  expect(await sendHeads(app, mail, later(5))).toBe(false)
  expect(server.taken).toHaveLength(1)
  const [letter] = server.taken
  expect(letter?.to).toEqual(['auditor@council.example'])
  const attached = /\n\n([A-Za-z0-9+/=\n]{60,})\n/.exec(letter?.source ?? '')?.[1] ?? ''
  expect(Buffer.from(attached, 'base64').toString()).toContain(head?.hash)
  expect(await sendHeads(app, mail, later(24))).toBe(true)
  expect(await Array.fromAsync(verifyJournal(app.db, code))).toEqual([])
})

test('where the server refuses, nothing says that it was sent', async () => {
  server.refuse(true)
  await expect(sendHeads(app, mail, later(72))).rejects.toThrow('not today')
  server.refuse(false)
  expect(await sendHeads(app, mail, later(73))).toBe(true)
})
