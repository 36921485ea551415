import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readers, receive } from '#extracts'
import { library } from '#indicators'
import { countAll } from '#performance'
import { consolidate } from '#records'
import { type Measure, peakMemory, timed } from './measure.ts'

/** Seconds of processor time that the validator councils use today needs for the same file. */
const VALIDATOR_SECONDS = 128

const cases = process.env['SIGHTLINE_CASES'] ?? resolve(import.meta.dirname, '../../shared/data')

export const cin: Measure = {
  name: 'cin',
  title: 'Children in need census of 8,000 children, from its file to every figure',
  runs: 5,
  quantities: {
    seconds: { words: 'file to figures', unit: 's', target: 3 },
    cpu: { words: 'processor time', unit: 's' },
    faster: { words: 'the validator’s 128 s of processor time against ours', unit: 'times' },
    memory: { words: 'most memory', unit: 'MB', target: 600 },
  },
  async run() {
    const path = join(cases, 'cin', 'cin-8000-children.xml.gz')
    if (!existsSync(path)) return 'the folder of cases does not hold the file'
    const { seconds, cpu } = await timed(async () => {
      const file = { name: 'census.xml.gz', bytes: readFileSync(path) }
      const { extracts } = await receive([file], readers)
      const parts = extracts.map(({ id, extract }) => ({ extract: id, ...extract }))
      if (parts.length !== 1) throw new Error('The census was not read.')
      countAll(consolidate(parts), library, [])
    })
    return { seconds, cpu, faster: VALIDATOR_SECONDS / cpu, memory: peakMemory() }
  },
}
