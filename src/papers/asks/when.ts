import { type Day, dayOf } from '#calendar'
import { datesIn } from '../checks/dates-in.ts'

/** When something is to be done: a day or the words that say it. */
export interface When {
  readonly when: Day | string
  /** A day can be told from it: “at the next meeting” can, “later this year” cannot. */
  readonly certain: boolean
  readonly start: number
}

const month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const number =
  '(?:\\d{1,3}|a|an|one|two|three|four|five|six|eight|nine|ten|twelve|fourteen|twenty|thirty)'

const certain = new RegExp(
  String.raw`\b(?:(?:at|to|for|before|ahead of|in time for|by) (?:the|its|their|our) next (?:\w{1,15} ){0,3}meeting\b|next meeting\b|within (?:the next )?${number} (?:working |calendar |clear )?(?:days?|weeks?|months?)\b|(?:in|after) ${number} (?:weeks?|months?|years?)(?:['’] time)?\b|(?:by|before) the end of (?:the (?:month|week|year|calendar year|financial year|municipal year|quarter)|${month}(?: \d{4})?|term)|(?:in|by|from|during|for|until|to(?: the| its)?|at(?: the| its)?) (?:early |mid-? ?|late )?${month}(?: \d{4})?\b|(?:next|this) (?:week|month|quarter|fortnight|term)\b|in (?:a|one) (?:year|month|fortnight)(?:['’]s)?(?: time)?\b|(?:six|three|twelve|6|3|12)[- ]month(?:s|ly)?\b|(?:quarterly|monthly|annually|every (?:meeting|month|quarter|year|six months)))`,
  'i',
)
const vague =
  /\b(?:later (?:this|in the) (?:year|month|meeting|municipal year)|in due course|as soon as (?:possible|practicable|it (?:was|is|becomes) available)|at (?:a|some) (?:future|later|subsequent|forthcoming) (?:\w{1,15} )?(?:meeting|date|point|stage)|to (?:a|the) (?:future|later|subsequent|forthcoming) (?:\w{1,15} )?meeting|(?:a|some) future (?:\w{1,15} )?meeting|(?:after|following|outside(?: of)?) (?:the|this|today's) meeting|next (?:year|financial year|municipal year)|this year|in the (?:near future|coming (?:weeks|months|year)|new year|spring|summer|autumn|winter)|(?:over|in) the next (?:few )?(?:\w{1,9} )?(?:weeks|months)|shortly|soon|when(?:ever)? (?:available|completed?|it (?:was|is) (?:ready|available)|the inspection team arrived?|they arrived?|known)|once (?:available|complete|completed|known|finalised)|going forward|regular(?:ly)?|on an ongoing basis|by (?:the )?(?:spring|summer|autumn|winter))\b/i

/**
 * The time that a sentence gives. A date without a year is taken as the next after `meetingOn`, or
 * stays in words where that is not known.
 */
export function whenIn(text: string, meetingOn: Day | null): When | null {
  const dates = datesIn(text).filter(date => date.dayOfMonth !== null)
  // A sentence often names past days too: the one after “on”, “by” or “until” and not gone comes first.
  const date = dates.find(each => {
    const day = each.day ?? nextOf(each.month, each.dayOfMonth ?? 1, meetingOn)
    return meetingOn === null || day === null || day >= meetingOn
  })
  // “The item, which another committee takes on 6 September, be brought to the next meeting.”
  const meeting = /\b(?:to|at|for) (?:the|its|their|our) next (?:\w{1,15} ){0,3}meeting\b/i.exec(
    text,
  )
  if (date !== undefined && (meeting === null || meeting.index < date.start)) {
    const day = date.day ?? nextOf(date.month, date.dayOfMonth ?? 1, meetingOn)
    return {
      when: day ?? text.slice(date.start, date.end).replaceAll(/\s+/g, ' ').replace(/\.$/, ''),
      certain: true,
      start: date.start,
    }
  }
  const said = certain.exec(text)
  if (said !== null)
    return {
      when: said[0].trim().replace(/^(?:to|at) (?:the |its )?(?=[A-Z])/, ''),
      certain: true,
      start: said.index,
    }
  const loosely = vague.exec(text)
  return loosely === null ? null : { when: loosely[0].trim(), certain: false, start: loosely.index }
}

/** A day and month without a year: this year's if it is not gone by the meeting, else the next's. */
function nextOf(monthOfYear: number, dayOfMonth: number, meetingOn: Day | null): Day | null {
  if (meetingOn === null) return null
  const year = new Date(meetingOn * 86_400_000).getUTCFullYear()
  const day = dayOf(year, monthOfYear, dayOfMonth)
  return day !== null && day >= meetingOn ? day : dayOf(year + 1, monthOfYear, dayOfMonth)
}
