// Everything that has to hold, in one command:
//   npm test                         all of it
//   npm test -- --only db            one step or one kind of test, or several: --only types,pure
//   npm test -- --only db journal    only the tests whose path has this in it
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const home = resolve(import.meta.dirname, '..')

const CHECKS = [
  { name: 'types', title: 'Types', command: 'tsc', args: [] },
  { name: 'lint', title: 'Lint', command: 'oxlint', args: ['--deny-warnings'] },
  { name: 'format', title: 'Format', command: 'biome', args: ['format'] },
  {
    name: 'bounds',
    title: 'Who imports whom',
    command: 'depcruise',
    args: ['--config', '.dependency-cruiser.mjs', 'src'],
  },
  { name: 'unused', title: 'What nothing uses', command: 'knip', args: [] },
] as const

const PROJECTS = ['pure', 'db', 'browser'] as const

type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number }

const Results = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
})

function main(args: readonly string[]) {
  const { only, paths } = readArguments(args)
  const wanted = (name: string) => only.length === 0 || only.includes(name)
  const began = performance.now()
  const checks = CHECKS.filter(each => wanted(each.name) && paths.length === 0)
  const failedChecks = checks.filter(each => !passes(each))
  const projects = PROJECTS.filter(wanted)
  const tests = projects.length > 0 ? runTests(projects, paths) : undefined
  heading('In all')
  for (const each of checks)
    say(`${failedChecks.includes(each) ? 'FAILED' : 'passed'}  ${each.title}`)
  if (tests) {
    say(`${tests.failed > 0 ? 'FAILED' : 'passed'}  Tests: ${projects.join(', ')}`)
  }
  say(`It took ${Math.round((performance.now() - began) / 1000)} seconds.`)
  const passed = checks.length - failedChecks.length + (tests?.passed ?? 0)
  const failed = failedChecks.length + (tests?.failed ?? 0)
  say(`${passed} passed, ${failed} failed, ${tests?.skipped ?? 0} skipped`)
  process.exitCode = failed > 0 ? 1 : 0
}

function readArguments(args: readonly string[]) {
  const only: string[] = []
  const paths: string[] = []
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? ''
    if (arg === '--only') only.push(...(args[++i] ?? '').split(','))
    else if (arg.startsWith('--only=')) only.push(...arg.slice('--only='.length).split(','))
    else paths.push(arg)
  }
  const known: readonly string[] = [...CHECKS.map(each => each.name), ...PROJECTS]
  const unknown = only.filter(each => !known.includes(each))
  if (unknown.length > 0) {
    say(`There is no ${unknown.join(' or ')} here. --only takes ${known.join(', ')}.`)
    process.exit(2)
  }
  return { only, paths }
}

function passes({ title, command, args }: (typeof CHECKS)[number]): boolean {
  heading(title)
  const passed = runTool(command, args) === 0
  say(passed ? 'passed' : 'FAILED')
  return passed
}

function runTests(projects: readonly string[], paths: readonly string[]): Tally {
  heading(`Tests: ${projects.join(', ')}`)
  const folder = mkdtempSync(join(tmpdir(), 'sightline-results-'))
  const file = join(folder, 'results.json')
  try {
    const code = runTool('vitest', [
      'run',
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...projects.map(each => `--project=${each}`),
      ...paths,
    ])
    const counted = existsSync(file)
      ? tally(Results.parse(JSON.parse(readFileSync(file, 'utf8'))))
      : { passed: 0, failed: 0, skipped: 0 }
    // A file that cannot be read, or a fault outside any test, is a failure that has no test.
    return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function tally(results: z.infer<typeof Results>): Tally {
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests,
    skipped: results.numPendingTests + results.numTodoTests,
  }
}

function runTool(command: string, args: readonly string[]): number {
  const windows = process.platform === 'win32'
  const program = join(home, 'node_modules', '.bin', windows ? `${command}.cmd` : command)
  const done = spawnSync(program, args, { cwd: home, stdio: 'inherit', shell: windows })
  if (done.error) say(done.error.message)
  return done.status ?? 1
}

function heading(title: string) {
  say(`\n── ${title} ${'─'.repeat(Math.max(0, 74 - title.length))}`)
}

function say(line: string) {
  process.stdout.write(`${line}\n`)
}

main(process.argv.slice(2))
