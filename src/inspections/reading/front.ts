import { dateIn, fieldworkOf } from './dates.ts'
import { type Line, joined, placesOf } from './lines.ts'
import type { Fieldwork, Found } from './reading.ts'

/** What a report's first pages say of itself besides its grades. */
export type Front = {
  readonly authority: Found<string> | null
  readonly fieldwork: Found<Fieldwork> | null
  readonly published: Found<string> | null
  readonly leadInspectorRole: Found<string> | null
}

export function frontOf(lines: readonly Line[]): Front {
  const front = lines.filter(line => line.page <= 2)
  return {
    authority: authorityOf(front),
    fieldwork: fieldworkFound(front),
    published: publishedFound(front),
    leadInspectorRole: leadRole(front),
  }
}

/** Lines from the first that matches, down to a blank line or the next label. */
function labelled(lines: readonly Line[], label: RegExp, most = 3): readonly Line[] {
  const start = lines.findIndex(line => label.test(line.text))
  if (start < 0) return []
  const out: Line[] = []
  for (const line of lines.slice(start, start + most + 2)) {
    const next = out.length > 0 && (line.blank || anyLabel.test(line.text) || !/\d/.test(line.text))
    if (next && dateful(out)) break
    if (!line.blank) out.push(line)
    if (out.length >= most) break
  }
  return out
}

const anyLabel =
  /^\s*(lead inspector|reporting inspector|report published|published|judgement|age group|inspection dates?)\b/i
const dateful = (lines: readonly Line[]): boolean =>
  /\d{4}/.test(joined(lines.map(line => line.text)))

function fieldworkFound(lines: readonly Line[]): Found<Fieldwork> | null {
  const label =
    /^\s*(inspection|fieldwork|visit|review|dates? of (the )?(inspection|visit))\s*(dates?)?\s*:/i
  const said = labelled(lines, label)
  const value = fieldworkOf(joined(said.map(line => line.text)).replace(label, ''))
  if (value !== null)
    return {
      value,
      places: placesOf(said),
      why: 'the line of inspection dates',
      confidence: 'certain',
    }
  return visitDates(lines)
}

/** Letters say it in a sentence: “the focused visit to … on 5 and 6 February 2019”. */
function visitDates(lines: readonly Line[]): Found<Fieldwork> | null {
  const words = joined(lines.map(line => line.text))
  const match =
    /\b(?:visit|inspection|review)\b[^.]{0,160}?\b(?:on|between|from)\s+(\d{1,2}[^.]{0,60}?\b20\d\d(?:[^.]{0,40}?\b20\d\d)?)/i.exec(
      words,
    )
  const value = match === null ? null : fieldworkOf(match[1] ?? '')
  const place = lines.find(
    line => match !== null && line.text.includes((match[1] ?? '').slice(0, 6)),
  )
  return value === null
    ? null
    : {
        value,
        places: place === undefined ? [] : placesOf([place]),
        why: 'a sentence of the opening',
        confidence: 'likely',
      }
}

function publishedFound(lines: readonly Line[]): Found<string> | null {
  const label = /^\s*(?:report\s+)?(?:first\s+)?(?:published|publication date)(?:\s+on)?\s*:?\s+/i
  const said = labelled(lines, label, 1)
  const value = dateIn(joined(said.map(line => line.text)))
  if (value !== null)
    return {
      value,
      places: placesOf(said),
      why: 'the line of the publication date',
      confidence: 'certain',
    }
  // A letter carries its date on a line of its own above “Dear”.
  const dear = lines.findIndex(line => /^\s*dear\b/i.test(line.text))
  const dated = lines
    .slice(0, Math.max(0, dear))
    .find(line => /^\s*\d{1,2}\s+\p{L}+\s+20\d\d\s*$/u.test(line.text))
  const day = dated === undefined ? null : dateIn(dated.text)
  return dated === undefined || day === null
    ? null
    : { value: day, places: placesOf([dated]), why: 'the date of the letter', confidence: 'likely' }
}

const roles =
  /\b((?:Senior )?(?:Her|His) Majesty[’']s Inspectors?|SHMI|HMI|Ofsted Inspector|Social Care (?:Regulatory )?Inspector|Regional Director)\b/i

function leadRole(lines: readonly Line[]): Found<string> | null {
  const start = lines.findIndex(line => /\b(lead|reporting) inspector\b/i.test(line.text))
  for (const line of start < 0 ? [] : lines.slice(start, start + 4)) {
    const role = roles.exec(line.text)?.[1]
    if (role !== undefined)
      return {
        value: role,
        places: placesOf([line]),
        why: 'the line of the lead inspector',
        confidence: 'certain',
      }
  }
  return null
}

const titleWords =
  /^(re-?)?inspection of (services|children|local authority|looked after|safeguarding|arrangements)|^(focused|monitoring|assurance) visit|^joint targeted|^area send|^joint local area/i

/**
 * The authority stands above the title (2013 to 2021: “Brent”, “London Borough of Hackney”), in the
 * title (“Inspection of Derby local authority children’s services”) or below it.
 */
function authorityOf(lines: readonly Line[]): Found<string> | null {
  const written = lines.filter(line => !line.blank && line.page === 1).slice(0, 14)
  const inTitle = titleAuthority(written) ?? visitAuthority(lines)
  if (inTitle !== null) return inTitle
  const title = written.findIndex(line => titleWords.test(line.text.trim()))
  if (title > 0) return nameFrom(written.slice(0, title), 'the lines above the title')
  const council = written.filter(
    line => /\b(council|borough|county|city of)\b/i.test(line.text) && line.text.trim().length < 60,
  )
  return nameFrom(council.slice(0, 1), 'the line that names a council')
}

function titleAuthority(written: readonly Line[]): Found<string> | null {
  for (const most of [1, 2, 3, 4]) {
    const lines = written.slice(0, most)
    const title = joined(lines.map(line => line.text))
    const name =
      /^(?:re-?)?inspection of (?:the )?(.{3,70}?)(?:[’']s)? (?:local authority )?children[’']s (?:social care )?services/i.exec(
        title,
      )?.[1]
    if (
      name !== undefined &&
      !/^(services|local authority|looked after|safeguarding)\b/i.test(name)
    )
      return nameOf(name, lines, 'the title')
  }
  return null
}

const visitTitles: readonly RegExp[] = [
  /^(?:ofsted )?(?:focused|monitoring|assurance) visit (?:to|of) (.{3,70}?)(?:[’']s)?(?: local authority)?(?: children[’']s (?:social care )?services| council\b|$)/i,
  /^(?:joint )?(?:local )?area send (?:\w+ )?inspection (?:of|in) (?:the )?(.{3,60}?)(?: local area.*| area partnership.*| partnership.*|$)/i,
  /^joint targeted area inspection of (?:the .{0,60}? in )?(.{3,60}?)$/i,
  /^an inspection of youth (?:justice|offending) services in (.{3,60}?)$/i,
]

/** Visits and joint inspections name the authority in their title, which in a letter stands below the address. */
function visitAuthority(lines: readonly Line[]): Found<string> | null {
  const written = lines.filter(line => !line.blank && line.page === 1).slice(0, 40)
  for (let at = 0; at < written.length; at++)
    for (const most of [1, 2]) {
      const title = written.slice(at, at + most)
      const words = joined(title.map(line => line.text))
      for (const shape of visitTitles) {
        const name = shape.exec(words)?.[1]
        if (name !== undefined && /^\p{Lu}/u.test(name)) return nameOf(name, title, 'the title')
      }
    }
  return null
}

function nameFrom(lines: readonly Line[], where: string): Found<string> | null {
  const text = joined(lines.map(line => line.text))
  return text === '' || text.length > 90 ? null : nameOf(text, lines, where)
}

function nameOf(written: string, lines: readonly Line[], where: string): Found<string> {
  return {
    value: authorityName(written),
    places: placesOf(lines),
    why: `${where}: “${written}”`,
    confidence: 'certain',
  }
}

/** “London Borough of Hackney” is Hackney, “Metropolitan Borough of Rotherham” Rotherham, “Derbyshire County Council” Derbyshire. */
export function authorityName(written: string): string {
  const name = written
    .replaceAll('&', 'and')
    .replace(/^St\. /, 'St ')
    .replace(/ Upon /, ' upon ')
    .replace(/\b\d+$/, '')
    .replace(/[’']s$/, '')
    .replace(/^the\s+/i, '')
    .replace(/^(royal |london |metropolitan |city and )?borough( council)? of\s+/i, '')
    .replace(/^(city|county) (council )?of\s+(?!london)/i, '')
    .replace(/\s+local authority$/i, '')
    .replace(/\s+(metropolitan|county|city|borough|district|unitary|council|mbc)\b.*$/i, '')
    .trim()
  return name === '' ? written.trim() : name
}
