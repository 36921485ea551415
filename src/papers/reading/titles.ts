import { type Line, SHORT } from './lines.ts'

/** Headings that English meetings have had for decades, whatever the council. */
const USUAL =
  /^(?:(?:to (?:receive|note|consider|approve) )?(?:any )?(?:chair(?:man|person)?(?:'s|’s)? )?(?:welcome|apolog(?:y|ies)|attendance|introductions?|substitut|alternate members|declarations?|disclosures?|members(?:'|’)? interests|code of conduct|minutes?\b|confirmation of|matters arising|action (?:log|tracker)|review of actions|public (?:participation|question|speaking|requests|forum|time)|questions?\b|petitions?|deputations?|announcements?|communications|urgent|any other|aob|work (?:programme|plan)|workplan|forward plan|date (?:and time )?of (?:the )?next|next meeting|exclusion of|evacuation|performance|budget|revenue|exempt|items? (?:called|from|for)|call[- ]in|recording|filming|membership|election of|appointment of))/iu

const PDF_ICON = /\s*(?:pdf icon\s*)?\bPDF\s+\d+(?:\.\d+)?\s*[KM]B\b.*$/u
const PAGES = /\s*\((?:pages?|pp?\.?)\s*\d{1,4}\s*(?:[-–—]|to)\s*\d{1,4}\)?\s*\)?/giu

/** A heading without what a page puts beside it: the size of a file, the pages of the pack. */
export function titleOf(text: string): string {
  return (
    text
      .slice(0, SHORT * 3)
      // "221 (28) TITLE": the minute's number, and the agenda's beside it.
      .replace(/^\(\d{1,3}\)\s+/u, '')
      .replace(PDF_ICON, '')
      .replaceAll(PAGES, '')
      .replace(/\s*[.…]{4,}\s*\d*$/u, '')
      .replaceAll(/\s+/gu, ' ')
      .replace(/\s*[:–—-]\s*$/u, '')
      .trim()
  )
}

export const isUsual = (text: string): boolean => USUAL.test(text)
export const hasPdfIcon = (text: string): boolean => PDF_ICON.test(text.slice(0, SHORT * 2))

export const inCapitals = (text: string): boolean =>
  /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text.replaceAll(/\b(?:s|of|and|the|to)\b/gu, ''))

/** Verbs that make a sentence of what might have been a heading. */
const SAYS =
  /\b(?:was|were|is|are|had|has|have|been|stated|asked|advised|noted that|agreed that|informed|explained|thanked|reported|confirmed|introduced|presented|responded|considered|welcomed|will|would|should|must|may)\b/u
/** A label under a heading and no heading. */
const LABEL =
  /^(?:minutes|decisions?|additional documents|supporting documents|reasons?(?: for)?|resolved|agreed|recommended|action|actions|share this item|present|in attendance|response|question|answer|notes?|venue|contact|media|no|item|items|contents)\b[\s:.–-]*(?:by\b.*)?$/iu

/**
 * How much a text reads as the heading of an item: below 1 it does not; 1 it may; 2 it looks like
 * one (capitals, bold, the size of a file beside it); 3 it is one that every meeting has. Behind a
 * number "Minutes" is a heading; without one it is the label over what was minuted.
 */
export function headingQuality(text: string, line: Line, numbered = false): number {
  const title = titleOf(text)
  if (title.length < 3 || title.length > SHORT || !/^[\p{Lu}\d‘“"'(£]/u.test(title)) return 0
  if (LABEL.test(title) && !(numbered && isUsual(title))) return 0
  const words = title.split(' ').length
  const ends = /[;,]$/u.test(title) || (/[.?!:]$/u.test(title) && words > 7)
  if (isUsual(title) && words <= 22 && !(SAYS.test(title) && ends)) return 3
  if (ends) return 0
  const set =
    inCapitals(title) ||
    line.bold ||
    line.heading > 0 ||
    hasPdfIcon(text) ||
    /\((?:pages?|pp?)\s*\d/iu.test(text)
  if (set) return 2
  return SAYS.test(title) || words > 30 ? 0.5 : 1.4
}

/** "Declarations of interest. None declared." */
export function saidBehind(text: string): { readonly title: string; readonly said: string } | null {
  const at = text.slice(0, 120).indexOf('. ')
  const title = at < 0 ? '' : text.slice(0, at)
  return at > 0 && isUsual(title) && title.split(' ').length <= 12
    ? { title, said: text.slice(at + 2).trim() }
    : null
}

/** "DECLARATIONS OF INTEREST – There were none": heading and minute in one breath. */
export function runIn(text: string): { readonly title: string; readonly said: string } | null {
  const match = /^([^a-z]{3,200}?)\s*[–—:-]{1,2}\s+(?=\p{Lu}\p{Ll}|\p{Lu}\s\p{Ll})/u.exec(
    text.slice(0, 400),
  )
  const title = match?.[1]?.trim() ?? ''
  return match === null || !inCapitals(title)
    ? null
    : { title, said: text.slice(match[0].length).trim() }
}
