import { isoDay, parseIsoDay } from '#calendar'
import { NONE } from './attendance.ts'
import { datesIn, isoOf, nearestYear } from './dates.ts'
import type { ItemLines } from './items.ts'
import type { Read, PublicParticipation } from './paper-read.ts'
import { timesIn } from './times.ts'

const PUBLIC =
  /\bquestions? (?:from|by) (?:the |members of the )?public\b|\bpublic\b.{0,40}\b(?:participation|question|speak|forum|address|time|representation|request|statement|access)|\b(?:petitions|deputations)\b/iu
const NOBODY =
  /^(?:none|nil)(?:[.]|$)|^there (?:were|was) (?:no|none)\b|\bno (?:members? of the public|public (?:participation|questions?|speakers?|requests?|statements?)|questions? (?:were|had been|was)|requests?|petitions?|representations?)\b[^.]{0,80}/iu
const BY =
  /\b(?:no later than|not later than|by|before|deadline(?: for [^.]{0,60}?)? (?:is|was|of))\b/iu

/** Who of the public took part, and by when they had to say so. */
export function publicParticipationOf(
  items: readonly ItemLines[],
  minuted: boolean,
  paperDate: string | null,
): PublicParticipation {
  let outcome: string | null = null
  let deadline: Read<string> | null = null
  for (const { item, lines } of items) {
    if (!PUBLIC.test(item.title)) continue
    // "None." in an answer does not mean that nobody asked.
    const asked = lines.some(line => /^(?:question|q)\s?\d/iu.test(line.text))
    for (const paragraph of item.paragraphs) {
      deadline ??= deadlineIn(paragraph.text, paragraph.place, paperDate)
      const words = paragraph.text.replace(/^minutes\s*:\s*/iu, '').trim()
      if (minuted && !asked && (NONE.test(words) || NOBODY.test(words))) outcome ??= 'nil'
    }
    const label = lines.findIndex(line => /^minutes\s*:?$/iu.test(line.text))
    const said = lines.slice(label + 1).filter(line => !line.blank)
    if (minuted && outcome === null && label >= 0 && said.length > 0)
      outcome = said.map(line => line.text).join('\n')
  }
  return { outcome, deadline }
}

/** "no later than 9.00am on the working day before the meeting (in this case 26 January)". */
function deadlineIn(
  text: string,
  place: Read<string>['place'],
  paperDate: string | null,
): Read<string> | null {
  const by = BY.exec(text)
  if (by === null) return null
  const after = text.slice(by.index, by.index + 240)
  const time = timesIn(after)[0]
  const said = datesIn(after)[0]
  if (time === undefined || said === undefined || said.day === null) return null
  const whole = isoOf(said)
  const day = parseIsoDay(whole ?? (paperDate === null ? '' : (nearestYear(said, paperDate) ?? '')))
  return day === null
    ? null
    : {
        value: `${isoDay(day)}T${time.time}`,
        place,
        inferred: whole === null ? 'the year is not printed; it is that of the meeting' : null,
      }
}
