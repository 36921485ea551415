import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { demoReturns } from '#demo'
import { type Command, Misused, textOption } from './command.ts'
import { say } from './terminal.ts'

/** Writes the demonstration county's returns as files, to try loading with. */
export const demo: Command = {
  name: 'demo',
  usage: 'sightline demo --write FOLDER [--year 2026]',
  does: 'Writes an SSDA903 return and a children in need census of the county that does not exist, for the year to 31 March, to try loading with.',
  options: { write: { type: 'string' }, year: { type: 'string' } },
  async run(given) {
    const folder = textOption(given, 'write')
    if (folder === undefined) throw new Misused('Say where to: sightline demo --write FOLDER')
    const year = Number(textOption(given, 'year') ?? '2026')
    if (!Number.isInteger(year) || year < 2020 || year > 2026) {
      throw new Misused('--year must be from 2020 to 2026.')
    }
    const { ssda903, census } = demoReturns(year)
    const files = [...ssda903.map(file => ({ ...file, name: join('ssda903', file.name) })), census]
    for (const { name, bytes } of files) {
      const at = join(folder, name)
      await mkdir(dirname(at), { recursive: true })
      await writeFile(at, bytes)
    }
    say(
      `${files.length} files were written to ${folder}. Load them with: npx sightline load ${folder}`,
    )
    return 0
  },
}
