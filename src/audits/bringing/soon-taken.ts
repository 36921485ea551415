import { addMonths, longDay } from '#calendar'
import { guessMapping, type KeptSheet } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { monthsKept, retentionRules } from '#retention'
import { auditDay } from './day.ts'
import { auditColumns } from './row.ts'

/**
 * Says of how many rows the words would be taken away at the next clean-up, because the audits are older
 * than the words of audits are kept; '' for none.
 * @param today a day
 */
export async function soonTaken(
  trx: Trx,
  sheet: Pick<KeptSheet, 'lines' | 'headings'>,
  today: number,
): Promise<string> {
  const months = monthsKept(await retentionRules(trx), 'audits', today)
  if (months === null) return ''
  const before = addMonths(today, -months)
  const place = guessMapping(sheet.headings, auditColumns)['date'] ?? -1
  const old = sheet.lines.filter(({ cells }) => {
    const day = auditDay(cells[place] ?? '')
    return day !== null && day.on < before
  }).length
  if (old === 0) return ''
  const [are, their] =
    old === 1 ? ['1 row is of an audit', 'Its'] : [`${old} rows are of audits`, 'Their']
  return `${are} before ${longDay(before)}. ${their} grades, teams and days stay and are counted, but by the rule of this council the words of audits, and the names and keys in them, are kept for ${months} months after the audit: the next clean-up takes them away. Keep your own file if you need the words, or have the rule changed first.`
}
