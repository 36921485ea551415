import { afterAll, expect, test } from 'vitest'
import { mailServer } from '../../tests/mail.ts'
import { isMailAddress, openMail } from './mail.ts'

const server = await mailServer()
const mail = openMail({ url: server.url, from: 'sightline@council.example' })
afterAll(async () => {
  mail.close()
  await server.close()
})

test('a letter arrives with its sender, its words and what is attached', async () => {
  await mail.send({
    to: ['a@council.example', 'b@council.example'],
    subject: 'Heads of the journal',
    text: 'Keep the file.',
    attachments: [{ name: 'heads.jsonl', content: '{"seq":1}\n' }],
  })
  const [letter] = server.taken
  expect(letter).toMatchObject({
    from: 'sightline@council.example',
    to: ['a@council.example', 'b@council.example'],
  })
  expect(letter?.source).toContain('Subject: Heads of the journal')
  expect(letter?.source).toContain('Keep the file.')
  expect(letter?.source).toContain(Buffer.from('{"seq":1}\n').toString('base64'))
})

test('what the server does not take is thrown', async () => {
  server.refuse(true)
  const letter = { to: ['a@council.example'], subject: 'x', text: 'y' }
  await expect(mail.send(letter)).rejects.toThrow('not today')
  server.refuse(false)
})

test('an address is one address and nothing more', () => {
  expect(isMailAddress('first.last@council.gov.uk')).toBe(true)
  for (const text of ['a', 'a@b', 'a@b.c, d@e.f', 'A <a@b.c>', 'a@b.c\nBcc: d@e.f', '@b.c'])
    expect(isMailAddress(text), text).toBe(false)
})
