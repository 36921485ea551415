import { type Line, SHORT, placeOf, plain, atEnd } from './lines.ts'
import { paragraphOf } from './numbering.ts'
import type { Read, HeaderField } from './paper-read.ts'

/** Labels of the header that councils put before a report, in the forms that are usual. */
const LABELS =
  /^(?:report title|title(?: of report)?|subject|report to|committee|cabinet(?: date)?|(?:cabinet|meeting|decision|committee) date|date(?: of (?:meeting|decision|committee))?|(?:lead )?cabinet member(?:\(s\)|s)?(?: .*)?|(?:lead )?member|portfolio holder|key decision(?:\?)?|purpose(?: of (?:the )?report)?|summary|executive summary|recommendations?(?:\(s\))?|reasons?(?: for (?:the )?(?:recommendations?|decision|report))?|alternative options?.*|resource implications?|financial implications?|background (?:documents|papers)|statutory authority|legal implications?|divisional councillor(?:\(s\)|s)?|(?:electoral )?divisions?(?: affected)?|wards?(?:\(s\))?(?: affected)?|officer|(?:lead|report|contact|responsible) (?:officer|author|director)(?:\(s\)|s)?|author|director|report (?:of|by|author)|timeline|key dates|status|exempt(?:ion)?(?: information)?|appendices|contact(?: details)?|decision[- ]maker|consultation|corporate priorit(?:y|ies)|is this a key decision\??|open\/exempt|public\/exempt|classification|call[- ]in|forward plan(?: ref(?:erence)?)?)$/iu

export type Header = { readonly fields: readonly HeaderField[]; readonly end: number }

/**
 * The header of a report: rows of label and text, or labels with a colon, from the top of the
 * paper to its first section. Lines between belong to the field above them.
 */
export function headerOf(lines: readonly Line[]): Header {
  const fields: { label: string; lines: Line[]; texts: string[] }[] = []
  let end = 0
  for (const [index, line] of lines.entries()) {
    if (line.blank) continue
    const field = fieldOf(line)
    if (field !== null) {
      fields.push({
        label: field.label,
        lines: [line],
        texts: field.text === '' ? [] : [field.text],
      })
      end = index + 1
      continue
    }
    const open = fields.at(-1)
    if (open === undefined) {
      if (index > 80) break
      continue
    }
    const heading = /^\d{0,2}\.?\d?\s*[^a-z]{4,}$/u.test(line.text.slice(0, SHORT))
    const listed = /^recommendation/iu.test(open.label)
    if (
      line.heading > 0 ||
      (line.gap > 0 && (heading || (paragraphOf(line) !== null && !listed))) ||
      (line.gap > 0 &&
        (line.bullet === null || line.gap > 1) &&
        !/^(?:\(?[a-z\d]{1,2}[.)]|that\b)/iu.test(line.text))
    )
      break
    open.lines.push(line)
    open.texts.push(line.text)
    end = index + 1
  }
  // Two labels make no header: minutes have "Date:" and "Title:" too.
  if (fields.length < 4) return { fields: [], end: 0 }
  return {
    fields: fields.map(({ label, lines: own, texts }) => ({
      label,
      text: texts.join('\n'),
      place: placeOf(own),
    })),
    end,
  }
}

function fieldOf(line: Line): { readonly label: string; readonly text: string } | null {
  if (line.cells.length > 1) {
    const [label = '', ...rest] = line.cells.map(cell => cell.trim())
    const bare = atEnd(label, /\s*:$/u)
    const text = rest.filter(cell => cell !== '').join('\t')
    return LABELS.test(bare) && bare.length < 60 ? { label: asLabel(bare), text } : null
  }
  const match = /^([^:\n]{3,60}?)\s*:\s*(.*)$/su.exec(line.text)
  const label = match?.[1]?.trim() ?? ''
  return match !== null && LABELS.test(label)
    ? { label: asLabel(label), text: match[2] ?? '' }
    : null
}

/** "REPORT TITLE" is set as the other labels are. */
const asLabel = (label: string): string =>
  /\p{Ll}/u.test(label) ? label : `${label.slice(0, 1)}${label.slice(1).toLowerCase()}`

/** The text of the first field with one of some labels. */
export function fieldNamed(fields: readonly HeaderField[], shape: RegExp): HeaderField | null {
  return fields.find(field => shape.test(plain(field.label))) ?? null
}

export function keyDecisionOf(fields: readonly HeaderField[]): Read<boolean> | null {
  const field = fieldNamed(fields, /key decision/u)
  const said = field === null ? null : /^\W*(yes|no)\b/iu.exec(field.text.slice(0, SHORT))?.[1]
  return field === null || said === null || said === undefined
    ? null
    : { value: said.toLowerCase() === 'yes', place: field.place, inferred: null }
}
