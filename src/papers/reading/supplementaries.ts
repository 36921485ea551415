import { countOf, kindOfHeading } from './counts.ts'
import { type Line, SHORT, joined, placeOf } from './lines.ts'
import type { Question, Respondent, Supplementary } from './paper-read.ts'
import { looksLikeName, personOf, startsWithTitle } from './people.ts'

export type Questions = {
  readonly questions: readonly Question[]
  readonly supplementaries: readonly Supplementary[]
}

// Question 1: Cllr A Heron · Question 2 from Mr B Swan to … · Q3 – Councillor C · Supplementary question (Cllr D)
const HEAD =
  /^(?<sup>supplementary(?:\s+question)?s?)?\s*(?:\(?(?:public |member )?(?:question|q)\s?(?:no\.?\s*|number\s*)?(?<number>\d{1,3})?\)?)?\s*(?:(?:asked |submitted |put )?(?:from|by)\s*:?\s+|[:–—-]\s*|\()(?<asker>.{2,160})$/iu
const STARTS = /^(?:supplementary|(?:public |member )?question\b|q\s?\d)/iu
const SUPPLEMENTARIES_FOLLOW =
  /\bsupplementary questions?\b.{0,60}\b(?:asked|put|as follows|below|received)\b/iu
const RESPONSE =
  /^(?:response|answer|reply|written (?:response|answer|reply))\s*(?:(?:given |provided |from |by )*(?:by|from)|\b)?\s*:?\s*(?:(?:by|from)\s*:?\s*)?(?<who>.*)$/iu
const AGENDA_ITEM = /\b(?:agenda )?item\s+(?:no\.?\s*)?(\d{1,3})\b/iu
const PACK_PAGE =
  /\bpage\s+(\d{1,4})\s+of\s+the\s+(?:agenda|report|document|papers|pack)\b|\(page\s+(\d{1,4})\)/iu
const PARTS =
  /\b(?:into|in)\s+(two|three|four|five|\d)\s+parts?\b|\b(two|three|four|\d)[- ]part\b/iu
const ORIGINALS =
  /\ball\s+(?:of\s+)?(?:(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\s+)?(?:of\s+)?(?:(?:his|her|their|the)\s+)?(?:(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\s+)?(?:of\s+(?:his|her|their)\s+)?original\s+questions?\b/iu
const LATER =
  /\b(?:written (?:response|answer|reply)|further (?:update|information|response|detail)|(?:response|answer|reply|update)\b.{0,40}\b(?:provided|given|sent|circulated))\b[^.]{0,120}\b(?:after|following|outside(?: of)?|subsequent to) (?:the )?meeting\b|\b(?:would|will) (?:be )?(?:provided?|write|respond|reply|answer\w*|send|sent|circulated?)\b[^.]{0,80}\b(?:in writing|after the meeting|outside (?:of )?the meeting|written (?:response|answer|reply))\b|\b(?:update|response|answer)\b[^.]{0,60}\bafter the meeting\b/iu
const ON_BEHALF =
  /\b(?:on behalf of|in (?:the )?place of|with the (?:agreement|consent|permission) of|at the (?:request|invitation) of)\s+(?:the\s+)?(?<who>[^,.;()]{3,80})/iu

/** Questions and their supplementaries, each with what stands below it up to the next. */
export function questionsOf(lines: readonly Line[], under: Question['kind']): Questions {
  const questions: Question[] = []
  const supplementaries: Supplementary[] = []
  let following = false
  let kind = under
  for (const segment of segmentsOf(lines)) {
    if (segment.head === null) {
      for (const line of segment.lines) {
        kind = kindOfHeading(line.text) ?? kind
        if (SUPPLEMENTARIES_FOLLOW.test(line.text)) following = true
      }
      continue
    }
    const { asker, number, supplementary } = segment.head
    const respondents = respondentsOf(segment.lines)
    const first = segment.lines[0]
    if (first === undefined) continue
    if (supplementary || following)
      supplementaries.push(supplementaryOf(segment.lines, asker, number, respondents))
    else
      questions.push({
        number,
        kind,
        asker,
        subject: null,
        text: joined(asking(segment.lines.slice(1)).map(line => line.text)),
        respondents,
        place: placeOf(segment.lines),
      })
    const last = segment.lines.findLast(line => kindOfHeading(line.text) !== null)
    if (last !== undefined) kind = kindOfHeading(last.text)
    if (segment.lines.some(line => SUPPLEMENTARIES_FOLLOW.test(line.text))) following = true
  }
  return { questions, supplementaries }
}

type Head = {
  readonly asker: string
  readonly number: number | null
  readonly supplementary: boolean
}
type Segment = { readonly head: Head | null; readonly lines: readonly Line[] }

function segmentsOf(lines: readonly Line[]): readonly Segment[] {
  const segments: { head: Head | null; lines: Line[] }[] = [{ head: null, lines: [] }]
  for (const line of lines) {
    if (line.blank) continue
    const head = headOf(line)
    if (head !== null) segments.push({ head, lines: [line] })
    else segments.at(-1)?.lines.push(line)
  }
  return segments
}

function headOf(line: Line): Head | null {
  if (line.text.length > SHORT || !STARTS.test(line.text)) return null
  const groups = HEAD.exec(line.text)?.groups
  const words = groups?.['asker']
    ?.replace(/\)$/u, '')
    .split(
      /\s+(?:to|for the attention of)\s+(?:the\s+)?(?=cllr|councillor|cabinet|leader|chair)/iu,
    )[0]
  if (groups === undefined || words === undefined) return null
  const person = personOf(words, placeOf([line]))
  const name = person?.name ?? null
  if (name === null || !(looksLikeName(name) || startsWithTitle(name))) return null
  return {
    asker: name,
    number: groups['number'] === undefined ? null : Number(groups['number']),
    supplementary: groups['sup'] !== undefined,
  }
}

/** What was asked stands above the first answer. */
function asking(lines: readonly Line[]): readonly Line[] {
  const answered = lines.findIndex(line => ANSWERS.test(line.text))
  return answered < 0 ? lines : lines.slice(0, answered)
}

const ANSWERS = /^(?:written )?(?:response|answer|reply)\b/iu
const SAID =
  /\s(?:said|replied|responded|stated|advised|thanked|confirmed|explained|answered|undertook|agreed)\b.*$/su

/** Who answered, each once, and in whose place. */
function respondentsOf(lines: readonly Line[]): readonly Respondent[] {
  const found: Respondent[] = []
  for (const [index, line] of lines.entries()) {
    if (line.text.length > SHORT || !/^(?:response|answer|reply|written)/iu.test(line.text))
      continue
    const who = RESPONSE.exec(line.text)?.groups?.['who'] ?? ''
    const named = who.replace(/^:\s*/u, '').replace(SAID, '')
    const person = personOf(named, placeOf([line]))
    if (person === null || (person.name === null && person.capacity === null)) continue
    const name = person.name ?? person.capacity ?? ''
    if (!looksLikeName(name) && person.name !== null && !startsWithTitle(name)) continue
    if (found.some(each => each.name === name)) continue
    const below = lines[index + 1]
    found.push({
      name,
      capacity: person.name === null ? null : person.capacity,
      onBehalfOf: ON_BEHALF.exec(who)?.groups?.['who']?.trim() ?? null,
      place: below === undefined ? placeOf([line]) : placeOf([line, below]),
    })
  }
  return found
}

function supplementaryOf(
  lines: readonly Line[],
  asker: string,
  question: number | null,
  respondents: readonly Respondent[],
): Supplementary {
  const text = joined(lines.map(line => line.text))
  const parts = PARTS.exec(text)
  const originals = ORIGINALS.exec(text)
  const item = AGENDA_ITEM.exec(
    lines
      .slice(1, 3)
      .map(line => line.text)
      .join('\n'),
  )
  const page = PACK_PAGE.exec(text)
  return {
    question,
    asker,
    item: item?.[1] ?? null,
    packPage: page === null ? null : Number(page[1] ?? page[2]),
    respondents,
    parts: countOf(parts?.[1] ?? parts?.[2] ?? '') ?? 1,
    coversOriginals: countOf(originals?.[1] ?? originals?.[2] ?? '') ?? 1,
    answeredLater: LATER.test(text),
    place: placeOf(lines),
  }
}
