import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type MgReading,
  parseModernGovDay,
  parseModernGovTime,
  readModernGovCommittees,
  readModernGovCouncillors,
  readModernGovMeeting,
  readModernGovMeetings,
  writeModernGovCommittees,
  writeModernGovCouncillors,
  writeModernGovMeeting,
  writeModernGovMeetings,
} from '#exchange'
import type { Suite, SuiteLine } from '../suite.ts'
import { leavesOf, type Leaf } from '../moderngov/leaves.ts'

/**
 * Answers of councils' own services: each must be read without a fault, every value in it must come
 * out, and what is written of it must be read as the same. Each answer is then broken as such
 * services are known to break, and must be read all the same or refused with a sentence.
 */
export const suite: Suite = {
  name: 'moderngov',
  run: async folder => {
    const place = join(folder, 'moderngov')
    if (!existsSync(place)) return { lines: [], skipped: `no answers at ${place}` }
    const answers = readdirSync(place)
      .filter(name => name.endsWith('.xml'))
      .map(name => ({ name, bytes: readFileSync(join(place, name)) }))
    return { lines: [...answers.map(whole), brokenLine(answers)] }
  },
}

interface Answer {
  readonly name: string
  readonly bytes: Buffer
}

interface Told {
  readonly reading: MgReading<unknown>
  /** What is written of it, where it was read. */
  readonly written: string | null
}

const READERS: Readonly<Record<string, (bytes: Uint8Array) => Told>> = {
  committees: bytes => told(readModernGovCommittees(bytes), writeModernGovCommittees),
  councillorsbyward: bytes => told(readModernGovCouncillors(bytes), writeModernGovCouncillors),
  getmeetings: bytes => told(readModernGovMeetings(bytes), writeModernGovMeetings),
  meeting: bytes => told(readModernGovMeeting(bytes), writeModernGovMeeting),
}

function told<Value>(reading: MgReading<Value>, write: (value: Value) => string): Told {
  return { reading, written: reading.kind === 'read' ? write(reading.value) : null }
}

function readerOf(bytes: Buffer): ((bytes: Uint8Array) => Told) | undefined {
  const root = /<([a-z]+)[\s>]/i.exec(bytes.toString('utf8').replace(/<\?[^>]*>/, ''))?.[1] ?? ''
  return READERS[root.toLowerCase()]
}

/**
 * One for each value of the answer, and one for reading again what is written. What could not be
 * understood is told in a note: it is kept as it came, so it is among the values.
 */
function whole({ name, bytes }: Answer): SuiteLine {
  const read = readerOf(bytes)
  if (read === undefined) return { name, agreed: 0, total: 1, notes: ['of no kind that we know'] }
  const { reading, written } = read(bytes)
  if (reading.kind === 'refused' || written === null)
    return { name, agreed: 0, total: 1, notes: [reading.kind === 'refused' ? reading.reason : ''] }
  const notes: string[] = []
  const again = read(Buffer.from(written)).reading
  if (again.kind === 'refused' || JSON.stringify(again.value) !== JSON.stringify(reading.value))
    notes.push('what is written of it is read as something else')
  const expected = leavesOf(bytes.toString('utf8'))
  const found = leavesOf(written).map(keyOf)
  for (const leaf of expected) {
    const at = found.indexOf(keyOf(leaf))
    if (at === -1) notes.push(`${leaf.name}: “${leaf.text.slice(0, 60)}” is lost or changed`)
    else found.splice(at, 1)
  }
  const total = expected.length + 1
  const agreed = total - notes.length
  return { name, agreed, total, notes: [...notes, ...reading.faults] }
}

/** A day, a time and a yes may be written in more than one way. */
function keyOf({ name, text }: Leaf): string {
  const element = name.toLowerCase()
  if (element.endsWith('date')) return `${element} ${parseModernGovDay(text) ?? text}`
  if (element.endsWith('time')) return `${element} ${parseModernGovTime(text) ?? text}`
  return `${element} ${/^(true|false)$/i.test(text) ? text.toLowerCase() : text}`
}

const BREAKS: Readonly<Record<string, (text: string) => string | Buffer>> = {
  'with a byte-order mark': text => `\uFEFF${text}`,
  'in UTF-16': text => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
  'in Windows-1252 though it says UTF-8': text =>
    Buffer.from(text.replace(/(>[^<]*)e/, '$1\u00E9'), 'latin1'),
  'with its text escaped once more': text => text.replaceAll('&', '&amp;'),
  'with its bodies as CDATA': text =>
    text.replace(
      />([^<>]*&lt;[^<>]*)</g,
      (_all, body: string) => `><![CDATA[${unescape(body)}]]><`,
    ),
  'in an envelope': text =>
    `<?xml version="1.0"?><soap:Envelope xmlns:soap="s"><soap:Body><XResponse><XResult>${text.replace(/<\?[^>]*>/, '')}</XResult></XResponse></soap:Body></soap:Envelope>`,
  'as an escaped string': text =>
    `<string xmlns="x">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</string>`,
  'with a sign that XML forbids': text => text.replace('</', '&#x1F;</'),
  'with a bare ampersand': text => text.replace(/(title>[^<]+)</, '$1 & more<'),
  'with elements that nobody knows': text =>
    text.replace(/(<\w+id>)/, '<new><thing>1</thing></new>$1'),
  'cut short': text => text.slice(0, Math.floor(text.length * 0.7)),
  'with a number in words': text => text.replace(/<(\w*id)>\d+</, '<$1>seven<'),
  'with nothing in it': text => text.replace(/>[^<>]+</g, '><'),
  'as a page of an error': () =>
    '<!DOCTYPE html><html><head><title>Runtime Error</title></head></html>',
  'as the words of an error': () =>
    'System.InvalidOperationException: Missing parameter: lMeetingId.',
  'as nothing': () => '',
}

const unescape = (body: string): string =>
  body.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

function brokenLine(answers: readonly Answer[]): SuiteLine {
  const notes: string[] = []
  let total = 0
  for (const { name, bytes } of answers) {
    const read = readerOf(bytes)
    for (const [words, breakIt] of read === undefined ? [] : Object.entries(BREAKS)) {
      total++
      const wrong = read === undefined ? '' : faultOf(read, words, breakIt(bytes.toString('utf8')))
      if (wrong !== null) notes.push(`${name} ${words}: ${wrong}`)
    }
  }
  return { name: 'broken', agreed: total - notes.length, total, notes }
}

const REFUSED = /^as (a page|the words|nothing)/

/** What is wrong with what became of it: it must be read, or refused in words. */
function faultOf(
  read: (bytes: Uint8Array) => Told,
  words: string,
  broken: string | Buffer,
): string | null {
  try {
    const { reading } = read(typeof broken === 'string' ? Buffer.from(broken) : broken)
    if (reading.kind === 'refused')
      return REFUSED.test(words) && reading.reason.endsWith('.')
        ? null
        : `refused: ${reading.reason}`
    if (REFUSED.test(words)) return 'it was read'
    if (words === 'cut short' && reading.faults.length === 0) return 'nobody was told'
    return null
  } catch (error) {
    return `stopped with ${error instanceof Error ? error.message : error}`
  }
}
