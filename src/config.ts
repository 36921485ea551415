import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { peopleEnvironment, type PeopleSettings, peopleSettings } from '#people'
import { isMailAddress, type MailSettings } from '#kit/mail.ts'
import { isNotifyKey, type NotifySettings } from '#kit/notify.ts'
import { keyFile, type KeyRing, keyRingOf, KeysRefused } from '#kit/files/keys.ts'

const CHECKOUT = dirname(dirname(fileURLToPath(import.meta.url)))

export type Config = {
  readonly port: number
  readonly host: string
  /** The folder of everything Sightline keeps, as an absolute path. It exists. */
  readonly home: string
  /** Another PostgreSQL, in place of the one that Sightline starts. */
  readonly databaseUrl: string | undefined
  readonly logLevel: (typeof LOG_LEVELS)[number]
  /** Signs sessions; at least 32 characters. */
  readonly secret: string
  /** Seals the frozen extracts and the uploads that wait. */
  readonly keys: KeyRing
  /** Whether those keys stand in the home folder, beside what they seal. */
  readonly keysAreBeside: boolean
  /** How e-mail is sent; null where it is not, and then nothing is sent. */
  readonly mail: (MailSettings & { readonly headsTo: readonly string[] }) | null
  /** GOV.UK Notify, for letters to those who follow the public site where there is no mail server. */
  readonly notify: NotifySettings | null
  /** How people sign in. */
  readonly people: PeopleSettings
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** Thrown with every fault of the environment in words that the person who set it can act on. */
export class ConfigRefused extends Error {
  override readonly name = 'ConfigRefused'
}

const Environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535')
    .transform(Number)
    .refine(port => port <= 65535, 'must be a whole number from 0 to 65535')
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be the name or address of this machine, such as 127.0.0.1')
    .default('127.0.0.1'),
  SIGHTLINE_HOME: z.string().default(join(CHECKOUT, '.sightline')),
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\//,
      'must be the address of a PostgreSQL, such as postgres://user:password@host/database',
    )
    .optional(),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` })
    .default('info'),
  SIGHTLINE_SECRET: z.string().min(32, 'must be at least 32 characters').optional(),
  SIGHTLINE_KEY: z.string().optional(),
  SIGHTLINE_KEY_FILE: z.string().optional(),
  SMTP_URL: z
    .string()
    .regex(
      /^smtps?:\/\/[^\s/]+\/?(\?\S*)?$/,
      'must be the address of a mail server, such as smtps://user:password@mail.example.gov.uk',
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .refine(isMailAddress, 'must be one e-mail address, such as sightline@example.gov.uk')
    .optional(),
  JOURNAL_HEADS_TO: z
    .string()
    .transform(text => text.split(',').map(each => each.trim()))
    .refine(all => all.every(isMailAddress), 'must be e-mail addresses with commas between them')
    .optional(),
  NOTIFY_API_KEY: z
    .string()
    .refine(isNotifyKey, 'must be a key as GOV.UK Notify gives it: a name and two ids with hyphens')
    .optional(),
  NOTIFY_TEMPLATE: z.uuid('must be the id of an e-mail template of GOV.UK Notify').optional(),
  ...peopleEnvironment,
})

/**
 * The environment, read once at the door. An empty setting counts as not set. Makes the home folder
 * and, on first use, the secret in it.
 * @throws {ConfigRefused} with a line for each setting that cannot be used
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = Environment.safeParse(set)
  if (!read.success) {
    const faults = read.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}.`)
    throw new ConfigRefused(faults.join('\n'))
  }
  const people = peopleSettings(read.data)
  if (typeof people === 'string') throw new ConfigRefused(people)
  const home = resolve(read.data.SIGHTLINE_HOME)
  makeHome(home)
  return {
    people,
    mail: mailIn(read.data),
    notify: notifyIn(read.data),
    port: read.data.PORT,
    host: read.data.HOST,
    home,
    databaseUrl: read.data.DATABASE_URL,
    logLevel: read.data.LOG_LEVEL,
    secret: read.data.SIGHTLINE_SECRET ?? keptSecret(home),
    ...keysOf(read.data, home),
  }
}

function mailIn({
  SMTP_URL: url,
  MAIL_FROM: from,
  JOURNAL_HEADS_TO: headsTo,
}: z.output<typeof Environment>): Config['mail'] {
  if ((url === undefined) !== (from === undefined))
    throw new ConfigRefused('SMTP_URL and MAIL_FROM must be set together.')
  if (url === undefined || from === undefined) {
    if (headsTo !== undefined)
      throw new ConfigRefused('JOURNAL_HEADS_TO needs SMTP_URL and MAIL_FROM to send from.')
    return null
  }
  return { url, from, headsTo: headsTo ?? [] }
}

function notifyIn({
  NOTIFY_API_KEY: apiKey,
  NOTIFY_TEMPLATE: template,
}: z.output<typeof Environment>): Config['notify'] {
  if ((apiKey === undefined) !== (template === undefined))
    throw new ConfigRefused('NOTIFY_API_KEY and NOTIFY_TEMPLATE must be set together.')
  return apiKey === undefined || template === undefined ? null : { apiKey, template }
}

function makeHome(home: string) {
  try {
    const made = mkdirSync(home, { recursive: true, mode: 0o700 })
    // Run by root, the database server is another user, who has to pass through but not to look.
    if (made !== undefined && process.getuid?.() === 0) chmodSync(home, 0o711)
  } catch (error) {
    throw new ConfigRefused(
      `SIGHTLINE_HOME is ${home}, which cannot be made or used: ${words(error)}.`,
    )
  }
}

function keysOf(
  { SIGHTLINE_KEY: key, SIGHTLINE_KEY_FILE: file }: z.output<typeof Environment>,
  home: string,
): Pick<Config, 'keys' | 'keysAreBeside'> {
  try {
    if (key !== undefined) return { keys: keyRingOf(key, 'SIGHTLINE_KEY'), keysAreBeside: false }
    // A file that was named is never made: a wrong name must not seal with a key that nobody keeps.
    if (file !== undefined) return { keys: keyFile(resolve(file), false), keysAreBeside: false }
    return { keys: keyFile(join(home, 'keys'), true), keysAreBeside: true }
  } catch (error) {
    if (error instanceof KeysRefused) throw new ConfigRefused(error.message)
    throw error
  }
}

function keptSecret(home: string): string {
  const file = join(home, 'secret')
  const mine = `${file}.${process.pid}`
  try {
    return checked(readFileSync(file, 'utf8'), file)
  } catch (error) {
    if (error instanceof ConfigRefused) throw error
    if (codeOf(error) !== 'ENOENT') throw unreadable(file, error)
  }
  try {
    // Written whole under another name and then linked, so that of two processes that start
    // together both end with the same secret and neither reads half of one.
    writeFileSync(mine, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true })
    linkSync(mine, file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw unreadable(file, error)
  } finally {
    rmSync(mine, { force: true })
  }
  return checked(readFileSync(file, 'utf8'), file)
}

function checked(text: string, file: string) {
  const secret = text.trim()
  if (secret.length >= 32) return secret
  throw new ConfigRefused(
    `The secret in ${file} is too short to be safe. Delete that file; a new one is made, and people sign in again.`,
  )
}

function unreadable(file: string, error: unknown) {
  return new ConfigRefused(`The secret in ${file} cannot be read or written: ${words(error)}.`)
}

function codeOf(error: unknown) {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

function words(error: unknown) {
  return error instanceof Error ? error.message : String(error)
}
