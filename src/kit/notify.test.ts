import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { isNotifyKey, NotifyRefused, notifyToken, sendByNotify } from './notify.ts'

const service = '26785a09-ab16-4eb0-8407-a37497a57506'
const secret = '3d844edf-8d35-48ac-975b-e847b4f122b0'
const apiKey = `news-of-the-council-${service}-${secret}`
const template = 'f33517ff-2a88-4f6e-b855-c550268ce08a'
const at = new Date('2026-11-21T12:00:00.900Z')

let close = () => {}
afterEach(() => close())

/** A Notify on this machine that answers as it is told and remembers what it was asked. */
async function notify(status: number, answer: object) {
  const asked: { request: IncomingMessage; body: string }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      asked.push({ request, body })
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  close = () => server.close()
  const place = server.address()
  const port = typeof place === 'object' && place !== null ? place.port : 0
  return { asked, settings: { apiKey, template, address: `http://127.0.0.1:${port}` } }
}

test('the token names the service and the second, and is signed with the secret', () => {
  const [head = '', said = '', proof] = notifyToken(apiKey, at).split('.')
  const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString())
  expect(read(head)).toEqual({ typ: 'JWT', alg: 'HS256' })
  expect(read(said)).toEqual({ iss: service, iat: 1_795_262_400 })
  expect(proof).toBe(createHmac('sha256', secret).update(`${head}.${said}`).digest('base64url'))
})

test('a key is a name and two ids', () => {
  expect(isNotifyKey(apiKey)).toBe(true)
  expect(isNotifyKey(secret)).toBe(false)
  expect(isNotifyKey(`${service}-${secret}`)).toBe(false)
})

test('a letter is handed over with its subject and its words', async () => {
  const { asked, settings } = await notify(201, { id: 'x' })
  await sendByNotify(settings, { to: 'a@example.org', subject: 'News', text: 'Two\nlines' }, at)
  const [{ request, body } = { request: null, body: '{}' }] = asked
  expect([request?.method, request?.url]).toEqual(['POST', '/v2/notifications/email'])
  expect(request?.headers.authorization).toBe(`Bearer ${notifyToken(apiKey, at)}`)
  expect(JSON.parse(body)).toEqual({
    email_address: 'a@example.org',
    template_id: template,
    personalisation: { subject: 'News', body: 'Two\nlines' },
  })
})

test('a refusal says which and names no address', async () => {
  const { settings } = await notify(400, {
    status_code: 400,
    errors: [{ error: 'BadRequestError', message: 'Can’t send to a@example.org' }],
  })
  const sent = sendByNotify(settings, { to: 'a@example.org', subject: 'x', text: 'x' }, at)
  await expect(sent).rejects.toThrow(NotifyRefused)
  await expect(sent).rejects.toThrow('GOV.UK Notify did not take a letter: 400, BadRequestError.')
})
