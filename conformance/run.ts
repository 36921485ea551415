// Runs the suites of conformance/suites over a folder of cases that nobody here wrote:
//   npm run conformance            every suite
//   npm run conformance signals    the named ones
// SIGHTLINE_CASES names the folder; by default it is ../shared/data beside the checkout.
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { argv, env, exit, stdout } from 'node:process'
import { pathToFileURL } from 'node:url'
import type { Suite, SuiteLine } from './suite.ts'

const home = resolve(import.meta.dirname, '..')
const folder = env['SIGHTLINE_CASES']
  ? resolve(env['SIGHTLINE_CASES'])
  : resolve(home, '../shared/data')
const mostNotes = 20

/** `excused`: cases that disagree because the case itself is known to be wrong. */
type Tally = {
  readonly passed: number
  readonly failed: number
  readonly excused: number
}

const say = (line: string): void => {
  stdout.write(`${line}\n`)
}

/** Names of the suites, from the file names: a new suite is a new file and nothing else. */
function suiteNames(): string[] {
  return readdirSync(join(import.meta.dirname, 'suites'))
    .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map(file => file.slice(0, -'.ts'.length))
    .toSorted()
}

async function loadSuite(name: string): Promise<Suite> {
  const file = pathToFileURL(join(import.meta.dirname, 'suites', `${name}.ts`)).href
  // The file's own types hold `suite` to its shape; a dynamic import cannot say so.
  const loaded = (await import(file)) as { suite: Suite }
  return loaded.suite
}

function sayLine(suite: string, line: SuiteLine): void {
  const title = line.name === suite ? suite : `${suite} ${line.name}`
  say(`${title}: ${line.agreed} of ${line.total}`)
  const notes = line.notes ?? []
  for (const note of notes.slice(0, mostNotes)) say(`  ${note}`)
  if (notes.length > mostNotes) say(`  and ${notes.length - mostNotes} more`)
}

const sum = (lines: readonly SuiteLine[], of: (line: SuiteLine) => number): number =>
  lines.reduce((total, line) => total + of(line), 0)

async function runSuite(name: string): Promise<Tally | null> {
  if (!existsSync(folder)) {
    say(`${name}: skipped, no folder of cases at ${folder}`)
    return null
  }
  try {
    const suite = await loadSuite(name)
    const result = await suite.run(folder)
    if ('skipped' in result) {
      say(`${name}: skipped, ${result.skipped}`)
      return null
    }
    const { lines } = result
    const agreed = sum(lines, line => line.agreed)
    const total = sum(lines, line => line.total)
    for (const line of lines) sayLine(name, line)
    if (lines.length !== 1 || lines[0]?.name !== name) say(`${name}: ${agreed} of ${total}`)
    const failed = sum(lines, line => Math.max(0, (line.least ?? line.total) - line.agreed))
    return { passed: agreed, failed, excused: total - agreed - failed }
  } catch (error) {
    say(
      `${name}: could not run, ${error instanceof Error ? (error.stack ?? error.message) : error}`,
    )
    return { passed: 0, failed: 1, excused: 0 }
  }
}

async function main(): Promise<number> {
  const known = suiteNames()
  const wanted = argv.slice(2)
  const unknown = wanted.filter(name => !known.includes(name))
  if (unknown.length > 0) {
    say(`There is no suite called ${unknown.join(', ')}. The suites are ${known.join(', ')}.`)
    return 1
  }
  const tallies: Tally[] = []
  for (const name of wanted.length > 0 ? wanted : known) {
    const tally = await runSuite(name)
    if (tally) tallies.push(tally)
  }
  if (tallies.length === 0) return 0
  const passed = tallies.reduce((total, tally) => total + tally.passed, 0)
  const failed = tallies.reduce((total, tally) => total + tally.failed, 0)
  const excused = tallies.reduce((total, tally) => total + tally.excused, 0)
  say(`${passed} passed, ${failed} failed${excused > 0 ? `, ${excused} skipped` : ''}`)
  return failed > 0 ? 1 : 0
}

exit(await main())
