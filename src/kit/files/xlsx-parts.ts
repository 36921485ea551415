import { TextDecoder } from 'node:util'
import yauzl, { type Entry, type ZipFile } from 'yauzl'

/** A workbook that cannot be read, in a fixed code and one plain sentence. */
export interface WorkbookRefused {
  readonly kind: 'refused'
  readonly code:
    | 'not-a-workbook'
    | 'workbook-empty'
    | 'workbook-damaged'
    | 'workbook-locked'
    | 'workbook-old'
    | 'workbook-too-large'
  readonly message: string
}

const sentences: Readonly<Record<WorkbookRefused['code'], string>> = {
  'not-a-workbook':
    'This file is not an Excel workbook. Save it from Excel as .xlsx and try again.',
  'workbook-empty': 'This file is empty.',
  'workbook-damaged':
    'This workbook is damaged or was cut short. Open it in Excel, save it again and try that copy.',
  'workbook-locked':
    'This workbook is protected by a password. Remove the password in Excel and try again.',
  'workbook-old':
    'This workbook is of a kind that cannot be read. Open it in Excel, save it as .xlsx and try that copy.',
  'workbook-too-large':
    'This workbook unpacks to far more than its lists could hold, so it was not read.',
}

export function refusedAs(code: WorkbookRefused['code']): WorkbookRefused {
  return { kind: 'refused', code, message: sentences[code] }
}

/** Carries a refusal up through the streams; it never leaves the functions of `xlsx.ts`. */
export class Unreadable extends Error {
  readonly refused: WorkbookRefused
  constructor(code: WorkbookRefused['code'], cause?: unknown) {
    super(sentences[code], { cause })
    this.refused = refusedAs(code)
  }
}

/** The files inside a workbook, by their path within it. */
export interface Parts {
  readonly names: readonly string[]
  has(name: string): boolean
  /** The text of a part as it is unpacked, a piece at a time. */
  text(name: string): AsyncIterable<string>
}

/** Beyond this a part is not a list of children but a bomb: a million full rows take about 500 MB. */
const LARGEST_PART = 1_000_000_000
const LARGEST_IN_ALL = 2_000_000_000
const MOST_PARTS = 10_000
/** Sheets of a real workbook unpack to some 10 to 50 times their size; a bomb to hundreds. */
const LARGEST_RATIO = 100
const SMALL_ENOUGH = 100_000_000

export async function openParts(bytes: Uint8Array): Promise<Parts> {
  if (bytes.length === 0) throw new Unreadable('workbook-empty')
  if (isOle(bytes))
    throw new Unreadable(holdsWide(bytes, 'EncryptedPackage') ? 'workbook-locked' : 'workbook-old')
  if (!isZip(bytes)) throw new Unreadable('not-a-workbook')
  const zip = await openZip(bytes)
  const entries = await entriesOf(zip, Math.max(SMALL_ENOUGH, bytes.length * LARGEST_RATIO))
  return {
    names: [...entries.keys()],
    has: name => entries.has(name),
    async *text(name) {
      const entry = entries.get(name)
      if (entry === undefined) throw new Unreadable('workbook-damaged')
      yield* unpack(zip, entry)
    },
  }
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

/** The container of Excel 97 to 2003 and of every workbook with a password. */
export function isOle(bytes: Uint8Array): boolean {
  const start = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
  return start.every((byte, place) => bytes[place] === byte)
}

function holdsWide(bytes: Uint8Array, word: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from(word, 'utf16le'),
  )
}

function openZip(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(buffer, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error) reject(new Unreadable('workbook-damaged', error))
      else resolve(zip)
    })
  })
}

function entriesOf(zip: ZipFile, most: number): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  let inAll = 0
  return new Promise((resolve, reject) => {
    zip.on('error', error => reject(new Unreadable('workbook-damaged', error)))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      inAll += entry.uncompressedSize
      if (
        entry.uncompressedSize > LARGEST_PART ||
        inAll > Math.min(most, LARGEST_IN_ALL) ||
        entries.size >= MOST_PARTS
      ) {
        reject(new Unreadable('workbook-too-large'))
        return
      }
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

async function* unpack(zip: ZipFile, entry: Entry): AsyncGenerator<string> {
  // yauzl checks that a part does not unpack to more than it said, so the limits above hold.
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    if ((entry.generalPurposeBitFlag & 1) === 1) reject(new Unreadable('workbook-locked'))
    else
      zip.openReadStream(entry, (error, opened) => {
        if (error) reject(new Unreadable('workbook-damaged', error))
        else resolve(opened)
      })
  })
  let decoder: TextDecoder | null = null
  try {
    for await (const piece of stream) {
      const bytes = piece as Buffer // a stream without an encoding gives buffers
      decoder ??= new TextDecoder(encodingOf(bytes))
      yield decoder.decode(bytes, { stream: true })
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('workbook-damaged', error)
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}
