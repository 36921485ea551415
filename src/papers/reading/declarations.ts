import { NONE } from './attendance.ts'
import type { ItemLines } from './items.ts'
import type { Declaration, OrNil, Paragraph, Place } from './paper-read.ts'
import { sentencesOf } from './sentences.ts'

const ABOUT = /\b(?:declarations?|disclosures?|interests?|code of conduct)\b/iu
const WHIP = /\b(?:party |political )?whip(?:ping)?\b/iu
const NO_INTEREST =
  /\b(?:no|none|not any)\b[^.]{0,60}?\b(?:declarations?|interests?|disclosures?)\b|\b(?:declarations?|interests?|disclosures?)\b[^.]{0,60}\b(?:none|nil)\b|^(?:there (?:were|was) )?none(?:\.|$| (?:were |was )?(?:received|declared|made|recorded))|^nil\.?$/iu
const DECLARED =
  /^(?<by>.{3,260}?)\s+(?:each\s+|also\s+|both\s+|then\s+)?(?:declared|disclosed|expressed|registered|reported)\s+(?<what>(?:an?|his|her|their|general|personal|the|non)?\b.{0,2000})$/u
const BECAUSE =
  /\b(?:in that|because|as|due to|by virtue of|on the (?:basis|grounds) that|on account of|since|insofar as|arising from|relating to (?:his|her|their)|owing to|being)\b\s+(?<nature>\S.*)$/iu
const ITEM_NUMBER =
  /\b(?:(?:agenda )?items?|minutes?)\s+(?:no\.?\s*|nos\.?\s*|number\s*)?(\d{1,3}(?:\/\d{2,4})?[a-z]?(?:\s*(?:,|and|&)\s*\d{1,3}(?:\/\d{2,4})?[a-z]?)*)/giu

export type Declarations = {
  readonly declarations: OrNil<readonly Declaration[]>
  readonly partyWhip: OrNil<readonly Declaration[]>
}

/**
 * Interests declared, and the party whip, in the item that asks for them. What an agenda asks its
 * members to do is no declaration. Where an item asks about the whip and its minute names none,
 * the return is nil.
 */
export function declarationsOf(items: readonly ItemLines[], minuted: boolean): Declarations {
  const interests: Declaration[] = []
  const whips: Declaration[] = []
  let nil = false
  let whipNil = false
  for (const { item, lines } of items) {
    const about = ABOUT.test(item.title)
    const asksWhip = WHIP.test(item.title)
    if (!about && !asksWhip) {
      for (const paragraph of item.paragraphs)
        interests.push(...declaredIn(paragraph, item.number).filter(isInterest))
      continue
    }
    interests.push(...fromTable(lines))
    let spoken = false
    for (const paragraph of item.paragraphs) {
      for (const sentence of sentencesOf(paragraph.text.slice(0, 20_000))) {
        if (ASKS.test(sentence)) continue
        const bare = sentence
          .replace(/^(?:minutes|decision)\s*:\s*/iu, '')
          .replace(/^\(?[a-z\d]{1,2}[.)]\s*/iu, '')
        if (WHIP.test(bare) && /\b(?:no|none|nil|not)\b/iu.test(bare)) {
          whipNil = true
          if (/\binterests?\b/iu.test(bare)) nil = true
          spoken = true
        } else if (NO_INTEREST.test(bare) || NONE.test(bare.trim())) {
          nil = true
          spoken = true
        } else {
          const declared = declaration(bare, paragraph.place, null)
          if (declared === null) continue
          spoken = true
          if (WHIP.test(bare) && !/\binterest\b/iu.test(bare)) whips.push(declared)
          else interests.push(declared)
        }
      }
    }
    if (asksWhip && (spoken || interests.length > 0) && whips.length === 0) whipNil = true
  }
  return {
    declarations: interests.length > 0 ? interests : nil && minuted ? 'nil' : null,
    partyWhip: whips.length > 0 ? whips : whipNil && minuted ? 'nil' : null,
  }
}

/** What an agenda tells its readers. */
const ASKS =
  /\b(?:are (?:asked|required|reminded|invited|requested)|to (?:receive|declare|consider|note|disclose)\b.{0,80}\b(?:declarations?|interests?|whip)|please|should (?:declare|disclose)|must (?:declare|disclose|withdraw|not)|may (?:declare|have)|to be declared)\b/iu

const isInterest = ({ nature, kind }: Declaration): boolean =>
  kind !== null || /\binterest\b/iu.test(nature)

function declaredIn(paragraph: Paragraph, item: string | null): readonly Declaration[] {
  if (!/\b(?:declared|disclosed)\b[^.]{0,80}\binterest/iu.test(paragraph.text)) return []
  return sentencesOf(paragraph.text).flatMap(sentence => {
    if (ASKS.test(sentence) || NO_INTEREST.test(sentence)) return []
    const read = declaration(sentence, paragraph.place, item)
    return read === null ? [] : [read]
  })
}

function declaration(sentence: string, place: Place, item: string | null): Declaration | null {
  const match = DECLARED.exec(sentence.trim().replace(/\.$/u, ''))
  const { by, what } = match?.groups ?? {}
  if (by === undefined || what === undefined || !/\binterests?\b|\bwhip\b/iu.test(what)) return null
  if (
    !/^(?:the\s|\p{Lu})/u.test(by) ||
    /^(?:members|no|there|any|councillors (?:are|were|who))\b(?! (?-i:\p{Lu}))/iu.test(by)
  )
    return null
  const because = BECAUSE.exec(what)?.groups?.['nature']
  return {
    by: by
      .replace(/^the\s+/iu, '')
      .replace(/\s*\(\p{Lu}{2,6}\)/gu, '')
      .trim(),
    nature: (because ?? what).replace(/[.\s]+$/u, ''),
    kind: kindOf(what),
    items: itemsNamed(what, item),
    place,
  }
}

const kindOf = (text: string): Declaration['kind'] =>
  /non[- ]?(?:disclosable )?pecuniary|other (?:registrable|registerable)|non-registr/iu.test(text)
    ? 'other'
    : /disclosable pecuniary|\bDPI\b/iu.test(text)
      ? 'disclosable pecuniary'
      : /\bpecuniary|prejudicial/iu.test(text)
        ? 'pecuniary'
        : /\bpersonal\b/iu.test(text)
          ? 'personal'
          : null

function itemsNamed(text: string, own: string | null): readonly string[] {
  const named = [...text.matchAll(ITEM_NUMBER)].flatMap(
    match => (match[1] ?? '').match(/\d{1,3}(?:\/\d{2,4})?[a-z]?/giu) ?? [],
  )
  return named.length > 0 ? [...new Set(named)] : own === null ? [] : [own]
}

/** "Name of Member | Type of Interest | Item/Nature of Interest", in cells or in a column of lines. */
function fromTable(lines: readonly ItemLines['lines'][number][]): readonly Declaration[] {
  const head = lines.findIndex(
    line =>
      line.cells.length >= 3 &&
      /\b(?:name|member|councillor)\b/iu.test(line.cells[0] ?? '') &&
      /\binterest\b/iu.test(line.text),
  )
  const rows =
    head < 0
      ? inColumn(lines)
      : lines
          .slice(head + 1)
          .filter(line => line.cells.length >= 3)
          .map(line => ({ cells: line.cells, line }))
  return rows.flatMap(({ cells, line }) => {
    const [by = '', type = '', ...nature] = cells
    return by === '' || /^(?:name|member)/iu.test(by)
      ? []
      : [
          {
            by: by.trim(),
            nature: nature.filter(cell => cell !== '').join(', ') || type,
            kind: kindOf(type),
            items: itemsNamed(nature.join(' '), null),
            place: {
              firstLine: line.number,
              lastLine: line.number,
              start: line.start,
              end: line.end,
            },
          },
        ]
  })
}

/** A table whose cells came as lines of their own: three heads, then threes. */
function inColumn(
  lines: readonly ItemLines['lines'][number][],
): readonly { readonly cells: readonly string[]; readonly line: ItemLines['lines'][number] }[] {
  const written = lines.filter(line => !line.blank)
  const head = written.findIndex(
    (line, at) =>
      /^name of (?:member|councillor)/iu.test(line.text) &&
      /^(?:type|nature)\b.*interest/iu.test(written[at + 1]?.text ?? ''),
  )
  if (head < 0) return []
  const rows: { readonly cells: readonly string[]; readonly line: ItemLines['lines'][number] }[] =
    []
  for (let at = head + 3; at + 2 < written.length + 1; at += 3) {
    const line = written[at]
    if (line === undefined || !/^(?:cllr|councillor|mr|mrs|ms|dr)\b/iu.test(line.text)) break
    rows.push({
      cells: [line.text, written[at + 1]?.text ?? '', written[at + 2]?.text ?? ''],
      line,
    })
  }
  return rows
}
