import { addMonths, type Day, firstDayOf, lastDayOf, longDay, monthNames } from '#calendar'
import { type DateInText, datesIn, monthsIn } from './dates-in.ts'
import type { Check, DatedEvent, Found } from './fault.ts'
import { sentencesOf } from './text.ts'

export const eventDates: Check = {
  id: 'events',
  title: 'Dates of inspections',
  looksFor:
    'A sentence about an inspection on record that gives it other dates than the record, or one month where it ran over two',
  rule: 'The dates of an inspection are those of the published report. Good practice, no duty of law',
  find: ({ paper, blocks }) => {
    const events = paper.events ?? []
    if (events.length === 0) return []
    return blocks.flatMap(block =>
      sentencesOf(block).flatMap(sentence => {
        const said = sentence.text.toLowerCase()
        const about = events.filter(event =>
          event.words.every(word => said.includes(word.toLowerCase())),
        )
        if (about.length === 0 || sentence.text.length > 1_500) return []
        return [...datesIn(sentence.text), ...monthsIn(sentence.text)].flatMap(date => {
          const fault = faultOf(date, sentence.text, about)
          return fault === null
            ? []
            : [{ ...fault, start: sentence.start + date.start, end: sentence.start + date.end }]
        })
      }),
    )
  },
}

type Said = Omit<Found, 'start' | 'end'>

const inspected =
  /\b(?:inspect(?:ion|ed|ors)?|visit(?:ed)?|took place|carried out|undertaken)\b(?:[^.;,]{0,80}) (?:in|on|between|from|during|to|and|until)(?: the)? ?$/i
const otherwise =
  /\b(?:approv|submi|agree|met\b|meeting|issu|appoint|consider|present|receiv|sent\b|wr[io]te|sign|start|plan\b|deadline|since|before|after|held|judg|improv|follow)/i
const published = /\bpublished(?: (?:in full|its report|the report))?,? (?:on|in)(?: the)? ?$/i

function faultOf(date: DateInText, sentence: string, events: readonly DatedEvent[]): Said | null {
  const before = sentence.slice(Math.max(0, date.start - 140), date.start).replaceAll(/\s+/g, ' ')
  if (published.test(before)) return publicationFault(date, events)
  if (!inspected.test(before) || date.year === null) return null
  // “After the inspection the plan was approved on …” dates the plan.
  const gap = before.slice(before.toLowerCase().lastIndexOf('inspect') + 7)
  if (otherwise.test(gap)) return null
  if (/publish|report(?!ed)/i.test(before) && date.dayOfMonth !== null)
    return publicationFault(date, events)
  const [from, to] = spanOf(date)
  if (from === null || to === null) return null
  const nearest = nearestOf(events, from, event => [event.from, event.to])
  if (nearest === null) return null
  if (date.dayOfMonth !== null)
    return from >= nearest.from && to <= nearest.to ? null : differs(nearest)
  if (nearest.from > to || nearest.to < from) return differs(nearest)
  if (nearest.from >= from && nearest.to <= to) return null
  return {
    ...differs(nearest),
    says: `The paper gives ${monthNames[date.month - 1]} ${date.year}; ${nearest.name} ran from ${longDay(nearest.from)} to ${longDay(nearest.to)}, into another month.`,
  }
}

const differs = (event: DatedEvent): Said => ({
  kind: 'dates of an event',
  says: `On record, ${event.name} ran from ${longDay(event.from)} to ${longDay(event.to)}.`,
  severity: 'look again',
  suggestion: `Write “from ${longDay(event.from)} to ${longDay(event.to)}”.`,
})

function publicationFault(date: DateInText, events: readonly DatedEvent[]): Said | null {
  const [from, to] = spanOf(date)
  if (from === null || to === null) return null
  const nearest = nearestOf(events, from, event =>
    event.published === undefined ? null : [event.published, event.published],
  )
  if (nearest?.published === undefined) return null
  if (nearest.published >= from && nearest.published <= to) return null
  return {
    kind: 'dates of an event',
    says: `On record, the report of ${nearest.name} was published on ${longDay(nearest.published)}.`,
    severity: 'look again',
    suggestion: `Write “published on ${longDay(nearest.published)}”.`,
  }
}

function spanOf(date: DateInText): readonly [Day | null, Day | null] {
  if (date.dayOfMonth !== null) return [date.day, date.day]
  if (date.year === null) return [null, null]
  const month = date.year * 12 + date.month - 1
  return [firstDayOf(month), lastDayOf(month)]
}

/** Within nine months: what lies further off is another event, which nobody put on record. */
function nearestOf(
  events: readonly DatedEvent[],
  day: Day,
  spanned: (event: DatedEvent) => readonly [Day, Day] | null,
): DatedEvent | null {
  let nearest: DatedEvent | null = null
  let least = addMonths(day, 9) - day
  for (const event of events) {
    const span = spanned(event)
    if (span === null) continue
    const off = day < span[0] ? span[0] - day : day > span[1] ? day - span[1] : 0
    if (off < least) [nearest, least] = [event, off]
  }
  return nearest
}
