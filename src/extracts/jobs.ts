import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import type { KeyRing } from '#kit/files/keys.ts'
import { sealing } from '#kit/files/seal.ts'
import type { JobContext, JobKind } from '#kit/jobs/index.ts'
import type { Upload } from '#kit/http/index.ts'
import type { ExtractReader } from './extract.ts'
import type { ExtractStore } from './freeze.ts'
import { type Loaded, load } from './load.ts'
import { openFiles } from './open.ts'

/** Loading what was uploaded: the files wait in a folder of their own until it is done. */
export const loadJob: JobKind<{ readonly folder: string; readonly actor: string }> = {
  name: 'extracts.load',
  data: z.object({ folder: z.uuid(), actor: z.string() }),
}

/** What the page says when a load is done. No value of a file and no child is in it. */
export const LoadResult = z.object({
  kept: z.array(z.string()),
  alreadyThere: z.array(z.string()),
  refusals: z.array(z.object({ file: z.string(), message: z.string() })),
})
export type LoadResult = z.output<typeof LoadResult>

/** The folder that uploads wait in, and the keys that they are sealed with until they are loaded. */
export interface Incoming {
  readonly folder: string
  readonly keys: KeyRing
}

/** Writes uploaded files, sealed, to a new folder below `incoming`, and gives its name and how many there were. */
export async function keepUploads(
  incoming: Incoming,
  files: AsyncIterable<Upload>,
): Promise<{ readonly folder: string; readonly files: number }> {
  const folder = randomUUID()
  await mkdir(join(incoming.folder, folder), { recursive: true, mode: 0o700 })
  let place = 0
  try {
    for await (const file of files) {
      // Its own name could lead out of the folder; what is left of it is only for people to read.
      const name = file.name.replace(/[^\w. -]+/g, '-').slice(-80)
      const at = join(incoming.folder, folder, `${String(++place).padStart(3, '0')} ${name}`)
      await pipeline(file.content, sealing(incoming.keys), createWriteStream(at, { mode: 0o600 }))
    }
  } catch (error) {
    await forgetUploads(incoming, folder)
    throw error
  }
  return { folder, files: place }
}

export async function forgetUploads(incoming: Incoming, folder: string): Promise<void> {
  await rm(join(incoming.folder, folder), { recursive: true, force: true })
}

/** Loads a folder of uploads and takes the folder away, whatever came of it. */
export async function runLoad(
  store: ExtractStore,
  readers: readonly ExtractReader[],
  incoming: Incoming,
  job: { readonly folder: string; readonly actor: string },
  context: Pick<JobContext, 'progress'>,
  afterwards: (loaded: Loaded) => Promise<void>,
  fault: (error: unknown) => void,
): Promise<LoadResult> {
  const { files, refusals } = await openFiles([join(incoming.folder, job.folder)], {
    keys: incoming.keys,
  })
  const named = files.map(file => ({ ...file, name: ownName(file.name) }))
  const loaded = await load(store, named, readers, {
    actor: job.actor,
    at: new Date(),
    fault,
    progress: (share, words) => context.progress(Math.round(share * 80), 100, words),
  })
  // A load that died after its extracts were kept finds them there, and has still to count.
  if (loaded.kept.length + loaded.alreadyThere.length > 0) {
    context.progress(85, 100, 'Counting every indicator')
    await afterwards(loaded)
  }
  await forgetUploads(incoming, job.folder)
  return {
    kept: loaded.kept.map(extract => extract.id),
    alreadyThere: [...loaded.alreadyThere],
    refusals: [...refusals, ...loaded.refusals].map(({ file, message }) => ({
      file: ownName(file),
      message,
    })),
  }
}

/** A file's name without the number that keeps apart files of one name. */
function ownName(name: string): string {
  return name.replace(/^\d{3} /, '')
}
