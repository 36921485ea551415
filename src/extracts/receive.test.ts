import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { zipOf } from '../../tests/zip.ts'
import { cin } from './cin/index.ts'
import { childOf, detailsOf, header, message } from './cin/invented.ts'
import type { ExtractReader, SourceFile } from './extract.ts'
import { receive } from './receive.ts'

const file = (name: string, content: string | Uint8Array): SourceFile => ({
  name,
  bytes: typeof content === 'string' ? Buffer.from(content) : content,
})
const census = message(header(2026), childOf('1', detailsOf()))
const earlier = message(header(2025), childOf('1', detailsOf().replace('2025', '2024')))

const titlesAndCodes = async (...files: SourceFile[]): Promise<[string[], string[]]> => {
  const { extracts, refusals } = await receive(files, [cin])
  return [extracts.map(each => each.extract.title), refusals.map(each => each.code)]
}
const title = (year: number): string => `Children in need census for the year to 31 March ${year}`

/** A picture begins so, whatever it is called. */
const photo = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1])
const wordFile = zipOf([{ name: 'word/document.xml', bytes: Buffer.from('<a/>') }])
const workbook = zipOf([
  { name: '[Content_Types].xml', bytes: Buffer.from('<Types/>') },
  { name: 'xl/workbook.xml', bytes: Buffer.from('<workbook/>'.repeat(50)) },
])
const oldOffice = Buffer.concat([
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  Buffer.alloc(512),
])
const lockedWorkbook = Buffer.concat([oldOffice, Buffer.from('EncryptedPackage', 'utf16le')])

describe('files that come in', () => {
  it('are told by what is in them and not by their name', async () => {
    expect(await titlesAndCodes(file('holiday.jpg', census))).toEqual([[title(2026)], []])
    expect(await titlesAndCodes(file('census.xml', photo))).toEqual([[], ['file-other-kind']])
  })

  it('are each a return, and an archive of several is several', async () => {
    const zip = zipOf([
      { name: 'a.xml', bytes: Buffer.from(census) },
      { name: 'b.xml.gz', bytes: gzipSync(earlier) },
      { name: '.DS_Store', bytes: Buffer.from('x') },
    ])
    expect(await titlesAndCodes(file('all.zip', zip))).toEqual([[title(2026), title(2025)], []])
  })

  it('are read once where one is given twice', async () => {
    const { extracts, refusals } = await receive(
      [file('one.xml', census), file('copy.xml', census), file('packed.gz', gzipSync(census))],
      [cin],
    )
    expect(extracts).toHaveLength(1)
    expect(refusals.map(each => [each.file, each.code])).toEqual([
      ['copy.xml', 'file-repeated'],
      ['packed', 'file-repeated'],
    ])
  })

  it.each([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${census}`)],
    ['UTF-16', Buffer.from(`\uFEFF${census}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${census}`, 'utf16le').swap16()],
    ['Windows-1252', Buffer.from(census.replace('>L<', '>Zoë<'), 'latin1')],
  ])('are read in %s', async (_what, bytes) => {
    expect(await titlesAndCodes(file('census.xml', bytes))).toEqual([[title(2026)], []])
  })

  it('show their progress as one', async () => {
    const shares: number[] = []
    await receive([file('a', census), file('b', earlier)], [cin], {
      progress: share => shares.push(share),
    })
    expect(shares.at(-1)).toBe(1)
    expect(shares).toEqual(shares.toSorted((one, other) => one - other))
  })
})

describe('a file that cannot be read', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', 'file-empty'],
    ['a file of blanks', ' \n\n', 'file-empty'],
    ['a photo', photo, 'file-other-kind'],
    ['a PDF', '%PDF-1.7\n…', 'file-other-kind'],
    ['a Word document', wordFile, 'file-other-kind'],
    ['another workbook', workbook, 'workbook-other'],
    ['a truncated workbook', workbook.subarray(0, 120), 'workbook-damaged'],
    ['a workbook with a password', lockedWorkbook, 'file-locked'],
    ['a workbook of before 2007', oldOffice, 'workbook-old'],
    ['bytes without sense', Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]), 'file-unknown'],
    ['a letter', 'Dear all,\nplease find attached', 'text-other'],
    ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>', 'file-web-page'],
    ['a schema', '<?xml version="1.0"?><xs:schema xmlns:xs="urn:x"/>', 'xml-schema'],
    ['another census', census.replace('>CIN<', '>School<'), 'xml-other-census'],
    ['other XML', '<rss><channel/></rss>', 'xml-other'],
    ['mismatched tags', census.replace('</CINdetails>', '</CINdetail>'), 'xml-tags'],
    ['mismatched tags from the first', '<a><b></a>', 'xml-tags'],
    ['a truncated census', census.slice(0, -30), 'xml-cut-short'],
    ['an XML bomb', `<!DOCTYPE m [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>${census}`, 'xml-doctype'],
    [
      'a truncated zip',
      zipOf([{ name: 'a', bytes: Buffer.from(census) }]).subarray(0, 90),
      'archive-cut-short',
    ],
    ['a truncated gzip', gzipSync(census).subarray(0, 90), 'archive-cut-short'],
    ['a gzip bomb', gzipSync(Buffer.alloc(30_000_000)), 'archive-too-large'],
    ['an empty zip', zipOf([]), 'archive-empty'],
  ])('is refused in one sentence: %s', async (_what, content, code) => {
    const { extracts, refusals } = await receive([file('census.xml', content)], [cin])
    expect(extracts).toEqual([])
    expect(refusals).toMatchObject([{ effect: 'file-refused', file: 'census.xml', code }])
    expect(refusals[0]?.message).toMatch(/^[A-Z][^<>]*\.$/)
  })

  it('is refused by its size before anything is read of it', async () => {
    // A view that says it is 600 MB and holds nothing: looking at its bytes would find none.
    const huge = new Proxy(new Uint8Array(), {
      get: (_bytes, name) => (name === 'length' ? 600 * 1024 * 1024 : undefined),
    })
    const { refusals } = await receive([file('huge.csv', huge)], [cin])
    expect(refusals).toMatchObject([
      { code: 'file-too-large', message: 'This file is larger than 512 MB, so it was not read.' },
    ])
  })

  it('does not keep others from being read', async () => {
    const files = [file('a.jpg', photo), file('b.xml', census), file('c.xml', '<a>')]
    expect(await titlesAndCodes(...files)).toEqual([
      [title(2026)],
      ['file-other-kind', 'xml-cut-short'],
    ])
  })

  it('is said to be our fault where a reader fails', async () => {
    const faults: unknown[] = []
    const failing: ExtractReader = {
      ...cin,
      read: () => Promise.reject(new Error('out of range')),
    }
    const { extracts, refusals } = await receive([file('a.xml', census)], [failing], {
      fault: error => faults.push(error),
    })
    expect(extracts).toEqual([])
    expect(refusals.map(each => [each.file, each.code])).toEqual([['a.xml', 'file-our-fault']])
    expect(faults).toEqual([new Error('out of range')])
    const silent: ExtractReader = { ...cin, read: async () => ({ extract: null, refusals: [] }) }
    const nothing = await receive([file('a.xml', census)], [silent])
    expect(nothing.refusals.map(each => each.code)).toEqual(['file-nothing'])
  })

  it('never is passed over in silence, whatever it holds', async () => {
    const beginning = fc.constantFrom(
      '',
      '<',
      '<?xml',
      '<Message>',
      'PK\x03\x04',
      '\x1f\x8b',
      '%PDF',
    )
    const bytes = fc
      .tuple(beginning, fc.uint8Array({ maxLength: 200 }))
      .map(([start, rest]) => Buffer.concat([Buffer.from(start, 'latin1'), rest]))
    await fc.assert(
      fc.asyncProperty(fc.array(bytes, { maxLength: 5 }), async contents => {
        const files = contents.map((each, place) => file(`${place}`, each))
        const { extracts, refusals } = await receive(files, [cin])
        expect(extracts).toEqual([])
        expect(refusals.map(each => each.file).toSorted()).toEqual(files.map(each => each.name))
      }),
    )
  })
})
