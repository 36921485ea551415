import { type Line, SHORT, placeOf, plain } from './lines.ts'
import type { Read, PaperKind, Place } from './paper-read.ts'

type Sign = {
  readonly kind: PaperKind
  readonly shape: RegExp
  readonly weight: number
  readonly head: boolean
}

/** What tells minutes from an agenda and from a report; `head` only near the top. */
const SIGNS: readonly Sign[] = [
  { kind: 'report', shape: /^report title\b/iu, weight: 5, head: true },
  {
    kind: 'report',
    shape: /^(?:purpose of (?:the )?report|report (?:of|by|author|to)|title of report)\b/iu,
    weight: 3,
    head: true,
  },
  {
    kind: 'report',
    shape:
      /^(?:\d{1,2}\.?\d?\s+)?(?:resource|financial|legal|equality|climate change|risk) implications?\b/iu,
    weight: 2,
    head: false,
  },
  {
    kind: 'report',
    shape:
      /^(?:key decision|background documents|reasons for recommendations?|statutory authority|wards? affected|divisional councillor)/iu,
    weight: 2,
    head: true,
  },
  {
    kind: 'minutes',
    shape:
      /^(?:agenda(?:, decisions)? and minutes|printed minutes|draft minutes|minutes|action notes|record of (?:the )?meeting|notes of)\b/iu,
    weight: 4,
    head: true,
  },
  {
    kind: 'minutes',
    shape: /\bminutes (?:of|from) (?:the|a|an) .{0,60}(?:meeting|proceedings)|^minutes of\b/iu,
    weight: 4,
    head: true,
  },
  {
    kind: 'minutes',
    shape: /^(?:resolved|it was resolved|minutes:$|present$|present\s*:)/iu,
    weight: 2,
    head: false,
  },
  {
    kind: 'minutes',
    shape: /\b(?:was|were) (?:agreed|approved|confirmed|signed|received from|noted)\b/iu,
    weight: 1,
    head: false,
  },
  {
    kind: 'minutes',
    shape: /\b(?:meeting|committee) (?:closed|ended|concluded|finished) at\b/iu,
    weight: 4,
    head: false,
  },
  { kind: 'agenda', shape: /^agenda(?: for\b.*)?$/iu, weight: 4, head: true },
  {
    kind: 'agenda',
    shape:
      /\bto be held (?:on|at|in)\b|^(?:you are (?:hereby )?(?:summoned|invited)|notice of meeting)\b/iu,
    weight: 4,
    head: true,
  },
  { kind: 'agenda', shape: /\(pages? \d+\s*[-–to]+\s*\d+\)/iu, weight: 2, head: false },
  {
    kind: 'agenda',
    shape: /^to (?:receive|note|consider|approve|confirm|agree)\b/iu,
    weight: 1,
    head: false,
  },
]
const HEAD = 40
const CEILING = 8

/** What sort of paper this is: signs are weighed, and no sign counts without end. */
export function kindOf(lines: readonly Line[]): Read<PaperKind> | null {
  const weights = { minutes: 0, agenda: 0, report: 0 }
  const places: { [kind in PaperKind]?: Place } = {}
  const counted = SIGNS.map(() => 0)
  let written = 0
  for (const line of lines) {
    if (line.blank) continue
    written++
    const text = line.text.slice(0, SHORT)
    for (const [index, sign] of SIGNS.entries()) {
      if ((sign.head && written > HEAD) || (counted[index] ?? 0) >= CEILING) continue
      if (!sign.shape.test(text) || (sign.kind === 'agenda' && /agenda item/iu.test(text))) continue
      counted[index] = (counted[index] ?? 0) + sign.weight
      weights[sign.kind] += sign.weight
      places[sign.kind] ??= placeOf([line])
    }
  }
  const ranked = (['minutes', 'agenda', 'report'] as const).toSorted(
    (a, b) => weights[b] - weights[a],
  )
  const kind = ranked[0] ?? 'minutes'
  const place = places[kind]
  return weights[kind] < 2 || place === undefined
    ? null
    : { value: kind, place, inferred: saysItself(lines, kind) ? null : 'from how it is set out' }
}

const saysItself = (lines: readonly Line[], kind: PaperKind): boolean =>
  lines.slice(0, HEAD * 3).some(line => line.text.length < SHORT && plain(line.text).includes(kind))
