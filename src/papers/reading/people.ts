import { beforeBracket } from './lines.ts'
import type { Person, Place } from './paper-read.ts'

const TITLES =
  'cllrs?|clrs?|coun|councillors?|county councillors?|mr|mrs|ms|miss|mx|dr|prof|professor|revd?|reverend|canon|fr|father|rabbi|imam|sir|dame|lord|lady|baroness|baron|alderman|alderwoman|ald|dci|ds|di|supt|superintendent|chief inspector|detective (?:superintendent|inspector|sergeant|constable|chief \\p{L}+)'
const TITLE = new RegExp(String.raw`^(?:the\s+)?(?:hon\.?\s+)?(${TITLES})\b\.?\s+`, 'iu')
const COUNCILLOR = /^(?:cllrs?|clrs?|coun|councillors?|county councillors?)$/iu

/** Words of which posts, bodies and headings are made, and names hardly ever. */
const POST_WORD =
  /\b(?:director|head|officer|manager|member|leader|chief|executive|councillor|chair(?:man|person|woman)?|vice|deputy|assistant|interim|adviser|advisor|lead|partner|commissioner|secretary|clerk|solicitor|principal|inspector|police|constabulary|nhs|health|council|committee|board|panel|cabinet|services?|team|school|academy|trust|representatives?|ambassador|governor|co-?opt\w*|diocese|church|parent|service|support|business|finance|legal|democratic|children(?:'s|’s)?|safeguarding|care|commissioning|department|education|portfolio|minute[- ]?taker|observer|headteacher|nurse|doctor|probation|cafcass|foundation|association|forum|group|agency|partnership|apologies|present|absent|public|press|quality|performance|strategy|corporate|social|lay|integrated|young|people|families|communities|adults?|skills|inclusion|learning|early|years|independent|district|borough|county|city|town|meeting|designated|named|superintendent|detective|constable|sergeant|consultant|icb|ccg|ltd|llp|plc|cic|part|section|agenda|business|procedural|one|two|items?|minutes|agenda|none|received)s?\b/iu

/** Words of posts that are surnames too: behind one first name they are. */
const SURNAME_TOO = /^(?:young|church|head|early|nurse|clerk|lay|town|person)$/iu

/** Letters after a name: they belong to it. */
const HONOURS = /^(?:mbe|obe|cbe|dbe|kbe|bem|jp|dl|qpm|mp|mep|qc|kc|phd|esq|tD|vr|frsa)$/iu

/**
 * Does a text look like a person's name: two to five words with capitals, or a title and a name?
 * Names are of every origin, so nothing is asked of their letters but a capital.
 */
export function looksLikeName(text: string): boolean {
  const words = text.replaceAll(/[.,]/gu, ' ').trim()
  if (words.length < 3 || words.length > 60 || /\d/u.test(words)) return false
  if (TITLE.test(words)) {
    const rest = words.replace(TITLE, '')
    return (
      /^\p{Lu}/u.test(rest) &&
      !/\b(?:for|with|of|responsible)\b/u.test(rest) &&
      rest.split(/\s+/u).length <= 6
    )
  }
  const parts = words.split(/\s+/u)
  const surname = parts.length === 2 && SURNAME_TOO.test(parts[1] ?? '')
  if (POST_WORD.test(surname ? (parts[0] ?? '') : words)) return false
  return (
    parts.length >= 2 &&
    parts.length <= 5 &&
    parts.every(
      part =>
        /^\p{Lu}[\p{L}'’.-]*$/u.test(part) ||
        /^(?:de|la|le|van|von|der|den|al|el|bin|ap|ferch|y|da|dos)$/iu.test(part),
    )
  )
}

export const startsWithTitle = (text: string): boolean => TITLE.test(text)

/** Does a text look like a post: "Head of Early Help", "Cabinet Member for …"? */
export const looksLikePost = (text: string): boolean => text.length <= 200 && POST_WORD.test(text)

const CHAIR = /\b(?:in the chair|chair(?:man|person|woman)?|chairing|mayor in the chair|ch)\b/iu
const VICE = /\b(?:vice|deputy)[\s-]*(?:chair(?:man|person|woman)?|ch)\b/iu
const SUBSTITUTE =
  /\b(?:substitut(?:e|ed|ing)|sub|attending|deputi[sz]ing|in place of|reserve|on behalf of)\b[\s:]*(?:for|of|by)?\s*/iu

/** A person from the words of one entry: "Cllr A Smith MBE (Vice-Chair)", "Jo Reed – Head of Audit". */
export function personOf(entry: string, place: Place): Person | null {
  if (entry.length > 1000) return null
  const words = entry
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[\s,;:–-]+/u, '')
    .replace(/[\s,;:.]+$/u, '')
    .trim()
  if (words.length < 2 || words.length > 300 || !/\p{L}/u.test(words)) return null
  const { bare, brackets } = withoutBrackets(words)
  const [first, rest] = splitCapacity(bare.replace(NAME_AND_POST, '$1, $2'))
  const notes = brackets.filter(note => !/^\p{Lu}{2,4}$/u.test(note))
  const roles = [...notes, ...(rest === null ? [] : [rest])]
  const post = !looksLikeName(first) && looksLikePost(first)
  // "Head of Audit – Jo Reed": the post may stand first.
  const turned = post && rest !== null && looksLikeName(rest)
  const chairs =
    roles.some(role => VICE.test(role)) || VICE.test(first)
      ? 'vice-chair'
      : roles.some(role => CHAIR.test(role)) || / in the chair$/iu.test(first)
        ? 'chair'
        : null
  const substituted = roles.find(role =>
    /^(?:substitut|sub\b|reserve for|in place of|deputi[sz]ing|attending for|for )/iu.test(role),
  )
  const capacity = turned
    ? first
    : post
      ? words
      : joinRoles(roles.filter(role => role !== substituted && !ONLY_CHAIR.test(role)))
  return {
    name: turned ? rest : post ? null : first.replace(/\s+in the chair$/iu, ''),
    capacity,
    chairs,
    substituteFor: substituted === undefined ? null : nameAfter(substituted),
    place,
  }
}

/** "Jo Reed and Ambassador for Young People": a list of one, written as if it were two. */
const NAME_AND_POST =
  /^((?-i:\p{Lu})[\p{L}'’-]+(?: (?-i:\p{Lu})[\p{L}'’-]+){1,3}) and ((?:ambassador|representative|chair|lead|head|director|governor)\b.*)$/iu

const ONLY_CHAIR =
  /^(?:the |in the )?(?:chair|vice|deputy)?[\s-]*(?:chair(?:man|person|woman)?)(?: of the (?:committee|panel|board|meeting|cabinet))?$/iu

const joinRoles = (roles: readonly string[]): string | null =>
  roles.length === 0 ? null : roles.join(', ')

const nameAfter = (role: string): string | null => {
  const name = role
    .replace(SUBSTITUTE, '')
    .replace(/^(?:for|of)\s+/iu, '')
    .trim()
  return name === '' ? null : name
}

function withoutBrackets(words: string): {
  readonly bare: string
  readonly brackets: readonly string[]
} {
  const brackets: string[] = []
  const bare = words.replaceAll(/\(([^()]{1,160})\)/gu, (_, inner: string) => {
    brackets.push(inner.trim())
    return ' '
  })
  return {
    bare: bare
      .replaceAll(/\s+/gu, ' ')
      .trim()
      .replace(/[\s,;–-]+$/u, ''),
    brackets,
  }
}

/** Name and capacity stand on either side of a dash, a colon, a comma or a tab. */
function splitCapacity(words: string): readonly [string, string | null] {
  const match = /\s[–—-]\s|\t|:\s|,\s/u.exec(words)
  if (match === null) return [words, null]
  const first = words.slice(0, match.index).trim()
  const rest = words.slice(match.index + match[0].length).trim()
  if (rest === '') return [first, null]
  // "Director of Children, Families and Communities" is one post, and no name with a capacity.
  if (!looksLikeName(first) && !looksLikeName(rest)) return [words, null]
  if (HONOURS.test(rest)) return [words, null]
  return [first, rest]
}

/**
 * The people of a list in one breath: "Councillors A Smith, B Jones (Chair) and C Brown". The title
 * said once for all is given to each.
 */
export function peopleOf(text: string, place: Place): readonly Person[] {
  const people: Person[] = []
  // "Councillors" stands for the whole list; "Councillor" before one surname for surnames after it.
  let title: string | null = null
  let before: string | null = null
  for (const group of text.slice(0, LONGEST_LIST).split(/;|\n/u)) {
    for (const entry of entriesOf(group)) {
      const own = TITLE.exec(entry)?.[1] ?? null
      if (own !== null) {
        const councillor = COUNCILLOR.test(own) ? own.replace(/s$/iu, '') : null
        title = /s$/iu.test(own) ? councillor : null
        before = councillor
      }
      const named = own !== null && title !== null ? entry.replace(TITLE, `${title} `) : entry
      const given = title ?? (/^\S+(?:\s\(|$)/u.test(entry) ? before : null)
      const person = personOf(
        own === null && given !== null && shortName(entry) && !OFFICER.test(entry)
          ? `${given} ${entry}`
          : named,
        place,
      )
      if (person !== null) people.push(person)
    }
    if (/[.;]\s*$/u.test(group)) title = null
  }
  return people
}

/** An officer among councillors is told by the post in brackets. */
const OFFICER = /\((?:[^()]*\b)?(?:officer|director|head|manager|solicitor|clerk)\b/iu

/** In a list under "Councillors" a surname alone, or initials and a surname, is a person. */
const shortName = (entry: string): boolean => {
  const bare = beforeBracket(entry)
  return (
    bare.length < 60 &&
    /^\p{Lu}/u.test(bare) &&
    bare.split(/\s+/u).length <= 4 &&
    !POST_WORD.test(bare)
  )
}

/** A list of three hundred people is shorter; what is longer is none, and is not taken apart. */
const LONGEST_LIST = 20_000

/** Entries between commas and "and", commas inside brackets and inside a post's own title left alone. */
function entriesOf(text: string): readonly string[] {
  const pieces: string[] = []
  let depth = 0
  let piece = ''
  for (const part of text.split(/([(),]|\s(?:and|&)\s)/u)) {
    // "A Wren (Chair) B Swift (Labour)": behind a bracket a name begins anew.
    if (depth === 0 && piece.endsWith(')') && anotherName(part)) {
      pieces.push(piece, ',')
      piece = ''
    }
    if (part === '(') depth++
    if (part === ')') depth = Math.max(0, depth - 1)
    if (depth === 0 && (part === ',' || /^\s(?:and|&)\s$/u.test(part))) {
      pieces.push(piece, part.trim())
      piece = ''
    } else piece += part
  }
  pieces.push(piece)
  return regrouped(pieces)
}

const anotherName = (part: string): boolean =>
  /^\s+\p{Lu}[\p{L}'’. -]{1,40}$/u.test(part) && !HONOURS.test(part.trim()) && !POST_WORD.test(part)

/** "Jo Reed, Head of Audit and Risk, Sam Lee": a piece that is no new person carries the last one on. */
function regrouped(pieces: readonly string[]): readonly string[] {
  const entries: string[] = []
  for (let at = 0; at < pieces.length; at += 2) {
    const piece = (pieces[at] ?? '').trim()
    const sign = pieces[at - 1] ?? ''
    if (piece === '') continue
    const last = entries.at(-1)
    if (last === undefined || begins(piece, last)) entries.push(piece.replace(/^and\s+/iu, ''))
    else
      entries[entries.length - 1] = sign === ',' ? `${last}, ${piece}` : `${last} ${sign} ${piece}`
  }
  return entries
}

function begins(piece: string, last: string): boolean {
  const words = piece.replace(/^and\s+/iu, '')
  if (/^the\s+/iu.test(words) && looksLikePost(words)) return true
  if (TITLE.test(words)) return true
  const bare = (words.split(/\(|\s[–—-]\s/u)[0] ?? '').trim()
  if (HONOURS.test(bare)) return false
  if (looksLikeName(bare)) return true
  // Among surnames a surname.
  return (
    shortName(bare) &&
    last.length < 300 &&
    !POST_WORD.test(last.replaceAll(/\([^()]*\)/gu, '').replace(TITLE, '')) &&
    (TITLE.test(last) || shortName(last))
  )
}
