import { asTitle, councilsIn } from './authority.ts'
import { datesIn } from './dates.ts'
import { type Line, SHORT, placeOf } from './lines.ts'
import { paragraphOf } from './numbering.ts'
import type { Read } from './paper-read.ts'

const BODY = String.raw`(?:committee|cabinet|panel|board|commission|executive|partnership|forum|coalition|assembly|group|task force|working party|sub-?committee|trust|conference)`
const BODY_WORD = new RegExp(String.raw`\b${BODY}\b`, 'iu')
const MEETING_OF =
  /\b(?:minutes|notes|record|agenda|summons|notice|at an?|summary)\b[^.]{0,60}?\b(?:meetings?|proceedings|session)\b(?:\s+at\s+\w+)?\s+of\s+(?:the\s+)?(?<body>\p{L}.{2,140})/iu
const OF_BODY =
  /^(?:(?:draft|printed|public|confirmed|unconfirmed)\s+)?(?:agenda(?:,? decisions)?(?: and minutes)?|minutes|notes|action notes)\s+(?:of|for|from)\s+(?:the\s+)?(?<body>\p{L}.{2,140})/iu
const MEETING_BELOW = /^meeting of (?:the )?(?<body>\p{L}.{2,140})/iu
const LABELLED =
  /^(?:meeting(?: title| of)?|committee|board|name of (?:meeting|committee)|decision[- ]maker|report to|body|panel)\s*[:\t]\s*(?<body>\p{L}.{2,140})/iu
/** Where the name of a body stops on its line. */
const STOP =
  /\s*(?:\b(?:held|holding|which was held|took place|taking place|meeting\b|of (?:the )?\p{L}+ (?:county|city|borough|district) council|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|on \d|at \d|at the|in the|commencing|dated|virtual|venue|date)\b|\t|[,;:(]\s*(?=\d|mon|tue|wed|thu|fri|sat|sun|held|$)|\s[–—-]\s|\d{1,2}(?:st|nd|rd|th)?\s+\p{L}+\s+\d{4}).*$/iu
const PLACES = /\b(?:room|suite|chamber|house|building|road|street|centre|hall)\b/iu
const PAGES_OF_SITE =
  /\b(?:committees|meetings|agendas|documents|councillors|membership|members|officers?|support|adviser|services team|present|apologies|contact|questions)\b/iu

/** The body that met: as the head of the paper names it. */
export function bodyOf(front: readonly Line[], head: Read<string> | null): Read<string> | null {
  if (head !== null) return head
  const lines = front.filter(line => !line.blank).slice(0, 60)
  for (const shape of [MEETING_OF, OF_BODY, MEETING_BELOW, LABELLED]) {
    for (const [index, line] of lines.entries()) {
      const words = `${line.text.slice(0, SHORT)}${wraps(line, lines[index + 1])}`
      const body = nameFrom(shape.exec(words)?.groups?.['body'])
      if (body !== null) return { value: body, place: placeOf([line]), inferred: null }
    }
  }
  for (const line of lines) {
    if (paragraphOf(line) !== null || /\bresolved\b/iu.test(line.text)) continue
    const body = datedOrAlone(line)
    if (body !== null) return { value: body, place: placeOf([line]), inferred: null }
  }
  return null
}

/** "MINUTES OF THE MEETING OF THE CHILDREN'S" / "SERVICES COMMITTEE": a title set over two lines. */
const wraps = (line: Line, next: Line | undefined): string =>
  next !== undefined &&
  next.gap === 0 &&
  next.text.length < 120 &&
  !/[.]$/u.test(line.text) &&
  !BODY_WORD.test(line.text)
    ? ` ${next.text}`
    : ''

function nameFrom(words: string | undefined): string | null {
  if (words === undefined) return null
  const council = councilsIn(words)[0]
  const bare = words
    .replace(STOP, '')
    .replace(/[\s.,:;–-]+$/u, '')
    .trim()
  if (BODY_WORD.test(bare) && bare.length <= 140) return asTitle(withoutCouncil(bare))
  // A meeting of the whole council has the council for its body.
  if (/^(?:the )?(?:full |county |city |borough |district )*council$/iu.test(bare))
    return asTitle(bare.replace(/^the /iu, ''))
  return council !== undefined && /\bcouncil$/iu.test(bare) ? council.name : null
}

/** "Ambershire County Council Cabinet": the body without whose it is. */
function withoutCouncil(text: string): string {
  const match = /^(.{3,60}\bcouncil(?:['’]s)?)[\s,:–-]+(\p{L}.*)$/iu.exec(text)
  return match?.[2] !== undefined &&
    BODY_WORD.test(match[2]) &&
    councilsIn(asTitle(match[1] ?? '')).length > 0
    ? match[2]
    : text
}

/** A body alone on its line, or before a dash and its date, as web pages head their minutes. */
function datedOrAlone(line: Line): string | null {
  const cells = line.cells.length > 1 ? line.cells : [line.text]
  for (const cell of cells) {
    const text = cell
      .replace(/^moved from [^,]{3,40},\s*/iu, '')
      .slice(0, SHORT)
      .trim()
    if (
      text.length > 180 ||
      /^(?:venue|contact|please|to|report|any|apolog|present|e-?mail|tel)\b/iu.test(text)
    )
      continue
    const date = datesIn(text)[0]
    const before = date === undefined ? text : text.slice(0, date.at)
    const bare = before
      .replace(/[\s,–—-]*(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?)?[\s,–—-]*$/iu, '')
      .replace(/\s+meeting$/iu, '')
      .replace(/^(?:draft\s+)?(?:agenda|minutes)\s*[:–-]\s*/iu, '')
      .replace(STOP, '')
      .trim()
    const council = /^(?:full |county |city )?council$/iu.test(bare) && date !== undefined
    if (!council && (!BODY_WORD.test(bare) || bare.length < 5)) continue
    if (PAGES_OF_SITE.test(bare) || (PLACES.test(bare) && !/committee|panel|board/iu.test(bare)))
      continue
    if (
      /\b(?:committee|cabinet|board)\s+(?:room|suite)/iu.test(bare) ||
      /[.?!]$/u.test(bare) ||
      bare.split(' ').length > 16
    )
      continue
    if (
      !/^[\p{Lu}\d]/u.test(bare) ||
      /\b(?:was|were|is|are|will|has|have|that|which)\b/u.test(bare)
    )
      continue
    if (/\b(?:director|head|chief|manager|cabinet member|cllr|chair)\b/iu.test(bare)) continue
    return asTitle(withoutCouncil(bare))
  }
  return null
}
