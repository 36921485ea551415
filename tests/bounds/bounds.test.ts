import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url))
const CONFIG = join(CHECKOUT, '.dependency-cruiser.mjs')
const base = mkdtempSync(join(tmpdir(), 'sightline-bounds-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

/** Each rule with a file that breaks it, and what that file says. */
const PLANTED: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['no-circle', 'src/plan/a.ts', `import './b.ts'`],
  [
    'no-circle-of-modules',
    'src/findings/index.ts',
    `import type { Body } from '../meetings/index.ts'; export type Paper = Body`,
  ],
  ['kit-imports-nothing-of-ours', 'src/kit/html/page.ts', `import '../../plan/index.ts'`],
  ['pure-rooms-do-no-input-or-output', 'src/calendar/today.ts', `import 'node:fs'`],
  ['pure-rooms-import-pure-rooms', 'src/signals/limits.ts', `import '../kit/html/empty.ts'`],
  ['doors-open-on-app-config-and-kit', 'src/server.ts', `import './plan/index.ts'`],
  ['no-room-imports-app', 'src/plan/upward.ts', `import '../app.ts'`],
  ['modules-meet-at-their-index', 'src/plan/inward.ts', `import '../audits/store.ts'`],
  ['app-meets-modules-at-their-index', 'src/app.ts', `import './audits/store.ts'`],
  ['only-app-imports-overview-and-reports', 'src/plan/front.ts', `import '../overview/index.ts'`],
  ['journal-and-thread-stand-below', 'src/journal/up.ts', `import '../audits/index.ts'`],
  ['views-see-types-pure-code-and-html', 'src/audits/pages/one.view.ts', `import '../store.ts'`],
  ['views-do-no-input-or-output', 'src/audits/pages/two.view.ts', `import 'node:fs'`],
  ['sql-only-in-stores', 'src/audits/grading.ts', `import 'kysely'`],
  ['product-does-not-import-tests', 'src/audits/tested.ts', `import '../../tests/cluster.ts'`],
  ['what-is-imported-exists', 'src/audits/lost.ts', `import './no-such-file.ts'`],
  ['product-does-not-need-dev-packages', 'src/audits/dev.ts', `import 'fast-check'`],
]

const AROUND = {
  'src/plan/b.ts': `import './a.ts'`,
  'src/plan/index.ts': 'export {}',
  'src/kit/html/empty.ts': 'export {}',
  'src/meetings/index.ts': `import type { Paper } from '../findings/index.ts'; export type Body = Paper`,
  'src/audits/index.ts': 'export {}',
  'src/audits/store.ts': `import 'kysely'`,
  'src/overview/index.ts': 'export {}',
  'tests/cluster.ts': 'export {}',
  'tsconfig.json': '{}',
}

const Report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
})

function cruise(name: string, files: Readonly<Record<string, string>>) {
  const folder = join(base, name)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), `${text}\n`)
  }
  copyFileSync(join(CHECKOUT, 'package.json'), join(folder, 'package.json'))
  symlinkSync(join(CHECKOUT, 'node_modules'), join(folder, 'node_modules'))
  const { stdout } = spawnSync(
    process.execPath,
    [
      join(CHECKOUT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      CONFIG,
      '--output-type',
      'json',
      'src',
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 },
  )
  return Report.parse(JSON.parse(stdout)).summary.violations
}

test('every rule of who may import whom is broken once, and each breach is found', () => {
  const broken = Object.fromEntries(PLANTED.map(([, file, text]) => [file, text]))
  const found = cruise('broken', { ...AROUND, ...broken })
  const missed = PLANTED.filter(
    ([rule, file]) => !found.some(each => each.rule.name === rule && each.from === file),
  )
  expect(missed.map(([rule]) => rule)).toEqual([])
})

test('there is a planted breach for every rule', async () => {
  const print = `import(${JSON.stringify(CONFIG)}).then(m => console.log(JSON.stringify(m.default.forbidden.map(r => r.name))))`
  const rules = JSON.parse(
    execFileSync(process.execPath, ['-e', print], { encoding: 'utf8' }),
  ) as string[]
  expect(PLANTED.map(([rule]) => rule).sort()).toEqual(rules.sort())
})

test('a house in order has nothing found', () => {
  const found = cruise('clean', {
    'src/server.ts': `import './app.ts'; import './kit/html/empty.ts'`,
    'src/app.ts': `import './plan/index.ts'; import './overview/index.ts'`,
    'src/plan/index.ts': `export * from './store.ts'; import '../audits/index.ts'`,
    'src/plan/store.ts': `import 'kysely'; import '../calendar/index.ts'`,
    'src/plan/pages/one.view.ts': `import '../../kit/html/empty.ts'; import '../../calendar/index.ts'`,
    'src/audits/index.ts': `import type { A } from './a.ts'; export type B = A`,
    'src/audits/a.ts': `import type { B } from './index.ts'; export type A = B`,
    'src/overview/index.ts': `import '../plan/index.ts'`,
    'src/calendar/index.ts': 'export {}',
    'src/kit/html/empty.ts': `import 'node:fs'`,
    'tsconfig.json': '{}',
  })
  expect(found).toEqual([])
})
