import { type Line, placeOf } from './lines.ts'
import type { Read } from './paper-read.ts'

const LINKS = /^(?:and|&|of|on|upon|the|in|with|le|under|by|next|cum|y|de)$/u
/** Words that stand before "Council" without naming a place. */
const KINDS = new Set(
  'county city borough district metropolitan unitary town parish full local annual extraordinary council special royal london the a our this at school youth scrutiny joint health and'.split(
    ' ',
  ),
)
const NOT_PLACES =
  /^(?:chief|leader|executive|director|officer|head|member|members|cabinet|meeting|meetings|minutes|monitoring|chairman|chair|deputy|former|electric|councillor|cllr|ordinary|proceedings|committee|agenda|partner|improvement|where|when|if|for|by|to|from|all|also|that|as|with|of)$/iu

type Named = {
  readonly name: string
  readonly possessive: boolean
  readonly initials: string | null
  readonly at: number
}

/**
 * Councils named in a text: from each "Council" the words before it are walked back over capitals
 * and the small words that English place names have.
 */
export function councilsIn(text: string): readonly Named[] {
  const found: Named[] = []
  for (const match of text.matchAll(
    /\bCouncil\b(?<own>['’]s)?(?:\s*\((?<initials>[A-Z]{2,6})\))?/giu,
  )) {
    if (!match[0].startsWith('C')) continue
    const tokens = text
      .slice(Math.max(0, match.index - 90), match.index)
      .split(/\s+/u)
      .filter(token => token !== '')
    const words: string[] = []
    for (const token of tokens.toReversed()) {
      const isLink = LINKS.test(token.toLowerCase())
      if (!isLink && !/^[\p{Lu}][\p{L}'’&-]*$/u.test(token)) break
      if (NOT_PLACES.test(token) && !(isLink && token.toLowerCase() === 'of')) break
      words.unshift(token)
    }
    while (
      words.length > 0 &&
      (LINKS.test((words[0] ?? '').toLowerCase()) || /^(?:a|our|this|at)$/iu.test(words[0] ?? ''))
    )
      words.shift()
    if (!words.some(word => !KINDS.has(word.toLowerCase()) && !LINKS.test(word.toLowerCase())))
      continue
    found.push({
      name: asTitle([...words, match[0].slice(0, 7)].join(' ')),
      possessive: match.groups?.['own'] !== undefined,
      initials: match.groups?.['initials'] ?? null,
      at: match.index,
    })
  }
  return found
}

const BOROUGH =
  /\b(?:(?:the )?(?:London|Royal) Borough of \p{Lu}[\p{L}-]+(?: (?:and|upon) \p{Lu}[\p{L}-]+)*)/u

/** Capitals throughout are set as a name is written. */
export const asTitle = (text: string): string =>
  /\p{Ll}/u.test(text)
    ? text
    : text
        .toLowerCase()
        .replaceAll(
          /(^|[\s(/-])(\p{Ll})(\p{L}*)/gu,
          (whole, before: string, first: string, rest: string) =>
            before !== '' && /^(?:and|of|the|for|on|upon|in|to|with|at|by)$/u.test(first + rest)
              ? whole
              : `${before}${first.toUpperCase()}${rest}`,
        )

/** Whose paper it is: named at its head or over its slides, by its initials, or told by its county. */
export function authorityOf(
  lines: readonly Line[],
  front: readonly Line[],
  venue: Read<string> | null,
): Read<string> | null {
  const head = front.filter(line => !line.blank && line.text.length < 200)
  return (
    named(head.filter((line, at) => at < 40 && !/^venue\b/iu.test(line.text))) ??
    overTwoLines(head) ??
    named(lines.filter(line => line.heading > 0 && line.text.length < 120)) ??
    byInitials(lines) ??
    byCounty(lines, venue)
  )
}

function named(lines: readonly Line[]): Read<string> | null {
  for (const line of lines) {
    const council = councilsIn(line.text.replaceAll('\t', '. ')).find(each => !each.possessive)
    const name = council?.name ?? BOROUGH.exec(line.text)?.[0].replace(/^the /u, '')
    if (name !== undefined) return { value: name, place: placeOf([line]), inferred: null }
  }
  return null
}

/** "Ambershire" over "COUNTY COUNCIL", as a letterhead is set. */
function overTwoLines(lines: readonly Line[]): Read<string> | null {
  for (const [index, line] of lines.slice(0, 12).entries()) {
    const before = lines[index - 1]
    if (
      before === undefined ||
      !/^(?:(?:county|city|borough|district|metropolitan)\s+)*council$/iu.test(line.text)
    )
      continue
    if (!/^\p{Lu}[\p{L}'’ -]{2,40}$/u.test(before.text)) continue
    return {
      value: `${asTitle(before.text)} ${asTitle(line.text)}`,
      place: placeOf([before, line]),
      inferred: null,
    }
  }
  return null
}

/** "Ambershire County Council (ACC)": a paper gives initials to its own council. */
function byInitials(lines: readonly Line[]): Read<string> | null {
  for (const line of lines) {
    if (!line.text.includes('ouncil (')) continue
    const own = councilsIn(line.text).find(each => each.initials !== null && !each.possessive)
    if (own !== undefined)
      return {
        value: own.name,
        place: placeOf([line]),
        inferred: `the paper shortens it to ${own.initials}`,
      }
  }
  return null
}

/**
 * A paper that speaks of "the County Council" without naming it, meets in its county town and names
 * the county: County Hall in Amber, and Ambershire.
 */
function byCounty(lines: readonly Line[], venue: Read<string> | null): Read<string> | null {
  if (venue === null || !lines.some(line => /\bthe County Council\b/u.test(line.text))) return null
  const towns = venue.value.match(/\p{Lu}\p{Ll}{4,}/gu) ?? []
  for (const line of lines) {
    for (const [county] of line.text.matchAll(
      /\b\p{Lu}\p{Ll}{3,20}shire\b(?!\s+County\s+Council)/gu,
    )) {
      if (towns.some(town => county.startsWith(town)))
        return {
          value: `${county} County Council`,
          place: placeOf([line]),
          inferred: `it speaks of the County Council, names ${county} and met at ${venue.value}`,
        }
    }
  }
  return null
}
