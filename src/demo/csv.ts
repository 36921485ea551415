import { type Day, isoDay } from '#calendar'
import { NONE } from './sheet.ts'

const COMMA = 44
const LINE = 10
const DAYS_KNOWN = 25_000

/** Each day's ten letters, worked out once: a county writes several million dates. */
let letters: Uint8Array | null = null

function dayLetters(): Uint8Array {
  if (letters !== null) return letters
  const made = new Uint8Array(DAYS_KNOWN * 10)
  for (let day = 0; day < DAYS_KNOWN; day++) {
    const text = isoDay(day)
    for (let at = 0; at < 10; at++) made[day * 10 + at] = text.charCodeAt(at)
  }
  letters = made
  return made
}

/** Writes one CSV file as bytes. Words are plain ASCII, and quoted by the caller where they need it. */
export interface Csv {
  word(text: string): void
  number(value: number): void
  /** A letter or more before a number that is filled up with noughts: 'W' 12 as W0012. */
  numbered(prefix: string, value: number, digits: number): void
  /** Empty where the day is not recorded. */
  day(on: Day): void
  yes(flag: number | boolean): void
  blank(times?: number): void
  /** Ends a row. */
  end(): void
  readonly rows: number
  /** The bytes so far; an empty file where nothing but the header was written is a file all the same. */
  bytes(): Uint8Array
}

/** The room that a file is written in; one after another can be written in the same. */
export interface Paper {
  bytes: Uint8Array<ArrayBuffer>
}

export const paper = (): Paper => ({ bytes: new Uint8Array(1 << 16) })

export function csv(columns: readonly string[], on: Paper = paper()): Csv {
  const days = dayLetters()
  let { bytes } = on
  let at = 0
  let fresh = true
  let rows = 0

  const room = (wanted: number) => {
    if (at + wanted < bytes.length) return
    const larger = new Uint8Array(Math.max(bytes.length * 2, at + wanted * 2))
    larger.set(bytes)
    bytes = larger
    on.bytes = larger
  }
  const field = (size: number) => {
    room(size + 2)
    if (!fresh) bytes[at++] = COMMA
    fresh = false
  }
  const put = (text: string) => {
    for (let place = 0; place < text.length; place++) bytes[at++] = text.charCodeAt(place)
  }
  const digits = (value: number, least: number) => {
    let size = 1
    for (let ten = 10; ten <= value; ten *= 10) size++
    size = Math.max(size, least)
    let left = value
    for (let place = size - 1; place >= 0; place--) {
      bytes[at + place] = 48 + (left % 10)
      left = Math.floor(left / 10)
    }
    at += size
  }
  const writer: Csv = {
    word(text) {
      field(text.length)
      put(text)
    },
    number(value) {
      field(12)
      digits(value, 1)
    },
    numbered(prefix, value, least) {
      field(prefix.length + 12)
      put(prefix)
      digits(value, least)
    },
    day(on) {
      field(10)
      if (on === NONE) return
      if (on < 0 || on >= DAYS_KNOWN) return put(isoDay(on))
      for (let place = 0; place < 10; place++) bytes[at++] = days[on * 10 + place] ?? 48
    },
    yes(flag) {
      field(1)
      bytes[at++] = flag === true || flag === 1 ? 89 : 78
    },
    blank(times = 1) {
      for (let time = 0; time < times; time++) field(0)
    },
    end() {
      room(1)
      bytes[at++] = LINE
      fresh = true
      rows++
    },
    get rows() {
      return rows - 1
    },
    // A copy, because the next file is written over this one.
    bytes: () => bytes.slice(0, at),
  }
  for (const column of columns) writer.word(column)
  writer.end()
  return writer
}
