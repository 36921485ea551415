import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expand } from '#kit/files/archive.ts'
import type { Refusal, SourceFile } from '../../src/extracts/extract.ts'
import { ssda903 } from '../../src/extracts/ssda903/index.ts'
import type { Suite } from '../suite.ts'

/** Loads every file below `<folder>/ssda903`: each is read whole, or refused with a reason. */
export const suite: Suite = {
  name: 'ssda903',
  async run(folder) {
    const home = join(folder, 'ssda903')
    if (!existsSync(home)) return { lines: [], skipped: `there is no folder ${home}` }
    const notes: string[] = []
    let agreed = 0
    let total = 0
    const files = await filesBelow(home)
    const own = files.filter(file => ssda903.claims(file))
    const alone = files.filter(file => !own.includes(file)).map(file => [file])
    for (const group of [...ssda903.group(own), ...alone]) {
      total += group.length
      const names = group.map(file => file.name)
      try {
        const { extract, refusals } = await ssda903.read(group)
        const why = outcome(names, refusals, extract?.files ?? [])
        agreed += why.agreed
        notes.push(...why.notes)
        if (extract !== null) {
          const found = extract.reports.reduce((sum, report) => sum + report.rowsFound, 0)
          const taken = extract.reports.reduce((sum, report) => sum + report.rowsTaken, 0)
          notes.push(
            `${names.length === 1 ? names[0] : `${names.length} files`}: ${extract.title}: ${taken} of ${found} rows taken; ${countedByCode(refusals)}`,
          )
        }
      } catch (error) {
        notes.push(
          `${names.join(', ')}: stopped: ${error instanceof Error ? error.message : error}`,
        )
      }
    }
    return { lines: [{ name: 'ssda903', agreed, total, notes }] }
  },
}

/** A file agrees when it was read into the extract, or refused whole in a sentence. */
function outcome(
  names: readonly string[],
  refusals: readonly Refusal[],
  read: readonly string[],
): { readonly agreed: number; readonly notes: readonly string[] } {
  const notes: string[] = []
  let agreed = 0
  for (const name of names) {
    const refusal = refusals.find(each => each.file === name && each.effect === 'file-refused')
    if (refusal !== undefined && refusal.message.endsWith('.')) {
      agreed++
      notes.push(`${name}: refused: ${refusal.message}`)
    } else if (read.includes(name)) agreed++
    else notes.push(`${name}: neither read nor refused`)
  }
  return { agreed, notes }
}

function countedByCode(refusals: readonly Refusal[]): string {
  const counts = new Map<string, number>()
  for (const { effect, code, message } of refusals) {
    const name = `${effect} ${code}`
    // Refusals of one kind beyond those kept row by row stand in one line with their number.
    const more = /^And ([\d,]+) more: /.exec(message)?.[1] ?? '1'
    counts.set(name, (counts.get(name) ?? 0) + Number(more.replaceAll(',', '')))
  }
  const words = [...counts].map(([name, count]) => `${count} ${name}`)
  return words.length === 0 ? 'nothing refused' : words.join(', ')
}

async function filesBelow(home: string): Promise<SourceFile[]> {
  const names = readdirSync(home, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .toSorted()
  const files: SourceFile[] = []
  for (const path of names) {
    const name = path.slice(home.length + 1)
    const { files: inside } = await expand({ name, bytes: readFileSync(path) })
    files.push(...inside)
  }
  return files
}
