import { decisionVerb, delegationIn } from './delegation.ts'
import type { ItemLines } from './items.ts'
import { type Line, joined, placeOf, atEnd } from './lines.ts'
import { markOf, paragraphOf } from './numbering.ts'
import type { Resolution, ResolutionPart } from './paper-read.ts'

type Force = Resolution['force']

// RESOLVED –, Resolved (unanimously):, IT WAS RESOLVED THAT, RESOLVED to: -, Resolved to RECOMMEND: (to Council)
const RESOLVED =
  /^(?:\**)(?:(?:[Ii]t was|IT WAS|[Tt]he .{3,80}?|[Cc]abinet|CABINET|[Mm]embers|and)\s+)?(?:(?:unanimously|accordingly|therefore|further)\s+)*(?:RESOLVED|Resolved|resolved)(?=\b|That|:|–)(?<rest>.*)$/su
const AGREED_HEAD = /^(?:AGREED|DECISION|DECIDED)(?:\b|:)(?<rest>.*)$/su
const AGREED_MARKED =
  /^(?:Agreed|Decision|Decisions?|The decision|Decided|It was agreed)\s*(?:[:–—]|\s-\s|:-)(?<rest>.*)$/su
const RECOMMENDED =
  /^(?:\**)(?:RECOMMENDED|Recommended|RECOMMENDATIONS?|Recommendations?|RESOLVED TO RECOMMEND|Resolved to RECOMMEND)\s*(?:\([^()]{0,40}\))?\s*(?:[:–—]|\s-\s|:-|to\b|that\b|That\b|$)(?<rest>.*)$/su
const SIGNS =
  /^[\s:–—*.,-]*(?:\(?(?<vote>unanimously|nem\.? con\.?|by \d{1,2} votes? to \d{1,2}[^):,;]{0,40}|with \d[^):,;]{0,40})\)?[\s:,–—-]*)?/iu
const VOTE =
  /\b(?:unanimously|nem\.? con\.?|(?:by )?\d{1,2} votes? (?:for|to)\b[^.;]{0,80}|for\s?[:-]?\s?\d{1,2},? against\s?[:-]?\s?\d{1,2}[^.;]{0,40}|\d{1,2} (?:members )?(?:voted )?(?:in favour|for),? (?:and )?\d{1,2} against[^.;]{0,60})/iu
const ENDS =
  /^(?:reasons?|alternative|options? considered|\(?note|cllr|councillor .{2,40}(?:requested|voted)|supporting documents|the (?:chair|meeting|committee|panel|cabinet|board|motion|vote)|members (?:then|asked|noted)|leader of|chair(?:man|person)?$|meeting (?:closed|concluded|ended)|signed|date|action|voting|votes|background|minutes|additional|following|in response|it was (?:noted|agreed)|\d{1,3}\.\s+\p{Lu})/iu

/** What stands below the last resolution of a meeting, gap or none. */
const CLOSES =
  /^(?:\(?(?:the )?(?:meeting|committee|panel|board) (?:closed|concluded|ended|finished|rose)\b|\(?duration of (?:the )?meeting|signed\b|chair(?:man|person)?\s*[.:_]*$|reasons? for (?:the )?(?:decision|recommendation))/iu

/** What the meeting resolved, recommended or agreed, in its parts. */
export function resolutionsOf(
  items: readonly ItemLines[],
  minuted: boolean,
): readonly Resolution[] {
  if (!minuted) return []
  return items.flatMap(({ item, lines }) => inItem(lines, item.number))
}

function inItem(lines: readonly Line[], item: string | null): readonly Resolution[] {
  const found: Resolution[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    const head = line === undefined || line.blank ? null : headOf(line)
    if (line === undefined || head === null) continue
    const end = endOf(lines, at, head.rest)
    const own = lines.slice(at, end)
    const resolution = read(own, head, item)
    if (resolution !== null && !repeats(found, resolution)) found.push(resolution)
    at = Math.max(at, end - 1)
  }
  return found
}

/** A page that shows the decision and then the minute says the same thing twice. */
const repeats = (found: readonly Resolution[], next: Resolution): boolean =>
  found.some(each => each.text.toLowerCase() === next.text.toLowerCase())

type Head = { readonly force: Force; readonly rest: string }

function headOf(line: Line): Head | null {
  const text = (paragraphOf(line)?.text ?? line.text).replace(/^\(?[a-z]\)\s+(?=RESOLVED)/u, '')
  const short = text.slice(0, 4000)
  const recommended = RECOMMENDED.exec(short)
  if (recommended !== null)
    return { force: 'recommended', rest: recommended.groups?.['rest'] ?? '' }
  const resolved = RESOLVED.exec(short)
  if (resolved !== null && isHead(short, resolved.groups?.['rest'] ?? '')) {
    const rest = resolved.groups?.['rest'] ?? ''
    return /^\s+to recommend\b/iu.test(rest)
      ? { force: 'recommended', rest: rest.replace(/^\s+to recommend\b/iu, '') }
      : { force: 'resolved', rest }
  }
  const agreed = AGREED_HEAD.exec(short) ?? AGREED_MARKED.exec(short)
  if (agreed !== null && !/^decisions?\s*:?\s*$/iu.test(short.trim()))
    return { force: 'agreed', rest: agreed.groups?.['rest'] ?? '' }
  const within =
    /(?:^|[.;,]?\s)(?:it was\s+|and\s+|cabinet\s+|the committee\s+)?(?:unanimously\s+)?RESOLVED\b(?<rest>.*)$/su.exec(
      short,
    )
  return within === null ? null : { force: 'resolved', rest: within.groups?.['rest'] ?? '' }
}

/** "Resolved" at the start of a sentence of prose ("Resolved complaints rose") is no resolution. */
const isHead = (text: string, rest: string): boolean =>
  /RESOLVED/u.test(text) || /^\s*(?:$|[:–—(-]|that\b|to\b|unanimously)/iu.test(rest)

/** The line behind the resolution: parts run on over gaps while they are marked or carry on a sentence. */
function endOf(lines: readonly Line[], start: number, rest: string): number {
  let end = start + 1
  let open = !finished(rest)
  for (let at = start + 1; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined) break
    if (line.blank) continue
    const isMark = markOf(line.text) !== null
    if (headOf(line) !== null || CLOSES.test(line.text)) break
    if (!isMark && (line.gap > 0 || line.heading > 0) && ENDS.test(line.text)) break
    if (paragraphOf(line) !== null && !isMark && line.gap > 0) break
    const carriesOn = line.gap === 0 || open || /^\p{Ll}/u.test(line.text)
    if (!(isMark || line.bullet !== null || carriesOn)) break
    end = at + 1
    open = !finished(line.text) || (isMark && markOf(line.text)?.rest === '')
  }
  return end
}

const finished = (text: string): boolean => {
  const end = text.slice(-40)
  return /[.!?]['’”")*]*\s*$/u.test(end) && !/\b(?:that|to)\s*[:.–-]*\s*$/iu.test(end)
}

function read(lines: readonly Line[], head: Head, item: string | null): Resolution | null {
  const first = lines[0]
  if (first === undefined) return null
  const sign = SIGNS.exec(head.rest)
  const opening = head.rest.slice(sign?.[0].length ?? 0)
  const texts = [
    { line: first, text: opening },
    ...lines
      .slice(1)
      .filter(line => !line.blank)
      .map(line => ({ line, text: line.text })),
  ]
  const parts = partsOf(texts)
  if (parts.length === 0) return null
  const whole = joined(texts.map(piece => piece.text))
  const all = parts.map(part => ({ to: part.to, with: part.inConsultationWith }))
  return {
    item,
    force: head.force,
    vote: sign?.groups?.['vote'] ?? VOTE.exec(whole)?.[0] ?? null,
    parts,
    verbs: [...new Set(parts.flatMap(part => (part.verb === null ? [] : [part.verb])))],
    to: all.find(each => each.to !== null)?.to ?? null,
    inConsultationWith: all.find(each => each.with !== null)?.with ?? null,
    text: whole,
    place: placeOf(lines),
  }
}

type Piece = { readonly line: Line; readonly text: string }

/** Parts by the first kind of mark that is met; marks of another kind below are the part's own. */
function partsOf(pieces: readonly Piece[]): readonly ResolutionPart[] {
  const groups: { mark: string | null; pieces: Piece[] }[] = []
  let kind: string | null = null
  for (const piece of pieces.flatMap(inBreath)) {
    const mark = markOf(piece.text)
    const own =
      mark !== null &&
      (kind === null ||
        mark.kind === kind ||
        (kind === 'letter' &&
          mark.kind === 'roman' &&
          follows(groups.at(-1)?.mark ?? null, mark.mark)))
    if (mark !== null && own) {
      kind ??= mark.kind
      groups.push({ mark: mark.mark, pieces: [{ ...piece, text: mark.rest }] })
      continue
    }
    const last = groups.at(-1)
    const bulleted = piece.line.bullet !== null && piece !== pieces[0] && kind === null
    if (last === undefined || bulleted) groups.push({ mark: null, pieces: [piece] })
    else last.pieces.push(piece)
  }
  const lead =
    groups.length > 1 && groups[0]?.mark === null
      ? joined(groups[0].pieces.map(piece => piece.text))
      : null
  // "That the following topics be submitted to the Board:" gives its verb to those that have none.
  const leads = lead !== null && (/[:–-]$/u.test(lead) || (lead.length < 400 && LEAD_IN.test(lead)))
  const verb = leads ? decisionVerb(lead.slice(0, 400)) : null
  return (leads ? groups.slice(1) : groups)
    .map(group => {
      const text = atEnd(
        joined(group.pieces.map(piece => piece.text)),
        /[\s,;*]+(?:and|or)?[\s*]*$/u,
      )
      return {
        mark: group.mark,
        text,
        verb: decisionVerb(text) ?? verb,
        ...delegationIn(text),
        place: placeOf(group.pieces.map(piece => piece.line)),
      }
    })
    .filter(part => part.text.length > 3)
}

/** "i" after "h" is a letter. */
const follows = (before: string | null, mark: string): boolean =>
  before !== null && mark.length === 1 && before.codePointAt(0) === (mark.codePointAt(0) ?? 0) - 1

/** What leads to the parts and is none: "to:", "That the Cabinet:-". */
const LEAD_IN =
  /^(?:that|to|the|cabinet|committee|panel|board|council|executive|members?|it|be|was|following|agreed|resolved|accordingly|having|[\s:–—,.-])*(?:agrees?|resolves?)?[\s:–—,.-]*$/iu

/** "(a) That …, and (b) that …" on one line are two parts. */
function inBreath(piece: Piece): readonly Piece[] {
  const texts = piece.text
    .split(/(?:^|[\s;,])(?=\((?:[a-h]|[ivx]{1,4}|\d)\)\s)/u)
    .map(text => text.trim())
    .filter(text => text !== '')
  return texts.length < 2 ? [piece] : texts.map(text => ({ ...piece, text }))
}
