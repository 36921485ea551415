import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Day, bankHolidays, isoDay, parseGovUkBankHolidays } from '#calendar'
import type { Suite } from '../suite.ts'

/** Our table of the bank holidays of England and Wales against the published list, day by day. */
export const suite: Suite = {
  name: 'bank-holidays',
  run: async folder => {
    const file = join(folder, 'bank-holidays', 'bank-holidays.json')
    if (!existsSync(file)) return { lines: [], skipped: `no list at ${file}` }
    const list = parseGovUkBankHolidays(await readFile(file, 'utf8'))
    if (list.kind === 'refused') {
      return { lines: [{ name: 'bank-holidays', agreed: 0, total: 1, notes: [list.reason] }] }
    }
    const published = new Set(list.holidays.map(({ day }) => day))
    const ours = new Set(bankHolidays(list.firstYear, list.lastYear).map(({ day }) => day))
    const all = [...new Set([...published, ...ours])]
    const differs = (day: Day): boolean => published.has(day) !== ours.has(day)
    const notes = all
      .filter(differs)
      .map(day => `${isoDay(day)} is only in ${ours.has(day) ? 'ours' : 'the published list'}`)
    const agreed = all.length - notes.length
    return { lines: [{ name: 'bank-holidays', agreed, total: all.length, notes }] }
  },
}
