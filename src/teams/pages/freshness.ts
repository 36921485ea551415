import { type Day, longDay } from '#calendar'

/** After so many days, what is due "today" cannot be said from an extract. */
const FRESH_DAYS = 14

/** The days that "overdue" and "this week" are about. */
export interface Window {
  /** The day of the newest extract: what was due before it and not done by then is overdue. */
  readonly asOf: Day
  readonly until: Day
  readonly daysOld: number
  readonly isFresh: boolean
}

/**
 * Of a fresh extract the week runs to seven days from today, so that what fell due since stands in
 * it too; of an old one to seven days from the extract, because nobody knows what was done since.
 */
export function windowOf(asOf: Day, today: Day): Window {
  const daysOld = Math.max(0, today - asOf)
  const isFresh = daysOld <= FRESH_DAYS
  return { asOf, until: (isFresh ? Math.max(today, asOf) : asOf) + 7, daysOld, isFresh }
}

export function freshnessInWords({ asOf, daysOld, isFresh }: Window): string {
  const day = longDay(asOf)
  if (daysOld === 0) return `The newest extract is of today, ${day}.`
  const age = daysOld === 1 ? 'yesterday' : `${daysOld.toLocaleString('en-GB')} days ago`
  if (isFresh) {
    return `The newest extract is of ${day}, ${age}. What was done since is not in it.`
  }
  return `The newest extract is of ${day}, ${age}. That is too old to say what is due now: this is how it stood on that day.`
}
