import { z } from 'zod'
import { type Role, roles } from './roles.ts'

/** How people sign in, as the environment says it. */
export interface PeopleSettings {
  /** Where people reach the service, without a slash at its end; '' where that is not said. */
  readonly publicUrl: string
  /** Whether that is by https: then cookies are for https alone. */
  readonly https: boolean
  /**
   * Whether a proxy of ours stands in front and says where people come from. Behind one that is not
   * named so, everybody comes from the same place, and one person's failures slow down all.
   */
  readonly trustProxy: boolean
  readonly oidc: OidcSettings | null
  /** Whether the demonstration lets anybody in as one of its personas; 'auto': while nothing else is here. */
  readonly personas: 'auto' | 'on' | 'off'
  readonly sessions: SessionLimits
}

export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  /** '' for a client without one, which PKCE alone protects. */
  readonly clientSecret: string
  readonly scope: string
  /** The claim that lists a person's roles: `roles` in Microsoft Entra ID. */
  readonly rolesClaim: string
  /** What is a role in that claim is which role here. */
  readonly roleOf: ReadonlyMap<string, Role>
}

export interface SessionLimits {
  readonly idleMinutes: number
  readonly absoluteHours: number
}

const address = (words: string) =>
  z.string().refine(text => isSafeAddress(text), { error: `must be ${words}` })

const minutes = (fallback: number, most: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,4}$/, 'must be a whole number above nought')
    .transform(Number)
    .refine(number => number <= most, `must be ${most} or less`)
    .default(fallback)

/** What this room reads from the environment: part of the one schema that `config.ts` parses. */
export const peopleEnvironment = {
  PUBLIC_URL: address(
    'the https address at which people reach the service, such as https://sightline.example.gov.uk',
  ).optional(),
  OIDC_ISSUER: address('the https address of the identity provider')
    .refine(
      text => !/\/\/login\.microsoftonline\.com\/(common|organizations|consumers)\b/.test(text),
      {
        error: 'must name your own tenant, or people of any organisation could sign in',
      },
    )
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_SCOPE: z
    .string()
    .regex(/\bopenid\b/, 'must contain openid')
    .default('openid profile email'),
  OIDC_ROLES_CLAIM: z.string().default('roles'),
  OIDC_ROLES: z
    .string()
    .transform((text, context) => {
      const map = roleTable(text)
      if (typeof map !== 'string') return map
      context.addIssue({ code: 'custom', message: map })
      return z.NEVER
    })
    .optional(),
  TRUST_PROXY: z.enum(['on', 'off'], { error: 'must be on or off' }).default('off'),
  PERSONAS: z.enum(['auto', 'on', 'off'], { error: 'must be auto, on or off' }).default('auto'),
  SESSION_IDLE_MINUTES: minutes(30, 24 * 60),
  SESSION_HOURS: minutes(12, 24 * 7),
}

const PeopleEnvironment = z.object(peopleEnvironment)
export type PeopleEnvironment = z.output<typeof PeopleEnvironment>

/** The settings, or what is wrong with them together in one sentence. */
export function peopleSettings(read: PeopleEnvironment): PeopleSettings | string {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, PUBLIC_URL: url } = read
  if ((issuer === undefined) !== (clientId === undefined))
    return 'OIDC_ISSUER and OIDC_CLIENT_ID must be set together.'
  if (issuer !== undefined && url === undefined)
    return 'PUBLIC_URL must be set with OIDC_ISSUER: the identity provider sends people back to it.'
  const publicUrl = url === undefined ? '' : url.replace(/\/+$/, '')
  return {
    publicUrl,
    https: publicUrl.startsWith('https:'),
    trustProxy: read.TRUST_PROXY === 'on',
    oidc:
      issuer === undefined || clientId === undefined
        ? null
        : {
            issuer,
            clientId,
            clientSecret: read.OIDC_CLIENT_SECRET ?? '',
            scope: read.OIDC_SCOPE,
            rolesClaim: read.OIDC_ROLES_CLAIM,
            roleOf: read.OIDC_ROLES ?? new Map(roles.map(role => [role, role])),
          },
    personas: read.PERSONAS,
    sessions: { idleMinutes: read.SESSION_IDLE_MINUTES, absoluteHours: read.SESSION_HOURS },
  }
}

/** The settings of an environment in which nothing is set. */
export function defaultPeopleSettings(): PeopleSettings {
  const settings = peopleSettings(PeopleEnvironment.parse({}))
  if (typeof settings === 'string') throw new Error(settings)
  return settings
}

/** https, or http to this machine alone. */
function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, search, hash } = new URL(text)
  if (username !== '' || search !== '' || hash !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}

export function isLoopback(hostname: string): boolean {
  return ['127.0.0.1', '[::1]', 'localhost'].includes(hostname)
}

/** 'Sightline.Admin=administrator, QA=quality-lead' as a table, or what is wrong with it. */
function roleTable(text: string): ReadonlyMap<string, Role> | string {
  const table = new Map<string, Role>()
  for (const pair of text.split(',').filter(each => each.trim() !== '')) {
    const at = pair.lastIndexOf('=')
    const claimed = pair.slice(0, at).trim()
    const role = roles.find(each => each === pair.slice(at + 1).trim())
    if (at < 1 || claimed === '' || role === undefined || role === 'public')
      return `must be a list like Sightline.Admin=administrator; “${pair.trim()}” is not. The roles are ${roles.filter(each => each !== 'public').join(', ')}`
    table.set(claimed, role)
  }
  return table
}
