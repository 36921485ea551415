import { inLondon, isoDay } from '#calendar'
import { dayFrom } from '#findings'
import { invalid } from '#kit/http/index.ts'

/**
 * The moment that a day and a time on clocks in the United Kingdom mean. In the hour that comes
 * twice in autumn it is the first.
 * @throws invalid
 */
export function receivedAtOf(dayText: string, time: string): Date {
  const day = dayFrom(dayText)
  if (day === null)
    throw invalid([
      { field: 'receivedOn', message: 'Enter the day it came, such as 11 September 2017.' },
    ])
  const match = /^(\d{1,2})[:.](\d{2})$/.exec(time.trim())
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])]
  if (match === null || hour > 23 || minute > 59)
    throw invalid([{ field: 'receivedTime', message: 'Enter the time it came, such as 09:45.' }])
  const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  const winter = new Date(`${isoDay(day)}T${clock}:00Z`)
  const summer = new Date(winter.getTime() - 3_600_000)
  const shown = inLondon(summer)
  return shown.day === day && shown.clock === clock ? summer : winter
}
