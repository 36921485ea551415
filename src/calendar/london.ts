import type { Day } from './day.ts'

/** The day and the time 'HH:MM' that clocks in the United Kingdom show. */
export function inLondon(at: Date): { readonly day: Day; readonly clock: string } {
  const part = Object.fromEntries(clockParts.formatToParts(at).map(each => [each.type, each.value]))
  const { year, month, day, hour, minute } = part
  return {
    day: Math.floor(Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000),
    clock: `${hour}:${minute}`,
  }
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
