import { z } from 'zod'
import { type Day, longDay } from '#calendar'
import { DayText } from '#findings'
import { invalid } from '#kit/http/index.ts'

/** The form that asks for the last day of something that is held. */
export const LastDayFields = z.object({
  untilOn: DayText('Enter the last day, such as 18 September 2017.'),
})

/** @throws invalid where the last day comes before the first */
export function refuseBefore(what: string, fromOn: Day, untilOn: Day): void {
  if (untilOn >= fromOn) return
  const message = `The ${what} was taken on ${longDay(fromOn)}. The last day comes on or after it.`
  throw invalid([{ field: 'untilOn', message }])
}
