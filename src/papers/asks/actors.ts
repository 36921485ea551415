/** Somebody who can be asked: as the text names them, with the place. */
export interface Actor {
  readonly kind: 'post' | 'body' | 'person' | 'group'
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Short forms with what they stand for: DCS for Director of Children’s Services. */
export type ShortForms = ReadonlyMap<
  string,
  { readonly name: string; readonly kind: 'post' | 'body' }
>

interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
}

const postHeads = new Set(
  (
    'Director Directors Head Heads Chief Officer Officers Manager Managers Leader Chair Chairman Chairwoman Chairperson ' +
    'Vice-Chair Vice-Chairman Member Members Holder Commissioner Adviser Advisor Lead Secretary Solicitor Treasurer Mayor Inspector Coordinator ' +
    'Co-ordinator Clerk Principal Superintendent Executive Partner Ambassador Ambassadors Consultant Minister Strategist Deputy'
  ).split(' '),
)
const bodyHeads = new Set(
  (
    'Committee Cabinet Council Board Panel Partnership Group Forum Executive Commission Trust Authority Team Department ' +
    'Constabulary Police Agency Alliance Hub Ofsted Service Services Directorate Subcommittee Sub-Committee Sub-Group Government Assembly Network'
  ).split(' '),
)
const titles = new Set(
  'Cllr Cllrs Councillor Councillors Mr Mrs Ms Miss Dr Prof Professor Rev Sir Dame Lady Lord'.split(
    ' ',
  ),
)
const connectors = new Set(['of', 'for', 'and', '&', 'the', 'with', 'to', 'in'])
// Capitals that begin a sentence or a label, and are no part of a name.
const plainStarts = new Set(
  (
    'The A An In It This That These Those Members They He She We Their His Her There When Where While Whilst However As At On By For ' +
    'With And But Or If To From Following After Before During Both All Some Each Any No Not Resolved RESOLVED Recommended RECOMMENDED ACTION ' +
    'Action Actions Action: Also Therefore Further Furthermore Responding Looking Having Agreed Noted That Can Could Would Will Please Having Regarding Item Question Answer Response Minutes Resolution Since Then'
  ).split(' '),
)
const months =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/
// Capitals in titles of papers and programmes, which are no person.
const things =
  /^(?:Plan|Plans|Strategy|Report|Programme|Review|Framework|Act|Policy|Inspection|Update|First|Services|Service|Care|School|Schools|Education|Health|Improvement|Peer|Challenge|Children|Children's|Young|People|Adult|Social|Work|Workers|Draft|Annual|Performance|Quality|Assurance|Budget|Revenue|Monitoring|Early|Help|Hall|House|Road|Street|Appendix|Annex|Section|Paper|Papers|Notice|County|City|Borough|North|South|East|West|Youth|Justice|Family|Families|Support|Project|Scheme|Fund|Grant|Quarter|Item|Code|Conduct|Constitution|Corporate|Parenting|Safeguarding|Special|Educational|Needs|Local|Authorities|National|Independent|Reviewing|Public|Question|Questions|Domestic|Abuse|Joint|Area|SEND|Home|Homes|Centre|Foster|Carers|Academy)$/

/** Posts, bodies, persons, and groups such as “members”, in the order in which they stand. */
export function actorsIn(text: string, shortForms: ShortForms): readonly Actor[] {
  const tokens = tokensOf(text)
  const actors: Actor[] = []
  let at = 0
  while (at < tokens.length) {
    const stop = phraseFrom(tokens, at)
    const actor =
      stop === at ? groupAt(tokens, at) : actorOf(text, tokens.slice(at, stop), shortForms)
    if (actor !== null) actors.push(actor)
    at = Math.max(stop, at + 1)
  }
  return actors
}

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(/[A-Za-z][A-Za-z'’-]{0,40}|&|[,():;.]/g)].map(match => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}

const isCapital = (token: Token | undefined): boolean =>
  token !== undefined && /^[A-Z]/.test(token.text) && !months.test(token.text)
const isHead = (token: Token | undefined): boolean =>
  token !== undefined && (postHeads.has(token.text) || titles.has(token.text))
const spaceOnly = (a: Token | undefined, b: Token | undefined): boolean =>
  a !== undefined && b !== undefined && b.start - a.end <= 2

/** The place after the last token of a name that begins here; the same place when none does. */
function phraseFrom(tokens: readonly Token[], from: number): number {
  const first = tokens[from]
  if (!isCapital(first) || plainStarts.has(first?.text ?? '')) return from
  let at = from + 1
  while (at < tokens.length && at - from < 18) {
    const [token, next, after] = [tokens[at], tokens[at + 1], tokens[at + 2]]
    if (!spaceOnly(tokens[at - 1], token)) break
    if (isCapital(token) && !(titles.has(token?.text ?? '') && at > from)) at++
    else if (
      token?.text === ':' &&
      isHead(tokens[at - 1]) &&
      isCapital(next) &&
      !titles.has(next?.text ?? '')
    )
      at++
    else if (token?.text === '(' && isCapital(next) && closesSoon(tokens, at) && !isAcronym(next))
      at = closing(tokens, at)
    else if (token !== undefined && connectors.has(token.text)) {
      if (isCapital(next) && !endsBefore(tokens, from, at, next)) at += 2
      else if (
        next?.text === 'the' &&
        isCapital(after) &&
        token.text !== 'and' &&
        token.text !== 'to' &&
        token.text !== 'in' &&
        token.text !== 'for'
      )
        at += 3
      else break
    } else if (token?.text === ',' && joinsList(tokens, from, at)) at++
    else break
  }
  return at
}

/** “Director of X and Director of Y” are two; “Children and Families” is one; nor does “to” join persons. */
function endsBefore(
  tokens: readonly Token[],
  from: number,
  at: number,
  next: Token | undefined,
): boolean {
  const word = tokens[at]?.text
  if (titles.has(tokens[from]?.text ?? '')) return true
  if (word === 'to' || word === 'in' || word === 'the') return true
  if (word !== 'and' && word !== '&')
    return !tokens.slice(from, at).some(token => isHead(token) || bodyHeads.has(token.text))
  if (plainStarts.has(next?.text ?? '')) return true
  const headed = tokens.slice(from, at).some(token => isHead(token))
  return headed && (isHead(next) || headAhead(tokens, at + 1))
}

/** Whether the words after “and” are a post of their own: a head before the next small word. */
function headAhead(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < from + 8 && isCapital(tokens[at]); at++)
    if (isHead(tokens[at])) return true
  return false
}

/** “Director of Children, Families and Communities”: the comma is within the name. */
function joinsList(tokens: readonly Token[], from: number, at: number): boolean {
  const within = tokens.slice(from, at)
  if (!within.some(token => token.text === 'of' || token.text === 'for')) return false
  let ahead = at + 1
  while (
    ahead < at + 6 &&
    isCapital(tokens[ahead]) &&
    !isHead(tokens[ahead]) &&
    !bodyHeads.has(tokens[ahead]?.text ?? '')
  )
    ahead++
  return (
    ahead > at + 1 &&
    ahead - at <= 4 &&
    tokens[ahead]?.text === 'and' &&
    isCapital(tokens[ahead + 1]) &&
    !headAhead(tokens, ahead + 1)
  )
}

const isAcronym = (token: Token | undefined): boolean =>
  /^[A-Z][A-Za-z]{0,2}[A-Z]{1,4}$/.test(token?.text ?? '')
const closing = (tokens: readonly Token[], at: number): number =>
  tokens.slice(at, at + 8).findIndex(token => token.text === ')') + at + 1
function closesSoon(tokens: readonly Token[], at: number): boolean {
  const close = closing(tokens, at)
  return close > at + 1
}

function actorOf(text: string, tokens: readonly Token[], shortForms: ShortForms): Actor | null {
  const [first, last] = [tokens[0], tokens.at(-1)]
  if (first === undefined || last === undefined) return null
  const made = (kind: Actor['kind'], name?: string): Actor => ({
    kind,
    name: name ?? text.slice(first.start, last.end).replaceAll(/\s+/g, ' '),
    start: first.start,
    end: last.end,
  })
  const short = shortForms.get(text.slice(first.start, last.end).replace(/['’]s$/, ''))
  if (short !== undefined) return made(short.kind, short.name)
  if (titles.has(first.text)) return tokens.length > 1 ? made('person') : null
  const parting = tokens.findIndex(token => /^(?:of|for|with|:|,|\()$/.test(token.text))
  const core = parting === -1 ? tokens : tokens.slice(0, parting)
  const end = core.at(-1)?.text.replace(/['’]s?$/, '') ?? ''
  const before = core.at(-2)?.text ?? ''
  if (end === 'Executive') return made(before === 'Chief' ? 'post' : 'body')
  if (postHeads.has(end))
    return end === 'Members' && core.length === 1 ? made('group', 'members') : made('post')
  if (bodyHeads.has(end)) return core.length === 1 && /^Services?$/.test(end) ? null : made('body')
  const named = tokens.length >= 2 && tokens.length <= 3 && tokens.every(isCapital)
  const isThing = tokens.some(
    token => things.test(token.text) || isAcronym(token) || /^[A-Z]+$/.test(token.text),
  )
  return named && !isThing ? made('person') : null
}

const groups = new Map([
  ['members', 'members'],
  ['councillors', 'members'],
  ['committee', 'the committee'],
  ['panel', 'the panel'],
  ['board', 'the board'],
  ['commission', 'the commission'],
  ['cabinet', 'Cabinet'],
  ['officers', 'officers'],
  ['officer', 'the officer'],
  ['chair', 'the Chair'],
  ['chairman', 'the Chairman'],
])

function groupAt(tokens: readonly Token[], at: number): Actor | null {
  const token = tokens[at]
  const name = token === undefined ? undefined : groups.get(token.text.toLowerCase())
  if (token === undefined || name === undefined) return null
  return { kind: 'group', name, start: token.start, end: token.end }
}

const known: ShortForms = new Map([
  ['DCS', { name: 'Director of Children’s Services', kind: 'post' }],
  ['DASS', { name: 'Director of Adult Social Services', kind: 'post' }],
])

/** The short forms that a text explains, “Director of Public Health (DPH)”, and two that all know. */
export function shortFormsIn(text: string): ShortForms {
  const forms = new Map(known)
  for (const match of text.matchAll(/\(([A-Z][A-Za-z]{0,3}[A-Z]{1,4})\)/g)) {
    const short = match[1] ?? ''
    const before = text.slice(Math.max(0, match.index - 120), match.index).trimEnd()
    const actor = actorsIn(before, new Map()).findLast(each => each.end === before.length)
    if (actor?.kind === 'post' || actor?.kind === 'body')
      forms.set(short, { name: actor.name.replace(/^(?:The|A) /, ''), kind: actor.kind })
  }
  return forms
}
