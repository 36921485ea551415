import { datesIn, firstDate, isoOf, nearestYear } from './dates.ts'
import type { ItemLines } from './items.ts'
import type { Item, PreviousMinutes } from './paper-read.ts'
import { sentencesOf } from './sentences.ts'

const ABOUT = /\bminutes?\b|\bconfirmation\b|previous meeting|last meeting/iu
const AGREED =
  /\b(?:agreed|approved|confirmed|accepted|adopted|signed|ratified|received as a correct|true (?:and accurate )?record|(?:correct|accurate) record)\b/iu
const NOT_YET =
  /^to (?:agree|approve|confirm|receive|consider|note|sign)\b|\b(?:to be (?:agreed|confirmed|approved))\b/iu
const AMENDED =
  /\bsubject to\b.{0,200}\b(?:amend\w*|correct\w*|insert\w*|addition|chang\w*|delet\w*|following|replac\w*)|\bas amended\b|\bwith the following (?:amendment|correction)/iu

/** The minutes of the meeting before: of which day, and whether this meeting agreed them. */
export function previousMinutesOf(
  items: readonly ItemLines[],
  paperDate: string | null,
  minuted: boolean,
): PreviousMinutes | null {
  let put: PreviousMinutes | null = null
  for (const { item } of items) {
    if (
      !ABOUT.test(item.title) ||
      /\b(?:sub-?committee|working group|other bod)/iu.test(item.title)
    )
      continue
    // "Resolved" above "To approve the minutes" makes a deed of what an agenda only puts forward.
    const decided =
      minuted && /^(?:RESOLVED|Resolved|AGREED|DECISION|It was resolved)\b/mu.test(item.body.text)
    for (const paragraph of item.paragraphs) {
      for (const sentence of sentencesOf(paragraph.text)) {
        if (!/\bminutes?\b|\brecord\b|\bnotes\b/iu.test(sentence)) continue
        const date = dateIn(sentence, paperDate) ?? dateIn(item.title, paperDate)
        const notYet = NOT_YET.test(sentence) && !decided
        const agreed = AGREED.test(sentence) && !notYet
        if (date === null && !agreed) continue
        const found = {
          date,
          agreed: agreed ? !/\bnot (?:agreed|approved|confirmed)\b/iu.test(sentence) : null,
          amended: agreed && AMENDED.test(sentence),
          place: paragraph.place,
        }
        if (agreed) return { ...found, date: date ?? put?.date ?? null }
        put ??= found
      }
    }
    put ??= fromTitle(item, paperDate)
  }
  return put
}

function fromTitle(item: Item, paperDate: string | null): PreviousMinutes | null {
  const date = dateIn(item.title, paperDate)
  return date === null ? null : { date, agreed: null, amended: false, place: item.place }
}

/** A whole date, or a day and month before the paper's own. */
function dateIn(text: string, paperDate: string | null): string | null {
  const whole = firstDate(text)
  if (whole !== null || paperDate === null) return whole
  const [part] = datesIn(text)
  return part === undefined || part.day === null
    ? null
    : (isoOf(part) ?? nearestYear(part, paperDate))
}
