import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { readConfig } from '#config'
import { councils } from '#council'
import { testDatabase } from '../../tests/database.ts'
import { Misused } from './command.ts'
import { inviteCommand } from './invite.ts'

const db = await testDatabase()
const home = mkdtempSync(join(tmpdir(), 'sightline-invite-'))

function address(): string {
  const { connectionString, host = '', port, user = '', database = '' } = db.connection
  return (
    connectionString ??
    `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
  )
}

const write = process.stdout.write.bind(process.stdout)
afterEach(() => {
  process.stdout.write = write
})

async function said(values: Record<string, string>): Promise<string> {
  let out = ''
  process.stdout.write = text => {
    out += String(text)
    return true
  }
  const config = () => readConfig({ SIGHTLINE_HOME: home, DATABASE_URL: address() })
  expect(await inviteCommand.run({ values, paths: [], config })).toBe(0)
  process.stdout.write = write
  return out
}

test('the first administrator is invited from the terminal, once', async () => {
  const ada = { name: 'Ada Example', email: 'ada@example.gov.uk', role: 'administrator' }
  const out = await said(ada)
  expect(out).toMatch(/http:\/\/127\.0\.0\.1:3000\/invitation\/OWN\.[\w-]{43}\n/)
  expect((await councils(db)).map(council => council.code)).toEqual(['OWN'])
  await expect(said(ada)).rejects.toThrow('is in Your council already')
})

test.each([
  [{}, '--name'],
  [{ name: 'Ada Example', email: 'ada' }, '--email'],
  [{ name: 'Ada Example', email: 'ada@example.gov.uk', role: 'king' }, '--role must be one of'],
  [{ name: 'Ada Example', email: 'ada@example.gov.uk', role: 'public' }, '--role must be one of'],
])('%j is said to be wrong', async (values, words) => {
  const asked = inviteCommand.run({ values, paths: [], config: () => readConfig({}) })
  await expect(asked).rejects.toThrow(words)
  await expect(asked).rejects.toThrow(Misused)
})
