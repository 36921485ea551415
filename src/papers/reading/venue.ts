import { asTitle } from './authority.ts'
import { datesIn } from './dates.ts'
import { type Line, SHORT, placeOf } from './lines.ts'
import type { Read, Person } from './paper-read.ts'
import { looksLikeName, looksLikePost, personOf } from './people.ts'
import { timesIn } from './times.ts'

const LABEL =
  /^(?:(?:proposed |meeting )?venue|location|place|held (?:at|in)|where)\s*(?::|\t|\s[–—-]\s|\s{2,}|$)\s*/iu
const PLACE_WORD =
  /\b(?:room|rooms|suite|chamber|county hall|shire hall|city hall|town hall|guildhall|civic (?:centre|offices|suite)|council (?:house|offices)|house|building|centre|offices|library|school|college|hall|teams|zoom|virtual meeting|remote meeting|video ?conference|online|webex|skype|microsoft teams)\b/iu
const HELD =
  /\b(?:held|[Mm]eeting|met|place|convened)\b.{0,90}?\b(?:at|in|via|by)\s+(?<venue>(?:the\s+)?(?:\p{Lu}|via|by\b).{2,160})/u
const HELD_IN_CAPITALS =
  /\b(?:HELD|MEETING|MET)\b.{0,90}?\b(?:AT|IN|VIA)\s+(?<venue>(?:THE\s+)?\p{Lu}.{2,160})/u

/** Where it met, if the head of the paper says so; web addresses and directions are no place. */
export function venueOf(front: readonly Line[]): Read<string> | null {
  const lines = front.filter(line => !line.blank && line.text.length <= SHORT * 2).slice(0, 60)
  for (const [index, line] of lines.entries()) {
    const label = LABEL.exec(line.text)
    if (label === null) continue
    const own = line.text.slice(label[0].length)
    const words = tidy(own === '' ? (lines[index + 1]?.text ?? '') : own)
    if (words !== '')
      return {
        value: words,
        place: placeOf(own === '' ? lines.slice(index, index + 2) : [line]),
        inferred: null,
      }
  }
  for (const [index, line] of lines.entries()) {
    if (line.text.length > SHORT) continue
    const next = lines[index + 1]
    // A heading set over two lines names the place on the second.
    const below =
      next !== undefined && next.gap === 0 && next.text.length <= SHORT ? ` ${next.text}` : ''
    const said = `${line.text}${below}`
    const held = HELD.exec(said) ?? HELD_IN_CAPITALS.exec(said)
    const words = asTitle(tidy(held?.groups?.['venue'] ?? ''))
    if (words !== '' && PLACE_WORD.test(words))
      return { value: words, place: placeOf([line]), inferred: null }
  }
  for (const line of lines.slice(0, 25)) {
    const via =
      /\b(?:via|by|on|over)\s+((?:MS|Microsoft)\s+Teams|Teams|Zoom|Webex|video ?conference)\b/iu.exec(
        line.text,
      )?.[1]
    if (via !== undefined && line.text.length < SHORT)
      return { value: via, place: placeOf([line]), inferred: null }
  }
  for (const line of lines.slice(0, 25)) {
    if (
      line.text.length > 120 ||
      /\b(?:committee|panel|board|minutes|agenda|contact|cabinet member|e-?mail)\b(?! room| suite)/iu.test(
        line.text,
      )
    )
      continue
    if (datesIn(line.text).length > 0) continue
    if (
      /https?:|^\d+[.)]|[.?!]$|\b(?:was|were|is|will|please)\b/iu.test(line.text) ||
      !PLACE_WORD.test(line.text)
    )
      continue
    if (
      looksLikePost(line.text) &&
      !/\b(?:hall|room|suite|chamber|house|offices|teams)\b/iu.test(line.text)
    )
      continue
    const words = tidy(line.text)
    if (
      words.split(' ').length <= 16 &&
      /\b(?:hall|room|suite|chamber|house|centre|offices|teams|zoom|meeting|building|library)\b/iu.test(
        words,
      )
    )
      return { value: words, place: placeOf([line]), inferred: null }
  }
  return null
}

/** A place without directions, the time and the date that may stand on its line. */
function tidy(text: string): string {
  let words = text.split('\t')[0] ?? ''
  words = words.replace(/\.?\s*\bview directions\b.*$/iu, '')
  const date = datesIn(words)[0]
  const time = timesIn(words)[0]
  const stops = [date?.at, time?.at].filter(at => at !== undefined && at > 0)
  if (stops.length > 0) words = words.slice(0, Math.min(...stops.map(Number)))
  return words
    .replace(
      /[\s,;–-]*\b(?:(?:on|at|from|commencing|starting)\s*)*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)?[\s,;–-]*(?:(?:on|at|from|commencing at)\s*)*$/iu,
      '',
    )
    .replace(/^(?:the|via|by)\s+/u, '')
    .replace(/[\s.,;–-]+$/u, '')
    .trim()
}

const CONTACT =
  /^(?:(?:further information|enquiries|queries|officer|clerk|committee|democratic services)?\s*contact(?: officers?| person| details)?(?: for (?:the|this) meeting)?|enquiries to|clerk(?: to the (?:committee|board|panel))?|minute[- ]?taker|(?:please )?ask for)\s*(?::|\t|\s[–—-]\s)\s*/iu
const ASKED_TO_CONTACT =
  /\b(?:please contact|further information (?:is available )?from|enquiries to|contact)\s*:$/iu

/** Whom to ask: named after "Contact:", or on the line below "please contact:". */
export function contactsOf(lines: readonly Line[]): readonly Person[] {
  const written = lines.filter(line => !line.blank)
  for (const [index, line] of written.entries()) {
    if (line.text.length > SHORT * 4) continue
    const label = CONTACT.exec(line.text)
    const people = label === null ? [] : namesIn(line, line.text.slice(label[0].length))
    if (people.length > 0) return people
    const next = written[index + 1]
    if (next !== undefined && ASKED_TO_CONTACT.test(line.text)) {
      const below = namesIn(next, next.text)
      if (below.length > 0) return below
    }
  }
  return []
}

/** Names between strokes, "and" and the numbers by which they are rung. */
function namesIn(line: Line, text: string): readonly Person[] {
  const place = placeOf([line])
  const bare = text
    .replaceAll(/\([^()]{0,60}\)/gu, ' ')
    .replaceAll(/\b(?:tel|telephone|phone|e-?mail|email|fax|direct line|on|at)\b\s*:?/giu, ' ; ')
    .replaceAll(/\S{1,80}@\S{1,80}|[\d][\d\s/-]{5,20}/gu, ' ; ')
  return bare.split(/\s*[/;]\s*|\s+(?:or|and)\s+/u).flatMap(entry => {
    const words = entry
      .split(/\s{2,}/u)
      .map(each => each.trim())
      .filter(each => each !== '')
    const [first = '', ...rest] = words
    const person = personOf(first, place)
    if (person?.name == null || !looksLikeName(person.name)) return []
    return [{ ...person, capacity: person.capacity ?? (rest.join(' ') || null) }]
  })
}
