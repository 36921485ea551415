import { type Line, SHORT, placeOf } from './lines.ts'
import type { Read } from './paper-read.ts'

const SUBJECT_TO =
  /\bsubject to (?:their |its |the )?(?<step>acceptance|approval|confirmation|agreement|amendment|ratification|being (?:agreed|approved|confirmed))\b/iu
const DRAFT =
  /^(?:\W*)(?:draft|unconfirmed|unapproved|unadopted)(?:\s+(?:minutes|until|not|version|–|-|\().*)?$|\b(?:draft|unconfirmed) minutes\b/iu

/** How far minutes have come: subject to acceptance at the next meeting, draft; null where they do not say. */
export function statusOf(lines: readonly Line[], front: readonly Line[]): Read<string> | null {
  for (const line of lines) {
    if (line.blank || line.text.length > SHORT || !/\bminutes?\b|\brecord\b/iu.test(line.text))
      continue
    const step = SUBJECT_TO.exec(line.text)?.groups?.['step']
    if (step !== undefined && /\b(?:next|following|future|subsequent) meeting\b/iu.test(line.text))
      return {
        value: `subject to ${step.toLowerCase()} at the next meeting`,
        place: placeOf([line]),
        inferred: null,
      }
  }
  const draft = front.find(line => line.text.length < 120 && DRAFT.test(line.text))
  return draft === undefined ? null : { value: 'draft', place: placeOf([draft]), inferred: null }
}
