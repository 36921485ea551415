import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readPaper } from '../../src/papers/reading/index.ts'
import { type Expected, type Source, compared } from '../minutes/compare.ts'
import type { Fact } from '../minutes/facts.ts'
import { KNOWN_WRONG } from '../minutes/known-wrong.ts'
import type { Suite, SuiteLine } from '../suite.ts'

/**
 * Five papers of two counties against what a person read in them: everything listed must be found,
 * and nothing that a paper marks as none or does not say may be invented. One line a file.
 */
export const suite: Suite = {
  name: 'minutes',
  async run(folder) {
    const file = join(folder, 'minutes', 'expected.json')
    // The papers lie beside the folder of cases.
    const papers = resolve(folder, '../seeds')
    if (!existsSync(file)) return { lines: [], skipped: `no cases at ${file}` }
    if (!existsSync(papers)) return { lines: [], skipped: `no papers at ${papers}` }
    // The file is the case writer's: an entry of another shape shows as one that disagrees.
    const expected = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Expected>
    const sources = sourcesIn(join(folder, 'ofsted', 'text'))
    return {
      lines: Object.entries(expected)
        .filter(([name]) => name.endsWith('.txt'))
        .map(([name, paper]) =>
          lineOf(name, paper, readFileSync(join(papers, name), 'utf8'), sources),
        ),
    }
  },
}

/** Inspection reports that the papers quote; without them a quotation cannot be checked and counts as not found. */
function sourcesIn(folder: string): readonly Source[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter(name => /^\d+_gloucestershire_/u.test(name))
        .toSorted()
        .map(name => ({ title: name, text: readFileSync(join(folder, name), 'utf8') }))
    : []
}

function lineOf(
  name: string,
  expected: Expected,
  text: string,
  sources: readonly Source[],
): SuiteLine {
  const facts = compared(expected, readPaper(text), text, sources)
  const right = facts.filter(fact => fact.outcome === 'right').length
  const wrong = facts.filter(fact => fact.outcome !== 'right')
  const excused = wrong.filter(fact => excuseFor(name, fact, text) !== null)
  const invented = wrong.filter(fact => fact.outcome === 'invented' && !excused.includes(fact))
  return {
    name,
    agreed: right,
    total: facts.length,
    least: facts.length - excused.length,
    notes: [
      `right: ${right} of ${facts.length - facts.filter(fact => fact.outcome === 'invented').length} that are there; invented: ${invented.length === 0 ? 'nothing' : invented.length}`,
      ...wrong.map(fact => {
        const excuse = excuseFor(name, fact, text)
        return `${fact.outcome} ${fact.name}: ${fact.says}${excuse === null ? '' : ` (the file is wrong: ${excuse})`}`
      }),
    ],
  }
}

/** Why a disagreement is the file's: only while the line of the paper says so. */
function excuseFor(name: string, fact: Fact, text: string): string | null {
  const known = KNOWN_WRONG.find(each => name.startsWith(each.file) && each.fact === fact.name)
  const line = known === undefined ? '' : (text.split(/\r\n|\n/u)[known.line - 1] ?? '')
  return known !== undefined && known.says.test(line.trim()) ? known.why : null
}
