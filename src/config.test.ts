import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ConfigRefused, readConfig } from './config.ts'

const base = mkdtempSync(join(tmpdir(), 'sightline-config-'))
afterAll(() => rmSync(base, { recursive: true }))
const home = (name: string) => ({ SIGHTLINE_HOME: join(base, name) })

test('with nothing set but the home, it serves this machine only, on port 3000', () => {
  expect(readConfig({ ...home('plain'), PORT: '', DATABASE_URL: '' })).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    home: join(base, 'plain'),
    databaseUrl: undefined,
    logLevel: 'info',
  })
})

test('the secret is made once, is long, and is for this user alone', () => {
  const first = readConfig(home('secret'))
  expect(first.secret.length).toBeGreaterThanOrEqual(43)
  expect(readConfig(home('secret')).secret).toBe(first.secret)
  expect(statSync(join(base, 'secret', 'secret')).mode & 0o777).toBe(0o600)
  expect(readConfig(home('other')).secret).not.toBe(first.secret)
})

test('a secret that is set is used, and none is written', () => {
  const secret = 'x'.repeat(32)
  expect(readConfig({ ...home('set'), SIGHTLINE_SECRET: secret }).secret).toBe(secret)
  expect(existsSync(join(base, 'set', 'secret'))).toBe(false)
})

test.for([
  [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535.'],
  [{ PORT: 'http' }, 'PORT must be a whole number from 0 to 65535.'],
  [{ HOST: 'http://here' }, 'HOST must be the name or address of this machine, such as 127.0.0.1.'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must be the address of a PostgreSQL, such as'],
  [
    { LOG_LEVEL: 'loud' },
    'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent.',
  ],
  [{ SMTP_URL: 'http://mail', MAIL_FROM: 'a@b.example' }, 'SMTP_URL must be the address of a mail'],
  [{ SMTP_URL: 'smtp://mail' }, 'SMTP_URL and MAIL_FROM must be set together.'],
  [{ SMTP_URL: 'smtp://mail', MAIL_FROM: 'A <a@b.c>' }, 'MAIL_FROM must be one e-mail address'],
  [{ JOURNAL_HEADS_TO: 'a@b.example' }, 'JOURNAL_HEADS_TO needs SMTP_URL and MAIL_FROM'],
  [{ SIGHTLINE_SECRET: 'short' }, 'SIGHTLINE_SECRET must be at least 32 characters.'],
] as const)('%j is refused in words', ([env, words]) => {
  expect(() => readConfig({ ...home('bad'), ...env })).toThrow(words)
})

test('every fault is named at once', () => {
  expect(() => readConfig({ ...home('bad'), PORT: 'x', LOG_LEVEL: 'x' })).toThrow(
    /PORT[^]*LOG_LEVEL/,
  )
})

test('a home that cannot be made is refused in words', () => {
  writeFileSync(join(base, 'file'), '')
  expect(() => readConfig({ SIGHTLINE_HOME: join(base, 'file', 'home') })).toThrow(ConfigRefused)
})

test('a secret cut short is refused, not used', () => {
  readConfig(home('cut'))
  writeFileSync(join(base, 'cut', 'secret'), 'abc')
  expect(() => readConfig(home('cut'))).toThrow('is too short to be safe')
})
