import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { readConfig } from '#config'
import { saveCouncil } from '#council'
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

async function said(
  values: Record<string, string>,
  env: Record<string, string> = {},
): Promise<string> {
  let out = ''
  process.stdout.write = text => {
    out += String(text)
    return true
  }
  const config = () => readConfig({ SIGHTLINE_HOME: home, DATABASE_URL: address(), ...env })
  expect(await inviteCommand.run({ values, paths: [], config })).toBe(0)
  process.stdout.write = write
  return out
}

test('the first administrator is invited from the terminal, once', async () => {
  const ada = { name: 'Ada Example', email: 'ada@example.gov.uk', role: 'administrator' }
  await expect(said(ada)).rejects.toThrow('Set up your council first')
  const council = { code: 'OWN', name: 'Testshire', brandColour: null, demonstration: false }
  await saveCouncil(db, council, new Date())
  expect(await said(ada)).toMatch(/http:\/\/127\.0\.0\.1:3000\/invitation\/OWN\.[\w-]{43}\n/)
  await expect(said(ada)).rejects.toThrow('is in Testshire already')
  const elsewhere = { PUBLIC_URL: 'https://sightline.example' }
  const bea = { ...ada, email: 'bea@example.gov.uk' }
  expect(await said(bea, elsewhere)).toContain('https://sightline.example/invitation/OWN.')
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
