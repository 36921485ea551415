import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { afterAll, beforeAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'sightline-cases-'))

beforeAll(() => mkdirSync(join(folder, 'spc')))
afterAll(() => rmSync(folder, { recursive: true }))

function run(cases: string, ...suites: string[]) {
  const done = spawnSync(execPath, [join(import.meta.dirname, 'run.ts'), ...suites], {
    env: { ...process.env, SIGHTLINE_CASES: cases },
    encoding: 'utf8',
  })
  return { lines: done.stdout.trimEnd().split('\n'), status: done.status }
}

const unit = (expected: unknown) => ({ fn: 'shift', args: [[6, 6, 4], [5, 5, 5], 2], expected })

/** A file of cases of one block, as the peers' cases come. */
function writeCases(...pbiRuleUnits: readonly unknown[]): void {
  writeFileSync(join(folder, 'spc', 'spc-cases.json'), JSON.stringify({ blocks: { pbiRuleUnits } }))
}

test('without a folder of cases a suite is skipped, and that is no failure', () => {
  const { lines, status } = run('/there/is/no/such/folder', 'signals')
  expect(lines).toEqual(['signals: skipped, no folder of cases at /there/is/no/such/folder'])
  expect(status).toBe(0)
})

test('a case that agrees is counted, a line a block and one for the suite', () => {
  writeCases(unit(['upper', 'upper', 'none']))
  const { lines, status } = run(folder, 'signals')
  expect(lines).toEqual(['signals pbiRuleUnits: 1 of 1', 'signals: 1 of 1', '1 passed, 0 failed'])
  expect(status).toBe(0)
})

test('a case that disagrees is told, and the run fails', () => {
  writeCases(unit(['upper', 'upper', 'none']), unit(['none', 'none', 'none']))
  const { lines, status } = run(folder, 'signals')
  expect(lines[0]).toBe('signals pbiRuleUnits: 1 of 2')
  expect(lines[1]).toMatch(/^ {2}case 1: .*shift/)
  expect(lines.at(-1)).toBe('1 passed, 1 failed')
  expect(status).toBe(1)
})

test('a file that cannot be read fails its suite and no more', () => {
  writeFileSync(join(folder, 'spc', 'spc-cases.json'), '{')
  const { lines, status } = run(folder, 'signals')
  expect(lines[0]).toMatch(/^signals: could not run, SyntaxError/)
  expect(status).toBe(1)
})

test('an unknown suite is named, with those that there are', () => {
  const { lines, status } = run(folder, 'signal')
  expect(lines[0]).toMatch(/^There is no suite called signal\. The suites are .*signals/)
  expect(status).toBe(1)
})
