import * as client from 'openid-client'
import { isLoopback, type OidcSettings } from './settings.ts'

/** What stays here while somebody is away at the identity provider. */
export interface Kept {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Who the identity provider says has come back. */
export interface Claims {
  readonly issuer: string
  readonly subject: string
  readonly name: string
  readonly email: string | null
  /** As the provider calls them. */
  readonly roles: readonly string[]
}

export type Returned =
  | { readonly kind: 'claims'; readonly claims: Claims }
  /** `because` is a word of the protocol, for the log; never what was sent. */
  | { readonly kind: 'refused'; readonly because: string }

/** The council's identity provider. */
export interface Provider {
  readonly settings: OidcSettings
  start(): Promise<{ readonly url: URL; readonly kept: Kept }>
  /** @param query what the address had after its question mark when they came back */
  finish(query: string, kept: Kept): Promise<Returned>
  /** Where to end the session at the provider too; null where it has no such place. */
  endSession(returnTo: string): Promise<URL | null>
}

const CLOCKS_MAY_DIFFER_SECONDS = 60
const PATIENCE_SECONDS = 10
const DISCOVERED_FOR_MS = 3_600_000

/**
 * The code flow with PKCE, state and nonce. The signature of every token is checked against the
 * provider's keys, even though it comes straight from the provider.
 * @param callback the address that the provider sends people back to
 */
export function providerOf(settings: OidcSettings, callback: string, now: () => Date): Provider {
  const discovered = discoverer(settings, now)
  return {
    settings,
    start: async () => {
      const kept = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      }
      const url = client.buildAuthorizationUrl(await discovered(), {
        redirect_uri: callback,
        scope: settings.scope,
        state: kept.state,
        nonce: kept.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(kept.verifier),
        code_challenge_method: 'S256',
      })
      return { url, kept }
    },
    finish: async (query, kept) => {
      try {
        const config = await discovered()
        const tokens = await client.authorizationCodeGrant(config, new URL(`${callback}${query}`), {
          expectedState: kept.state,
          expectedNonce: kept.nonce,
          pkceCodeVerifier: kept.verifier,
          idTokenExpected: true,
        })
        return await whoIn(config, tokens, settings)
      } catch (error) {
        return { kind: 'refused', because: wordOf(error) }
      }
    },
    endSession: async returnTo => {
      const config = await discovered()
      if (config.serverMetadata().end_session_endpoint === undefined) return null
      return client.buildEndSessionUrl(config, { post_logout_redirect_uri: returnTo })
    },
  }
}

/** The provider's own description, asked for again each hour and after a fault. */
function discoverer(settings: OidcSettings, now: () => Date): () => Promise<client.Configuration> {
  const issuer = new URL(settings.issuer)
  const insecure = issuer.protocol === 'http:' && isLoopback(issuer.hostname)
  let known: { readonly at: number; readonly config: Promise<client.Configuration> } | null = null
  const discover = () =>
    client.discovery(
      issuer,
      settings.clientId,
      {
        [client.clockTolerance]: CLOCKS_MAY_DIFFER_SECONDS,
        [client.clockSkew]: Math.round((now().getTime() - Date.now()) / 1000),
      },
      settings.clientSecret === '' ? client.None() : client.ClientSecretPost(settings.clientSecret),
      {
        timeout: PATIENCE_SECONDS,
        execute: [
          client.enableNonRepudiationChecks,
          ...(insecure ? [client.allowInsecureRequests] : []),
        ],
      },
    )
  return async () => {
    if (known === null || Date.now() - known.at > DISCOVERED_FOR_MS) {
      known = { at: Date.now(), config: discover() }
    }
    try {
      return await known.config
    } catch (error) {
      known = null
      throw error
    }
  }
}

type Tokens = Awaited<ReturnType<typeof client.authorizationCodeGrant>>

async function whoIn(
  config: client.Configuration,
  tokens: Tokens,
  settings: OidcSettings,
): Promise<Returned> {
  const token = tokens.claims()
  if (token === undefined) return { kind: 'refused', because: 'no id token' }
  if (isOtherTenant(settings.issuer, token['tid']))
    return { kind: 'refused', because: 'another tenant' }
  // Some providers put only the subject into the token, and the rest where it has to be asked for.
  const complete = token['name'] !== undefined && token[settings.rolesClaim] !== undefined
  const more =
    complete || config.serverMetadata().userinfo_endpoint === undefined
      ? {}
      : await client.fetchUserInfo(config, tokens.access_token, token.sub)
  const all: Readonly<Record<string, unknown>> = { ...more, ...token }
  return {
    kind: 'claims',
    claims: {
      issuer: token.iss,
      subject: token.sub,
      name: text(all['name']) ?? text(all['preferred_username']) ?? 'No name given',
      email: text(all['email'])?.toLowerCase() ?? null,
      roles: texts(all[settings.rolesClaim]),
    },
  }
}

/** The tenant that Microsoft Entra ID says a person is of, where the issuer names one. */
export function isOtherTenant(issuer: string, tenant: unknown): boolean {
  const { hostname, pathname } = new URL(issuer)
  if (hostname !== 'login.microsoftonline.com') return false
  return tenant !== pathname.split('/')[1]
}

function text(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  return (
    value
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, 200) || undefined
  )
}

const texts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter(each => typeof each === 'string')

function wordOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if ('error' in error && typeof error.error === 'string' && /^[a-z_]{1,60}$/.test(error.error))
    return error.error
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
