import { z } from 'zod'
import { type Day, firstDayOf, lastDayOf, longDay, longMonth, type Month, monthOf } from '#calendar'
import type { Database } from '#kit/db/index.ts'
import type { JobKind } from '#kit/jobs/index.ts'
import type { Mail } from '#kit/mail.ts'
import { countedOf, type OwedMonth } from './completion.ts'
import { programmeOf } from './gather.ts'
import { forgetReminder, noteReminder } from './store.ts'

/** Reminds those who still owe audits. */
export const remindersJob: JobKind<Record<string, never>> = {
  name: 'audits.reminders',
  data: z.strictObject({}),
}

export interface Reminder {
  readonly personId: string
  readonly personName: string
  readonly month: Month
  /** Before the month ends, or after. */
  readonly kind: 'soon' | 'late'
  readonly open: number
}

/** From so many days before the end of a month, and so many after it. */
const DAYS_BEFORE = 7
const DAYS_AFTER = 3

/** Who is to be reminded of what today; nobody of what they were let off. */
export function remindersOn(owed: readonly OwedMonth[], today: Day): readonly Reminder[] {
  const month = monthOf(today)
  const due = [
    ...(today > lastDayOf(month) - DAYS_BEFORE ? [{ month, kind: 'soon' as const }] : []),
    ...(today >= firstDayOf(month) + DAYS_AFTER - 1
      ? [{ month: month - 1, kind: 'late' as const }]
      : []),
  ]
  return due.flatMap(each => {
    const ofMonth = owed.filter(one => one.month === each.month)
    return [...Map.groupBy(ofMonth, one => one.obligation.personId)].flatMap(([personId, own]) => {
      const { open } = countedOf(own)
      const personName = own[0]?.obligation.personName ?? ''
      return open > 0 ? [{ ...each, personId, personName, open }] : []
    })
  })
}

/** '2 audits of November 2026 are still to be done by 30 November 2026.' */
export function reminderInWords({ open, month, kind }: Omit<Reminder, 'personId' | 'personName'>) {
  const count = open === 1 ? '1 audit' : `${open} audits`
  const is = open === 1 ? 'is' : 'are'
  return kind === 'soon'
    ? `${count} of ${longMonth(month)} ${is} still to be done by ${longDay(lastDayOf(month))}.`
    : `${count} of ${longMonth(month)} ${is} still to be done. Done now, ${open === 1 ? 'it counts' : 'they count'} as done late.`
}

export interface Reminding {
  readonly db: Database
  readonly mail: Mail
  /** The e-mail address of somebody; null where none is known. */
  readonly addressOf: (personId: string) => string | null
  /** The address that people know the site by. */
  readonly base: string
}

/** Writes once before the end of a month and once after to whoever still owes. Gives how many letters. */
export async function sendReminders(
  { db, mail, addressOf, base }: Reminding,
  authority: string,
  { today, at }: { readonly today: Day; readonly at: Date },
  failed: (error: unknown) => void,
): Promise<number> {
  const due = await db.as(authority, async trx =>
    remindersOn((await programmeOf(trx, today)).owed, today),
  )
  let sent = 0
  for (const reminder of due) {
    const to = addressOf(reminder.personId)
    if (to === null) continue
    if (!(await db.as(authority, trx => noteReminder(trx, authority, reminder, at)))) continue
    const words = reminderInWords(reminder)
    try {
      await mail.send({
        to: [to],
        subject: `Audits of ${longMonth(reminder.month)}`,
        text: `${words}\n\nWhat you owe, and how to ask to be let off: ${base}/audits/programme/mine\n`,
      })
      sent++
    } catch (error) {
      await db.as(authority, trx => forgetReminder(trx, reminder))
      failed(error)
    }
  }
  return sent
}
