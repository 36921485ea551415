import { type Day, longDay } from './day.ts'

/** The day and the time 'HH:MM' that clocks in the United Kingdom show. */
export function inLondon(at: Date): { readonly day: Day; readonly clock: string } {
  const part = Object.fromEntries(clockParts.formatToParts(at).map(each => [each.type, each.value]))
  const { year, month, day, hour, minute } = part
  return {
    day: Math.floor(Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000),
    clock: `${hour}:${minute}`,
  }
}

/** The day of an instant in the United Kingdom. */
export const dayIn = (at: Date): Day => inLondon(at).day

/** '21 November 2026, 9:05pm', as clocks in the United Kingdom show it. */
export function momentInWords(at: Date): string {
  const { day, clock } = inLondon(at)
  const hour = Number(clock.slice(0, 2))
  return `${longDay(day)}, ${((hour + 11) % 12) + 1}${clock.slice(2)}${hour < 12 ? 'am' : 'pm'}`
}

const clockParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
