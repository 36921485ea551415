import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Day, type Period, type Reckoning, isoDay, parseIsoDay, reckon } from '#calendar'
import { changeBetween, reconcile } from '#kit/sums.ts'
import type { Suite, SuiteLine } from '../suite.ts'

/** A dated rule in words, what it is given, and the answer: a day, a time on a day, or a sum. */
type Case = {
  readonly rule: string
  readonly input: Readonly<Record<string, unknown>>
  readonly expected: string
}

export const suite: Suite = {
  name: 'deadlines',
  run: async folder => {
    const file = join(folder, 'deadlines', 'deadline-cases.json')
    if (!existsSync(file)) return { lines: [], skipped: `no cases at ${file}` }
    // The file is the case writer's; a case of another shape shows as one that disagrees.
    const cases = JSON.parse(await readFile(file, 'utf8')) as readonly Case[]
    return { lines: [dated(withRules(cases))] }
  },
}

/** "same rule" stands for the rule of the case before. */
function withRules(cases: readonly Case[]): Case[] {
  let rule = ''
  return cases.map(one => {
    rule = /^same rule\b/i.test(one.rule) ? rule : one.rule
    return { ...one, rule }
  })
}

function dated(cases: readonly Case[]): SuiteLine {
  const notes = cases.flatMap(one => {
    const answer = answerTo(one)
    if (answer === one.expected) return []
    return [`${one.rule}: ${JSON.stringify(one.input)} gives ${answer}, not ${one.expected}`]
  })
  return { name: 'deadlines', agreed: cases.length - notes.length, total: cases.length, notes }
}

function answerTo({ rule, input }: Case): string {
  const given = Object.entries(input)
    .map(([name, value]) => ({ name, day: typeof value === 'string' ? parseIsoDay(value) : null }))
    .find(({ day }) => day !== null)
  return given?.day == null ? sumOf(input) : dayFor(rule, given.name, given.day)
}

function dayFor(rule: string, given: string, day: Day): string {
  const period = periodIn(rule)
  if (period === null) return 'no period found in the rule'
  const at =
    /\b(\d{1,2}:\d{2})\b/.exec(rule)?.[1] ?? (/\b(midday|noon)\b/i.test(rule) ? '12:00' : null)
  return isoDay(reckon(reckoningFor(rule, given), period, day)) + (at === null ? '' : `T${at}`)
}

/** A rule about a meeting or a decision to come counts back from it; one about a thing done, forward. */
function reckoningFor(rule: string, given: string): Reckoning {
  if (/deadline|due/.test(given)) return 'latest-start'
  if (/meeting|decision/.test(given) && !/\bafter the (meeting|decision)/i.test(rule))
    return 'before'
  return /earliest|elapsed|may (only )?be (made|held|taken)/i.test(rule) ? 'once-elapsed' : 'within'
}

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** The period that a rule states in words: '70 working days', 'five clear working days'. */
function periodIn(rule: string): Period | null {
  const pattern =
    /\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten)[ -]+(clear )?(working |calendar )?(day|week|month|year)s?\b( beginning)?/i
  const match = pattern.exec(rule)
  if (match === null) return null
  const [, number = '', clear, kind = '', word = '', beginning] = match
  const count = NUMBERS.indexOf(number.toLowerCase()) + 1 || Number(number)
  const length = count * ({ week: 7, year: 12 }[word.toLowerCase()] ?? 1)
  if (/month|year/i.test(word)) {
    return { unit: beginning === undefined ? 'months-after' : 'months-beginning-with', length }
  }
  if (beginning !== undefined) return { unit: 'days-beginning-with', length }
  if (clear === undefined) {
    const working = /working/i.test(kind)
    return { unit: working ? 'working-day-2007' : 'calendar-day', length }
  }
  if (/\bs(ection|\.)? ?243\b/i.test(rule)) return { unit: 'clear-day-1972', length }
  // Bare "clear days" are working days to the courts, but for the 28 of the 2012 Regulations.
  const calendar = /calendar/i.test(kind) || (kind === '' && length === 28)
  return { unit: calendar ? 'clear-calendar-day' : 'clear-working-day', length }
}

/** The sums of a paper: lines against their headline, a year against the last, a range multiplied. */
function sumOf(input: Case['input']): string {
  const numbers = Object.values(input)
  const lines = numbers.find(value => Array.isArray(value))
  const { now, then, min, max } = input
  if (lines !== undefined) {
    const headline = numbers.find(value => typeof value === 'number') ?? Number.NaN
    const { total, difference } = reconcile(lines.map(Number), headline)
    return `${total} (difference ${difference})`
  }
  if (typeof now === 'number' && typeof then === 'number') {
    const { difference, percent } = changeBetween(then, now)
    return `${signed(difference)} (${percent === null ? 'no percentage' : `${signed(percent, 1)}%`})`
  }
  const areas = Object.entries(input).find(([name]) => name !== 'min' && name !== 'max')?.[1]
  if (typeof areas === 'number' && typeof min === 'number' && typeof max === 'number') {
    return `${areas * min}-${areas * max} projects`
  }
  return 'nothing that we can count'
}

function signed(value: number, places = 0): string {
  return `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(places)}`
}
