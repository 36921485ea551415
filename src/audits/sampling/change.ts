import { randomUUID } from 'node:crypto'
import type { Day } from '#calendar'
import { childRef } from '#children'
import { type ExtractStore, frozenExtracts, historyFrom } from '#extracts'
import type { Changing } from '#findings'
import { record } from '#journal'
import type { Database, Trx } from '#kit/db/index.ts'
import { conflict, invalid, notFound } from '#kit/http/index.ts'
import type { Shelf } from '#performance'
import { type Candidate, type Method, populationText, replacement } from '#practice'
import { populationOn } from './population.ts'
import { compare, type Compared, newSeed, type Sample, sampleFrom, sha256Of } from './sample.ts'
import { insertSample, replaceSampled, sampleById, sampledIn } from './store.ts'

/** What a population is read from. */
export interface Records {
  readonly db: Database
  readonly shelf: Shelf
  /** The frozen extracts, for drawing again from those that were there. */
  readonly storeOf: (authority: string) => ExtractStore
  /** The installation's secret, from which references to children are made. */
  readonly secret: string
}

/** The children open on a day, from all the extracts that are there. */
export async function populationNow(
  { shelf, secret }: Pick<Records, 'shelf' | 'secret'>,
  authority: string,
  on: Day,
): Promise<{ readonly population: readonly Candidate[]; readonly extracts: readonly string[] }> {
  const history = await shelf.history(authority)
  return {
    population: populationOn(history, on, id => childRef(secret, authority, id)),
    extracts: history.extracts,
  }
}

export interface Wanted {
  readonly title: string
  readonly toolKey: string
  readonly method: Method
  readonly size: number
  readonly asOf: Day
  /** Given where the same sample is to be drawn in a demonstration; otherwise nobody chooses it. */
  readonly seed?: number
}

/**
 * Draws a sample and keeps it.
 * @throws invalid where nobody is there to be drawn
 */
export async function drawSample(
  trx: Trx,
  by: Changing,
  wanted: Wanted,
  from: { readonly population: readonly Candidate[]; readonly extracts: readonly string[] },
): Promise<Sample> {
  const { title, toolKey, method, size, asOf, seed = newSeed() } = wanted
  const drawn = sampleFrom(from.population, { method, size, seed })
  if (drawn.children.length === 0)
    throw invalid([
      {
        field: method.kind === 'themed' ? 'theme' : 'asOf',
        message:
          method.kind === 'themed'
            ? 'No child who was open on that day has this theme in their record. Choose another.'
            : 'No child was open to the service on that day, as far as the records say.',
      },
    ])
  const sample: Sample = {
    id: randomUUID(),
    title,
    toolKey,
    method,
    size,
    seed,
    asOf,
    extracts: from.extracts,
    extractId: from.extracts.at(-1) ?? '',
    populationSha256: drawn.populationSha256,
    populationSize: drawn.populationSize,
    drawnAt: by.at,
    drawnBy: by.actorName,
  }
  await insertSample(trx, by.authority, sample, drawn.children)
  await journal(trx, by, 'sample.drawn', sample.id, {
    method: method.kind,
    size,
    seed,
    population: sample.populationSha256,
  })
  return sample
}

/** The population of a sample from its own extracts, in whatever order they were; null where any is gone. */
async function populationOf(
  records: Records,
  authority: string,
  sample: Sample,
): Promise<{ readonly population: readonly Candidate[] } | { readonly gone: number }> {
  const store = records.storeOf(authority)
  const there = await records.db.as(authority, frozenExtracts)
  const own = there.filter(each => sample.extracts.includes(each.id))
  if (own.length < sample.extracts.length) return { gone: sample.extracts.length - own.length }
  const isAll = own.length === there.length
  const history = isAll ? await records.shelf.history(authority) : await historyFrom(store, own)
  return {
    population: populationOn(history, sample.asOf, id => childRef(records.secret, authority, id)),
  }
}

/** Draws a sample again from the extracts that it came from, and compares. */
export async function drawAgain(
  records: Records,
  authority: string,
  id: string,
): Promise<Compared> {
  const { sample, kept } = await records.db.as(authority, async trx => ({
    sample: await sampleById(trx, id),
    kept: await sampledIn(trx, id),
  }))
  if (sample === null) throw notFound()
  // Every sample gave somebody.
  if (kept.length === 0) return { kind: 'no longer kept' }
  const found = await populationOf(records, authority, sample)
  return 'gone' in found
    ? { kind: 'extracts gone', gone: found.gone }
    : compare(sample, kept, found.population)
}

/**
 * Puts the next child of the same draw in the place of one, with the reason.
 * @throws conflict where the population is not what it was, or is used up
 */
export async function replaceChild(
  records: Records,
  by: Changing,
  id: string,
  { place, words }: { readonly place: number; readonly words: string },
): Promise<number> {
  const sample = await records.db.as(by.authority, trx => sampleById(trx, id))
  if (sample === null) throw notFound()
  const found = await populationOf(records, by.authority, sample)
  if ('gone' in found)
    throw conflict(
      'The extract that this sample was drawn from was destroyed, so nobody else can be drawn from it. Draw a new sample.',
    )
  if (sha256Of(populationText(found.population)) !== sample.populationSha256)
    throw conflict(
      'The children on that day are no longer those that this sample was drawn from. Draw a new sample.',
    )
  return records.db.as(by.authority, async trx => {
    const kept = await sampledIn(trx, id, true)
    const own = kept.find(each => each.place === place)
    if (own === undefined) throw notFound()
    if (own.replacedBy !== null)
      throw conflict(`Place ${place} has been taken over by place ${own.replacedBy} already.`)
    const next = replacement(found.population, sample, new Set(kept.map(each => each.childRef)))
    if (next === null)
      throw conflict('Every child of this population is in the sample already: nobody is left.')
    const last = Math.max(...kept.map(each => each.place)) + 1
    const taking = {
      place: last,
      childRef: next.child,
      team: next.team,
      worker: next.worker,
      plan: next.plan,
      replacedWords: null,
      replacedBy: null,
      replacedByName: null,
    }
    await replaceSampled(trx, by.authority, id, { place, words, by: taking }, by)
    await journal(trx, by, 'sample.replaced', id, { place, by: last })
    return last
  })
}

function journal(
  trx: Trx,
  by: Changing,
  action: string,
  id: string,
  detail: Readonly<Record<string, string | number>>,
) {
  return record(
    trx,
    { actor: by.actor, action: `audit.${action}`, subject: { kind: 'audit sample', id }, detail },
    by.at,
  )
}
