import { longDay, monthNames, weekdayNames, weekdayOf } from '#calendar'
import { type DateInText, datesIn } from './dates-in.ts'
import type { Check, Found, Reading } from './fault.ts'
import { blockAt, plain, sentencesOf } from './text.ts'

export const dates: Check = {
  id: 'dates',
  title: 'Dates',
  looksFor:
    'Days that do not exist, days of the week that are not those of the date, stretches that end before they begin, one event with two dates, and a day in one place that is a week in another',
  rule: 'A date in a public record is one date: notice, call-in and statutory deadlines are counted from it. Good practice, no duty of law',
  find: reading => [
    ...single(reading),
    ...backwards(reading),
    ...twoDates(reading),
    ...weeks(reading),
  ],
}

function single({ text }: Reading): readonly Found[] {
  return datesIn(text).flatMap((date): readonly Found[] => {
    const { dayOfMonth, year, weekday } = date
    const wrong = text.slice(date.start, date.end).replaceAll(/\s+/g, ' ')
    if (dayOfMonth !== null && !mayExist(dayOfMonth, date.month, year))
      return [
        {
          kind: 'impossible date',
          says: `There is no ${dayOfMonth} ${monthNames[date.month - 1]}${year === null ? '' : ` ${year}`}.`,
          severity: 'stops publication',
          start: date.start,
          end: date.end,
          suggestion: 'Find out which day is meant.',
        },
      ]
    if (date.day === null || weekday === null || weekdayOf(date.day) === weekday) return []
    return [
      {
        kind: 'weekday',
        says: `The paper says ${wrong}; ${longDay(date.day)} is a ${weekdayNames[weekdayOf(date.day) - 1]}.`,
        severity: 'look again',
        start: date.start,
        end: date.end,
        suggestion: 'Find out whether the day of the week or the date is meant.',
      },
    ]
  })
}

const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function mayExist(day: number, month: number, year: number | null): boolean {
  const leap = year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))
  const most = month === 2 && !leap ? 28 : (longest[month - 1] ?? 31)
  // 45 May is no date that went wrong but other words: an edition, a number.
  return day <= most || day > 31
}

/** “between 18 February 2022 and 7 February 2022”. */
function backwards({ text }: Reading): readonly Found[] {
  const all = datesIn(text)
  return all.flatMap((from, at) => {
    const to = all[at + 1]
    if (to === undefined || from.day === null || to.day === null || to.day >= from.day) return []
    if (to.start - from.end > 12) return []
    const joint = text.slice(from.end, to.start).trim().toLowerCase()
    const lead = text.slice(Math.max(0, from.start - 12), from.start).toLowerCase()
    const stretch =
      /^(?:to|until|till|[-–—])$/.test(joint) || (joint === 'and' && /\bbetween\s{1,3}$/.test(lead))
    if (!stretch) return []
    return [
      {
        kind: 'dates disagree' as const,
        says: `The stretch begins on ${longDay(from.day)} and ends before it, on ${longDay(to.day)}.`,
        severity: 'look again' as const,
        start: from.start,
        end: to.end,
        suggestion: 'Put the two days in order, or correct one.',
      },
    ]
  })
}

interface Told {
  readonly key: string
  readonly date: DateInText
  readonly week: boolean
}

// What is said to happen, in words that name one event: “the inspection report will be published on”.
const telling =
  /\b((?:[a-z'’-]{2,20} ){0,2}(?:report|plan|strategy|statement|notice|letter|inspection|meeting|conference|self-assessment|consultation|budget|review))\b,? (?:(?:that|which) )?(?:was|were|is|are|will|would|must|should|has|had|to|not|be|been|due|required|held|expected)(?: (?:was|were|is|are|will|would|must|should|has|had|to|not|be|been|due|required|expected|first|finally)){0,5} (publish|submit|sign|held|hold|approv|complet|issu|start|begin|close|end)[a-z]{0,4}\b(?: (?!on\b|by\b|until\b)[A-Za-z]{1,15}){0,4} (on|by|until|in)\b(?: (?:the )?(week (?:of|commencing|beginning)|w\/c))?(?: the)? ?$/i
const skipWords = new Set([
  'the',
  'a',
  'an',
  'this',
  'that',
  'its',
  'their',
  'our',
  'final',
  'full',
  'as',
])

function toldIn({ blocks, text }: Reading): readonly Told[] {
  const told: Told[] = []
  for (const block of blocks)
    for (const sentence of sentencesOf(block)) {
      if (sentence.text.length > 1_200) continue
      for (const date of datesIn(sentence.text)) {
        const before = plain(
          sentence.text.slice(Math.max(0, date.start - 160), date.start),
        ).replaceAll(/ {2,}/g, ' ')
        const match = telling.exec(before)
        if (match === null) continue
        const noun = (match[1] ?? '')
          .toLowerCase()
          .split(' ')
          .filter(word => !skipWords.has(word))
        // “Ofsted inspection report” and “inspection report” are the same thing; a bare “report” too.
        const key = `${noun.at(-1)} ${match[2]?.toLowerCase().replace(/^hel?d?$/, 'hold')} ${match[3]?.toLowerCase()}`
        told.push({
          key,
          week: match[4] !== undefined,
          date: { ...date, start: sentence.start + date.start, end: sentence.start + date.end },
        })
      }
    }
  return told.filter(each => text.length > each.date.start)
}

const NEAR = 4_000

/** One event with two days in paragraphs that stand close, where no other word tells them apart. */
function twoDates(reading: Reading): readonly Found[] {
  const byKey = new Map<string, Told>()
  const found: Found[] = []
  for (const told of toldIn(reading)) {
    if (told.week || told.date.dayOfMonth === null) continue
    const before = byKey.get(told.key)
    byKey.set(told.key, told)
    if (before === undefined || told.date.start - before.date.start > NEAR) continue
    if (same(before.date, told.date) || !sameNouns(reading, before, told)) continue
    found.push({
      kind: 'dates disagree',
      says: `Two dates stand for what may be one event: ${words(reading.text, before.date)} and ${words(reading.text, told.date)}.`,
      severity: 'look again',
      start: told.date.start,
      end: told.date.end,
      also: [before.date],
      suggestion: 'Find out which is right, or say in what the two events differ.',
    })
  }
  return found
}

const same = (a: DateInText, b: DateInText): boolean =>
  a.dayOfMonth === b.dayOfMonth &&
  a.month === b.month &&
  (a.year === null || b.year === null || a.year === b.year)

const words = (text: string, date: DateInText): string =>
  text.slice(date.start, date.end).replaceAll(/\s+/g, ' ')

/** Both sentences must say the same of the event: the last words before the date, all but small ones. */
function sameNouns({ text }: Reading, a: Told, b: Told): boolean {
  const subject = (told: Told): string =>
    plain(text.slice(Math.max(0, told.date.start - 90), told.date.start))
      .toLowerCase()
      .replaceAll(/[^a-z ]/g, ' ')
      .split(/[.\s]+/)
      .filter(
        word =>
          word.length > 3 &&
          !/^(?:this|that|with|from|will|would|must|shall|should|been|were)$/.test(word),
      )
      .slice(-4)
      .join(' ')
  return subject(a) === subject(b)
}

const weekOf = /\b(?:week (?:of|commencing|beginning)|w\/c)\s{1,3}(?:the )?$/i
const stems = [
  'publish',
  'publication',
  'inspect',
  'meet',
  'submit',
  'submission',
  'visit',
  'start',
  'begin',
  'launch',
  'hold',
  'held',
]

/** “will be published on 27 January” and “not until the week of 27 January”. */
function weeks({ text, blocks }: Reading): readonly Found[] {
  const found: Found[] = []
  const all = datesIn(text)
  let looked = 0
  for (const [place, week] of all.entries()) {
    if (!weekOf.test(text.slice(Math.max(0, week.start - 30), week.start))) continue
    if (++looked > 200) break
    const said = sentenceAt(blocks, week.start)
    for (const day of near(all, place)) {
      if (day === week || !same(day, week)) continue
      if (weekOf.test(text.slice(Math.max(0, day.start - 30), day.start))) continue
      const other = sentenceAt(blocks, day.start)
      const event = stems.find(stem => said.includes(stem) && other.includes(stem))
      if (event === undefined) continue
      found.push({
        kind: 'dates disagree',
        says: `In one place it is ${words(text, day)}, in another some day in the week of ${words(text, week)}.`,
        severity: 'look again',
        start: week.start,
        end: week.end,
        also: [day],
        suggestion: 'Say in both places the day if it is known, and the week if not.',
      })
      break
    }
  }
  return found
}

/** The dates of the same item: those that stand before and after, as far as a page reaches. */
function near(all: readonly DateInText[], place: number): readonly DateInText[] {
  const middle = all[place]?.start ?? 0
  return all
    .slice(Math.max(0, place - 30), place + 31)
    .filter(each => Math.abs(each.start - middle) <= NEAR / 2)
}

function sentenceAt(blocks: Reading['blocks'], place: number): string {
  const block = blockAt(blocks, place)
  if (block === undefined) return ''
  const sentence = sentencesOf(block).find(each => each.start <= place && each.end >= place)
  return (sentence?.text ?? '').toLowerCase()
}
