import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '#kit/db/index.ts'
import type { Vault } from '#kit/files/vault.ts'
import { namedFiles } from './store.ts'

/**
 * What is younger is left alone: a load in another process writes its files first and names them
 * when all are written, and no load takes as long as a day.
 */
const A_DAY = 24 * 3_600_000

export interface Swept {
  readonly frozenFiles: number
  readonly uploads: number
}

/**
 * Takes away what loads that were stopped have left: frozen files that no extract names, and uploads
 * that nobody waits for. Only what is more than a day old goes.
 * @param loadsUnderWay whether a load waits or is at work: then every upload stays, for its files
 * may be among them
 */
export async function sweep(
  { db, vault, incoming }: { db: Database; vault: Vault; incoming: string },
  at: Date,
  loadsUnderWay: boolean,
): Promise<Swept> {
  const before = new Date(at.getTime() - A_DAY)
  const frozenFiles = await vault.sweep(await namedFiles(db), before)
  return { frozenFiles, uploads: loadsUnderWay ? 0 : await sweepUploads(incoming, before) }
}

async function sweepUploads(incoming: string, before: Date): Promise<number> {
  const folders = await readdir(incoming).catch(() => [])
  let swept = 0
  for (const name of folders) {
    const place = join(incoming, name)
    const found = await stat(place).catch(() => null)
    if (found === null || found.mtime >= before) continue
    await rm(place, { recursive: true, force: true })
    swept++
  }
  return swept
}
