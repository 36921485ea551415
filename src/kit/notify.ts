import { createHmac } from 'node:crypto'

/** How GOV.UK Notify is reached: the key that it gave out, and the template of letters. */
export interface NotifySettings {
  /** As Notify shows it once: a name, the id of the service, and the secret, with hyphens between. */
  readonly apiKey: string
  /** Of an e-mail template whose subject is ((subject)) and whose message is ((body)). */
  readonly template: string
  /** Another address than Notify's own, for tests. */
  readonly address?: string
}

export interface NotifyLetter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Thrown where Notify did not take a letter; it holds no address and no word of it. */
export class NotifyRefused extends Error {
  override readonly name = 'NotifyRefused'
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const KEY = new RegExp(`^.*-(${UUID})-(${UUID})$`, 'i')

/** Whether a text is a key of Notify's. */
export const isNotifyKey = (text: string): boolean => KEY.test(text)

/**
 * The proof that goes with each request: a JSON web token (HS256) of the service and the time, which
 * Notify takes for 30 seconds.
 */
export function notifyToken(apiKey: string, at: Date): string {
  const [, service = '', secret = ''] = KEY.exec(apiKey) ?? []
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ typ: 'JWT', alg: 'HS256' })}.${part({
    iss: service,
    iat: Math.floor(at.getTime() / 1000),
  })}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

const ADDRESS = 'https://api.notifications.service.gov.uk'
const PATIENCE_MS = 20_000

/**
 * Sends one e-mail by Notify's API, version 2.
 * @throws {NotifyRefused} with what Notify said, where it did not take it
 */
export async function sendByNotify(
  { apiKey, template, address = ADDRESS }: NotifySettings,
  { to, subject, text }: NotifyLetter,
  at: Date,
): Promise<void> {
  const answer = await fetch(new URL('/v2/notifications/email', address), {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
    headers: {
      authorization: `Bearer ${notifyToken(apiKey, at)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      email_address: to,
      template_id: template,
      personalisation: { subject, body: text },
    }),
  })
  // What it answers may name the address, so that only the number and the kind are told.
  const kind = /"error":\s*"(\w+)"/.exec(await answer.text())?.[1] ?? 'no reason given'
  if (!answer.ok)
    throw new NotifyRefused(`GOV.UK Notify did not take a letter: ${answer.status}, ${kind}.`)
}
