import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoExtracts } from '#demo'
import { readers, receive } from '#extracts'
import { keyRingOf, newKey } from '#kit/files/keys.ts'
import { openVault } from '#kit/files/vault.ts'
import { toArrow } from '../src/extracts/arrow.ts'
import { type Measure, peakMemory, timed } from './measure.ts'

const MEGABYTE = 1024 * 1024

/** The county's 28 extracts one after another, without the database: where the time goes. */
export const demo: Measure = {
  name: 'demo',
  title: 'The demonstration county: 28 quarterly extracts written, read and frozen',
  runs: 3,
  quantities: {
    rows: { words: 'rows read, in millions', unit: '' },
    written: { words: 'CSV written', unit: 'MB' },
    frozen: { words: 'frozen files', unit: 'MB' },
    generating: { words: 'generating, processor time', unit: 's' },
    reading: { words: 'reading and checking, processor time', unit: 's' },
    freezing: { words: 'freezing and flushing, by the clock', unit: 's' },
    generated: { words: 'most memory once the county has lived', unit: 'MB', target: 600 },
    memory: { words: 'most memory in all', unit: 'MB', target: 600 },
  },
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'sightline-bench-vault-'))
    const vault = openVault(folder, keyRingOf(newKey()))
    const sample = { rows: 0, written: 0, frozen: 0, generating: 0, reading: 0, freezing: 0 }
    let generated = 0
    try {
      const quarters = demoExtracts()
      for (;;) {
        const next = await timed(() => quarters.next())
        sample.generating += next.cpu
        generated ||= peakMemory()
        if (next.result.done === true) break
        const { asOf, files } = next.result.value
        for (const { bytes } of files) sample.written += bytes.length / MEGABYTE
        const read = await timed(() => receive(files, readers, { asOf }))
        sample.reading += read.cpu
        const tables = read.result.extracts.flatMap(({ extract }) => [...extract.tables.values()])
        const froze = await timed(async () => {
          for (const table of tables) {
            const bytes = toArrow(table)
            sample.frozen += bytes.length / MEGABYTE
            await vault.put(bytes)
          }
        })
        sample.freezing += froze.seconds
        for (const table of tables) sample.rows += table.length / 1_000_000
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
    return { ...sample, generated, memory: peakMemory() }
  },
}
