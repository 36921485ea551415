import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { frozenExtracts, historyOf } from '#extracts'
import { library } from '#indicators'
import { countAll } from '#performance'
import { openLog } from '#kit/log.ts'
import { childPopulation } from '#council'
import { readConfig } from '#config'
import { demoAuthority } from '#demo'
import { openApp } from '../src/app.ts'
import { fromArrow } from '../src/extracts/arrow.ts'
import { type Measure, peakMemory, timed } from './measure.ts'

const MEGABYTE = 1024 * 1024

async function open(home: string) {
  const app = await openApp(readConfig({ SIGHTLINE_HOME: home }), openLog('error'))
  return { app, store: app.storeOf(demoAuthority.code) }
}

/** From the frozen extracts to every figure, as it is done after each load. */
export const figures: Measure = {
  name: 'figures',
  title: 'The demonstration county: frozen extracts to every indicator × month × slice',
  runs: 5,
  needsDemo: true,
  quantities: {
    indicators: { words: 'indicators', unit: '' },
    months: { words: 'months', unit: '' },
    series: { words: 'series (an indicator in a slice)', unit: '' },
    consolidating: { words: 'reading and consolidating, processor time', unit: 's' },
    evaluating: { words: 'evaluating, processor time', unit: 's', target: 2 },
    consolidated: { words: 'most memory once consolidated', unit: 'MB', target: 600 },
    memory: { words: 'most memory in all', unit: 'MB', target: 600 },
  },
  async run(home) {
    const { app, store } = await open(home)
    try {
      const population = await app.db.as(store.authority, childPopulation)
      const history = await timed(() => historyOf(store))
      const consolidated = peakMemory()
      const counted = await timed(() => countAll(history.result, library, population))
      const all = counted.result.figures
      return {
        indicators: all.length,
        months: all[0]?.extracts.length ?? 0,
        series: all.reduce((sum, each) => sum + each.series.length, 0),
        consolidating: history.cpu,
        evaluating: counted.cpu,
        consolidated,
        memory: peakMemory(),
      }
    } finally {
      await app.close()
    }
  },
}

/** Reading the frozen files against reading the same bytes and doing nothing with them. */
export const frozen: Measure = {
  name: 'frozen',
  title: 'Reading the demonstration county’s frozen extracts',
  runs: 5,
  needsDemo: true,
  quantities: {
    size: { words: 'frozen files', unit: 'MB' },
    plain: { words: 'the same bytes and nothing else, by processor time', unit: 'MB/s' },
    parsed: { words: 'bytes in memory to columns, by processor time', unit: 'MB/s' },
    checked: { words: 'file to columns, each SHA-256 checked, by processor time', unit: 'MB/s' },
    slower: { words: 'file to columns against nothing else, by processor time', unit: 'times' },
    memory: { words: 'most memory', unit: 'MB', target: 600 },
  },
  async run(home) {
    const { app, store } = await open(home)
    try {
      const extracts = await app.db.as(store.authority, frozenExtracts)
      const names = extracts.flatMap(extract => extract.lists.map(list => list.sha256))
      const placeOf = (name: string) => join(home, 'extracts', name.slice(0, 2), name)
      let bytes = 0
      // Once to bring the files into the machine's cache, so that the ways of reading are compared.
      for (const name of names) bytes += (await readFile(placeOf(name))).length
      const plain = await timed(async () => {
        for (const name of names) await readFile(placeOf(name))
      })
      const opened: Uint8Array[] = []
      for (const name of names) opened.push(await store.vault.get(name))
      const parsed = await timed(() => {
        for (const each of opened) fromArrow(each)
      })
      const checked = await timed(async () => {
        for (const name of names) fromArrow(await store.vault.get(name))
      })
      const size = bytes / MEGABYTE
      return {
        size,
        plain: size / plain.cpu,
        parsed: size / parsed.cpu,
        checked: size / checked.cpu,
        slower: checked.cpu / plain.cpu,
        memory: peakMemory(),
      }
    } finally {
      await app.close()
    }
  },
}
