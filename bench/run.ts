// How fast and how large it is, each measure in processes of its own:
//   npm run bench             every measure
//   npm run bench -- cin      the named ones
// SIGHTLINE_CASES names the folder of files that nobody here wrote, by default ../shared/data.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { argv, execPath, stdout, version } from 'node:process'
import { z } from 'zod'
import { cin } from './cin.ts'
import { demo } from './demo.ts'
import { figures, frozen } from './figures.ts'
import { type Measure, median, type Quantity, type Sample } from './measure.ts'
import { nodeFlags, startServer } from './server.ts'
import { signals } from './signals-measure.ts'
import { pages, start } from './start.ts'

const measures: readonly Measure[] = [cin, demo, figures, frozen, start, pages, signals]

const Found = z.union([z.string(), z.record(z.string(), z.number().nullable())])
const MARK = 'sample:'

const say = (line = ''): void => {
  stdout.write(`${line}\n`)
}

async function inOwnProcess(measure: Measure, home: string): Promise<Sample | string> {
  const child = spawn(
    execPath,
    [...nodeFlags, import.meta.filename, '--once', measure.name, home],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let output = ''
  child.stdout.on('data', data => (output += String(data)))
  const code = await new Promise(resolve => child.on('close', resolve))
  const line = output.split('\n').find(each => each.startsWith(MARK))
  if (code !== 0 || line === undefined) throw new Error(`${measure.name} could not be measured.`)
  const found = Found.parse(JSON.parse(line.slice(MARK.length)))
  if (typeof found === 'string') return found
  // JSON has no NaN.
  return Object.fromEntries(Object.entries(found).map(([name, value]) => [name, value ?? NaN]))
}

function lineOf({ words, unit, target }: Quantity, values: readonly number[]): string {
  const middle = median(values)
  if (Number.isNaN(middle)) return `  ${words}: not known on this system`
  const digits =
    unit === '' || unit === 'MB/s' ? (middle < 100 && middle % 1 ? 1 : 0) : unit === 's' ? 2 : 1
  const number = (value: number) =>
    value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const least = Math.min(...values)
  const most = Math.max(...values)
  const spread = most > least ? ` (${number(least)} to ${number(most)})` : ''
  const aim =
    target === undefined ? '' : `; target ${target} ${unit}: ${middle <= target ? 'met' : 'MISSED'}`
  return `  ${words}: ${number(middle)} ${unit}`.trimEnd() + spread + aim
}

async function show(measure: Measure, home: string): Promise<void> {
  say(`\n${measure.name}: ${measure.title}`)
  const samples: Sample[] = []
  for (let run = 0; run < measure.runs; run++) {
    const found = await inOwnProcess(measure, home)
    if (typeof found === 'string') {
      say(`  skipped: ${found}`)
      return
    }
    samples.push(found)
  }
  for (const [name, quantity] of Object.entries(measure.quantities)) {
    say(
      lineOf(
        quantity,
        samples.map(sample => sample[name] ?? Number.NaN),
      ),
    )
  }
  if (measure.runs > 1) say(`  (median of ${measure.runs} runs, each in a process of its own)`)
}

async function once(name: string, home: string): Promise<void> {
  const measure = measures.find(each => each.name === name)
  const found = await measure?.run(home)
  say(`${MARK}${JSON.stringify(found ?? 'there is no such measure')}`)
}

async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter(name => !measures.some(each => each.name === name))
  if (unknown.length > 0) {
    const known = measures.map(each => each.name).join(', ')
    say(`There is no measure called ${unknown.join(', ')}. There are ${known}.`)
    return 1
  }
  const wanted = measures.filter(({ name }) => names.length === 0 || names.includes(name))
  const gigabytes = Math.round(totalmem() / 1024 ** 3)
  say(
    `${cpus()[0]?.model ?? 'An unknown processor'}, ${availableParallelism()} cores, ${gigabytes} GB, Node ${version}`,
  )
  const home = mkdtempSync(join(tmpdir(), 'sightline-bench-'))
  try {
    if (wanted.some(each => each.needsDemo === true)) await (await startServer(home)).stop()
    for (const measure of wanted) await show(measure, home)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
  return 0
}

const [first, ...rest] = argv.slice(2)
if (first === '--once') await once(rest[0] ?? '', rest[1] ?? '')
else process.exitCode = await main(argv.slice(2))
