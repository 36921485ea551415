import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { zipOf } from '../../../tests/zip.ts'
import { archiveLimits, expand } from './archive.ts'

const text = (words: string): Buffer => Buffer.from(words)
const namesOf = async (bytes: Uint8Array): Promise<string[]> =>
  (await expand({ name: 'a.zip', bytes })).files.map(file => file.name)
const codesOf = async (bytes: Uint8Array, limits = archiveLimits): Promise<string[]> =>
  (await expand({ name: 'a.zip', bytes }, limits)).refusals.map(refusal => refusal.code)

describe('unpacking', () => {
  it('gives back what is no archive, workbooks among it', async () => {
    const plain = { name: 'a.csv', bytes: text('a,b') }
    expect(await expand(plain)).toEqual({ files: [plain], refusals: [] })
    const workbook = {
      name: 'a.xlsx',
      bytes: zipOf([{ name: 'xl/workbook.xml', bytes: text('<a/>') }]),
    }
    expect(await expand(workbook)).toEqual({ files: [workbook], refusals: [] })
  })

  it('unpacks a gzip, whatever it is called', async () => {
    const { files } = await expand({ name: 'cin.xml.gz', bytes: gzipSync('<Message/>') })
    expect(files.map(file => [file.name, Buffer.from(file.bytes).toString()])).toEqual([
      ['cin.xml', '<Message/>'],
    ])
    expect((await expand({ name: 'holiday.jpg', bytes: gzipSync('x') })).files).toHaveLength(1)
  })

  it('unpacks a zip with folders, without what systems leave behind', async () => {
    const files = [
      '2024/episodes.csv',
      '2024/',
      '__MACOSX/._x',
      '.DS_Store',
      'Thumbs.db',
      'header.csv',
    ]
    const zip = zipOf(files.map(name => ({ name, bytes: text(name) })))
    expect(await namesOf(zip)).toEqual(['a.zip/2024/episodes.csv', 'a.zip/header.csv'])
  })

  it('takes the harm out of names', async () => {
    const names = ['../../etc/passwd', '/root/a.csv', 'C:\\Windows\\a.csv', 'a\u0000b.csv']
    const zip = zipOf(names.map(name => ({ name, bytes: text(name) })))
    expect(await namesOf(zip)).toEqual([
      'a.zip/etc/passwd',
      'a.zip/root/a.csv',
      'a.zip/Windows/a.csv',
      'a.zip/ab.csv',
    ])
  })

  it('opens an archive in an archive, and none deeper', async () => {
    const inner = gzipSync('inside')
    const once = zipOf([{ name: 'b.gz', bytes: inner }])
    expect(await namesOf(once)).toEqual(['a.zip/b'])
    const twice = zipOf([
      { name: 'once.zip', bytes: once },
      { name: 'c.csv', bytes: text('c') },
    ])
    expect(await codesOf(twice)).toEqual(['archive-too-deep'])
    expect(await namesOf(twice)).toEqual(['a.zip/c.csv'])
  })

  it('reads what stands beside a file with a password', async () => {
    const zip = zipOf([
      { name: 'secret.csv', bytes: text('a'), encrypted: true },
      { name: 'open.csv', bytes: text('b') },
    ])
    const { files, refusals } = await expand({ name: 'a.zip', bytes: zip })
    expect(files.map(file => file.name)).toEqual(['a.zip/open.csv'])
    expect(refusals).toEqual([
      {
        name: 'a.zip/secret.csv',
        code: 'archive-locked',
        message: 'This file is protected by a password. Remove the password and try again.',
      },
    ])
  })

  it('refuses a bomb, by what it says of itself or by what comes out of it', async () => {
    const zeros = Buffer.alloc(40 * 1024 * 1024)
    expect(await codesOf(gzipSync(zeros))).toEqual(['archive-too-large'])
    expect(await codesOf(zipOf([{ name: 'a', bytes: zeros }]))).toEqual(['archive-too-large'])
    const lying = zipOf([{ name: 'a', bytes: zeros, claimedSize: 100 }])
    expect(await codesOf(lying)).toEqual(['archive-cut-short'])
    const few = { ...archiveLimits, entries: 2 }
    const many = zipOf(['a', 'b', 'c'].map(name => ({ name, bytes: text(name) })))
    expect(await codesOf(many, few)).toEqual(['archive-too-many'])
  })

  it('refuses an empty zip', async () => {
    expect(await codesOf(zipOf([]))).toEqual(['archive-empty'])
  })

  it('says something of every archive that was cut or damaged, and never throws', async () => {
    const letters = Buffer.from('The quick brown fox jumps over the lazy dog.'.repeat(20))
    const whole = [gzipSync(letters), zipOf([{ name: 'a.csv', bytes: letters }])]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), fc.nat(), async (bytes, at) => {
        const length = 4 + (at % (bytes.length - 4))
        expect(await codesOf(bytes.subarray(0, length))).toEqual(['archive-cut-short'])
      }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...whole),
        fc.nat(),
        fc.nat(255),
        async (bytes, at, byte) => {
          const damaged = Buffer.from(bytes)
          damaged[at % damaged.length] = byte
          const { files, refusals } = await expand({ name: 'a.zip', bytes: damaged })
          expect(files.length + refusals.length).toBe(1)
        },
      ),
    )
  })
})
