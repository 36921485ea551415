import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { cin } from '../../src/extracts/cin/index.ts'
import { openFiles } from '../../src/extracts/open.ts'
import { type Received, receive } from '../../src/extracts/receive.ts'
import type { Suite } from '../suite.ts'

/**
 * Every file below `cin`, through the door: it is loaded whole, with every row taken or refused with
 * a reason, or it is refused with a reason. A crash, a file passed over in silence, or a fault of
 * ours disagrees.
 */
export const suite: Suite = {
  name: 'cin',
  async run(folder) {
    const within = join(folder, 'cin')
    if (!existsSync(within) || !statSync(within).isDirectory())
      return { lines: [], skipped: `no folder ${within}` }
    const { files, refusals } = await openFiles([within])
    const notes = refusals.map(each => `${each.file}: ${each.message}`)
    let agreed = refusals.length
    for (const file of files) {
      const [agrees, note] = judged(await receive([file], [cin]))
      if (agrees) agreed++
      notes.push(`${file.name}: ${note}`)
    }
    return { lines: [{ name: 'cin', agreed, total: files.length + refusals.length, notes }] }
  },
}

function judged({ extracts, refusals }: Received): readonly [boolean, string] {
  const extract = extracts[0]?.extract
  if (extract === undefined) {
    const [refusal] = refusals
    if (refusal === undefined) return [false, 'passed over in silence']
    return [refusal.code !== 'file-our-fault', `refused, ${refusal.message}`]
  }
  const lost = extract.reports.filter(
    each => each.lists.length > 0 && each.rowsFound !== each.rowsTaken + each.rowsRefused,
  )
  const rows = [...extract.tables.values()].reduce((sum, table) => sum + table.length, 0)
  const refused = extract.reports.reduce((sum, each) => sum + each.rowsRefused, 0)
  const summary = `${extract.title}: ${rows} rows taken, ${refused} refused`
  return lost.length > 0 || rows === 0 ? [false, `${summary}, some lost`] : [true, summary]
}
