import { beforeAll, describe, expect, test } from 'vitest'
import { pdfText } from '#kit/files/pdf-text.ts'
import { testDatabase } from '../../tests/database.ts'
import { fillPublishedCouncil, type PublishedCouncil } from '../../tests/published-council.ts'
import { roomsOf, signedInSite, type SignedInSite } from '../../tests/signed-in.ts'
import { publishedPages } from './index.ts'

const db = await testDatabase()
const AUTHORITY = 'PUB'
const BASE = 'https://sightline.example'

let site: SignedInSite
let council: PublishedCouncil
/** Everything that somebody who has not signed in was shown, by its address. */
const read = new Map<string, string>()

beforeAll(async () => {
  council = await fillPublishedCouncil(db, AUTHORITY)
  const rooms = { ...roomsOf(db, AUTHORITY), outbox: null, secret: 'x'.repeat(40), publicUrl: BASE }
  site = await signedInSite(publishedPages(rooms))
  await readAll()
})

const ask = (url: string) => site.app.inject({ method: 'GET', url })

/** Opens every address that needs nothing to be named, and every address that these lead to. */
async function readAll(): Promise<void> {
  const methods = ['GetCommittees', 'GetCouncillorsByWard', 'GetMeeting', 'NoSuchMethod']
  const waiting = [
    ...site.app
      .mounted()
      .filter(({ method, url, guard }) => method === 'GET' && guard !== null && !url.includes(':'))
      .map(({ url }) => url),
    ...methods.map(each => `/public/mgWebService.asmx/${each}`),
    '/public/mgWebService.asmx/GetMeetings?lCommitteeId=0&sFromDate=&sToDate=',
    ...[...council.open, ...council.hidden].map(each => `/public/search?q=${each}`),
    ...['mgWeb', 'Opensaidbody', '"Scrutiny"', '" or 1=1 --', '%', '\\', '&|!()', 'a:*b'].map(
      each => `/public/search?q=${encodeURIComponent(each)}`,
    ),
  ]
  const seen = new Set<string>()
  for (const url of waiting) {
    const path = (url.split('#')[0] ?? '').replaceAll('&amp;', '&')
    if (seen.has(path) || !path.startsWith('/public')) continue
    seen.add(path)
    const answer = await ask(path)
    expect([200, 400, 404, 410].includes(answer.statusCode), `${path}: ${answer.statusCode}`).toBe(
      true,
    )
    if (answer.statusCode === 400) expect(path).toContain('mgWebService')
    const text = await textOf(answer.headers['content-type'], answer.rawPayload)
    // Searching for a word shows the word: it is looked at as if it had not been asked for.
    const asked = /[?&]q=([^&]*)/.exec(path)?.[1] ?? '\u0000'
    read.set(path, text.replaceAll(decodeURIComponent(asked), ''))
    waiting.push(...addressesIn(text))
  }
}

async function textOf(type: unknown, bytes: Buffer): Promise<string> {
  if (!String(type).includes('pdf')) return bytes.toString('utf8').replaceAll('\r\n ', '')
  const found = await pdfText(bytes)
  return `${bytes.toString('latin1')} ${found.kind === 'refused' ? '' : found.pages.join('\n').replaceAll(/-\n/g, '')}`
}

function addressesIn(text: string): readonly string[] {
  const links = [...text.matchAll(/href="(\/public[^"]*)"/g)].map(([, href = '']) => href)
  const whole = [...text.matchAll(/https:\/\/sightline\.example(\/public[^"'\s<\\]*)/g)]
  const meetings = [...text.matchAll(/<meetingid>(\d+)<\/meetingid>/g)]
  return [
    ...links,
    ...whole.map(([, href = '']) => href),
    ...meetings.map(([, id]) => `/public/mgWebService.asmx/GetMeeting?lMeetingId=${id}`),
  ]
}

const addresses = () => [...read.keys()]

describe('to somebody who has not signed in', () => {
  test('nothing that is kept back is shown, on any page, in any file or any feed', () => {
    const leaks = [...read].flatMap(([url, text]) =>
      [...council.hidden]
        .filter(word => text.toLowerCase().includes(word.toLowerCase()))
        .map(word => `${word} at ${url}`),
    )
    expect(leaks).toEqual([])
  })

  test('everything that is published is shown on a page and to programs', () => {
    const all = [...read.values()].join('\n').toLowerCase()
    const missing = [...council.open].filter(word => !all.includes(word.toLowerCase()))
    expect(missing).toEqual([])
    const kinds = ['/meetings/', '/papers/', '/file', '/packs/0', '.pdf', '.ics', '.atom', '.csv']
    for (const kind of [...kinds, '/oparl/things/', '/oparl/lists/', 'popolo', 'GetMeeting?'])
      expect(
        addresses().some(url => url.includes(kind)),
        kind,
      ).toBe(true)
  })

  test('of what was decided in private it is told that it was, by whom and by which law', () => {
    const page = (read.get('/public/decisions') ?? '').split('id="kept-back"')[1] ?? ''
    const rows = page.split('</table>')[0]?.match(/<tr /g) ?? []
    // The heading, the decision that is exempt itself, and the one of an item taken in private.
    expect(rows).toHaveLength(3)
    expect(page).toContain('Its record holds information that is kept from the public.')
    expect(page).toMatch(/Not for publication: (paragraph \d of part 1|confidential)/)
    expect(page).toMatch(/section 100C\(1\)\(a\) \(read 22 November 2026\)/)
  })

  test('what is not public does not answer, though its address is known', async () => {
    const answered: string[] = []
    for (const path of council.closedPaths) {
      const { statusCode } = await ask(path)
      if (statusCode !== 404) answered.push(`${path}: ${statusCode}`)
    }
    expect(answered).toEqual([])
  })

  test('a search finds a published paragraph where it stands and nothing that is kept back', async () => {
    const found = await ask('/public/search?q=Opensaidparagraph')
    expect(found.body).toContain('<mark>Opensaidparagraph</mark>')
    expect(found.body).toContain(
      `href="/public/meetings/${council.heldId}#p-${council.paragraphId}"`,
    )
    for (const word of council.hidden)
      expect((await ask(`/public/search?q=${word}`)).body, word).toContain('Nothing was found')
  })
})

test('words that mean something to a database or a page mean nothing here', async () => {
  for (const asked of [
    "'; drop table published.search; --",
    '<script>alert(1)</script>',
    '"',
    ':*',
  ]) {
    const { statusCode, body } = await ask(`/public/search?q=${encodeURIComponent(asked)}`)
    expect(statusCode, asked).toBe(200)
    expect(body).not.toContain('<script>alert')
  }
  expect((await ask(`/public/search?q=${'a'.repeat(201)}`)).statusCode).toBe(422)
  expect((await ask('/public/search?q=Opensaidparagraph&page=zero')).statusCode).toBe(200)
})
