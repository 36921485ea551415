import { createHash, randomUUID } from 'node:crypto'
import { type Day, dayIn, isoDay, longDay } from '#calendar'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { expand, isLeftBehind, type NamedBytes } from '#kit/files/archive.ts'
import { codesIn } from './layout.ts'
import {
  dayInName,
  missingAuthorities,
  missingInWords,
  type NeighboursRead,
} from './read-neighbours.ts'
import { isSame, type PublishedValue, symbols } from './published-value.ts'
import type { PublishedRead } from './read-published.ts'
import { type FileRead, readFile } from './read-file.ts'
import {
  allPlaces,
  type Import,
  importOfFile,
  insertCuts,
  insertImport,
  insertNeighbourSet,
  keptOf,
  neighbourSets,
  newestPlaces,
  type NewCut,
  saveDictionary,
  savePlaces,
  takeImportTurn,
} from './store/index.ts'

export interface Bringing {
  readonly authority: string
  readonly actor: string
  readonly actorName: string
  readonly at: Date
}

/** A file that was read and not kept yet. */
export interface ReadyFile {
  readonly name: string
  readonly sha256: string
  readonly read: FileRead
}

/** Reads files, and those in archives; nothing is kept yet. Never throws. */
export async function readFiles(files: readonly NamedBytes[]): Promise<readonly ReadyFile[]> {
  const ready: ReadyFile[] = []
  for (const file of files) {
    const { files: inside, refusals } = await expand(file)
    for (const { name, message } of refusals)
      ready.push({ name, sha256: hashOf(file.bytes), read: { kind: 'refused', message } })
    for (const { name, bytes } of inside) {
      if (isLeftBehind(name)) continue
      ready.push({ name, sha256: hashOf(bytes), read: await readFile(name, bytes) })
    }
  }
  return ready
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export interface Brought {
  readonly source: string
  /** The day from which a set of neighbours holds; null takes the month that its file's name has. */
  readonly neighboursFrom: Day | null
  /** The council's own code in published tables, which every set should have. */
  readonly own: string | null
}

/** Keeps what files hold, each with what was refused of it. @returns the identifier of them all */
export async function keepFiles(
  trx: Trx,
  by: Bringing,
  files: readonly ReadyFile[],
  brought: Brought,
): Promise<string> {
  await takeImportTurn(trx)
  const batch = randomUUID()
  for (const file of files) {
    const again = await importOfFile(trx, file.sha256)
    const read: FileRead =
      again === null
        ? file.read
        : {
            kind: 'refused',
            message: `This very file is here already: it was brought on ${longDay(dayIn(again.broughtAt))} as ${again.fileName}.`,
          }
    await keepFile(trx, by, batch, { ...file, read }, brought)
  }
  return batch
}

async function keepFile(
  trx: Trx,
  by: Bringing,
  batch: string,
  { name, sha256, read }: ReadyFile,
  brought: Brought,
): Promise<void> {
  const blank: Import = {
    id: randomUUID(),
    batch,
    fileName: name,
    sha256,
    kind: 'refused',
    source: brought.source,
    broughtBy: by.actor,
    broughtByName: by.actorName,
    broughtAt: by.at,
    rowsFound: 0,
    rowsTaken: 0,
    valuesAdded: 0,
    valuesRevised: 0,
    refusals: [],
    refusalCount: 0,
    notes: [],
  }
  const kept = await keepRead(trx, by, blank, read, brought)
  await record(
    trx,
    {
      actor: by.actor,
      action: kept.kind === 'refused' ? 'comparators.refused' : 'comparators.brought',
      subject: { kind: 'comparators', id: kept.id },
      detail: {
        file: sha256,
        kind: kept.kind,
        rows: kept.rowsFound,
        taken: kept.rowsTaken,
        added: kept.valuesAdded,
        revised: kept.valuesRevised,
        refused: kept.refusalCount,
      },
    },
    by.at,
  )
}

async function keepRead(
  trx: Trx,
  by: Bringing,
  blank: Import,
  read: FileRead,
  brought: Brought,
): Promise<Import> {
  if (read.kind === 'refused') return keepRefused(trx, by, blank, read.message)
  const some = { ...blank, refusals: read.refusals, refusalCount: read.refusals.length }
  switch (read.kind) {
    case 'published':
      return keepPublished(trx, by, some, read)
    case 'neighbours':
      return keepNeighbours(trx, by, some, read, brought)
    case 'dictionary': {
      const kept: Import = {
        ...some,
        kind: 'dictionary',
        rowsFound: read.rowsFound,
        rowsTaken: read.entries.length,
      }
      await insertImport(trx, by.authority, kept)
      await saveDictionary(trx, by.authority, kept.id, read.entries)
      return kept
    }
  }
}

async function keepRefused(
  trx: Trx,
  by: Bringing,
  blank: Import,
  message: string,
): Promise<Import> {
  const kept = { ...blank, notes: [message] }
  await insertImport(trx, by.authority, kept)
  return kept
}

async function keepPublished(
  trx: Trx,
  by: Bringing,
  blank: Import,
  read: PublishedRead,
): Promise<Import> {
  const standing = await keptOf(trx, [...read.cuts.keys()])
  const cuts: NewCut[] = []
  let valuesAdded = 0
  let valuesRevised = 0
  for (const [measure, years] of read.cuts) {
    for (const [year, values] of years) {
      const there = standing.get(measure)?.get(year)
      const other = new Map<string, PublishedValue>()
      for (const [place, value] of values) {
        const before = there?.get(place)
        if (before !== undefined && isSame(before, value)) continue
        other.set(place, value)
        if (before === undefined) valuesAdded++
        else valuesRevised++
      }
      if (other.size > 0) cuts.push({ measure, year, values: other })
    }
  }
  const kept: Import = {
    ...blank,
    kind: read.cuts.size === 0 ? 'refused' : 'published',
    rowsFound: read.rows,
    rowsTaken: read.rowsUsed,
    valuesAdded,
    valuesRevised,
    notes: notesOf(read),
  }
  await insertImport(trx, by.authority, kept)
  await insertCuts(trx, by.authority, kept.id, cuts)
  await savePlaces(trx, by.authority, [...read.places.values()])
  return kept
}

function notesOf(read: PublishedRead): readonly string[] {
  const measures = [...read.cuts.keys()]
  const others = read.rows - read.rowsUsed - read.refusals.filter(each => !each.kept).length
  const withheld = [...read.symbols].map(
    ([symbol, count]) => `${count} with “${symbol}”, ${symbols[symbol]}`,
  )
  return [
    ...(measures.length === 0
      ? ['No row could be read, so nothing of it was kept.']
      : [`It answers: ${measures.join('; ')}.`]),
    ...(others > 0
      ? [`${others} rows are about other breakdowns, which no indicator here asks for.`]
      : []),
    ...(withheld.length > 0 ? [`Values without a number: ${withheld.join('; ')}.`] : []),
  ]
}

async function keepNeighbours(
  trx: Trx,
  by: Bringing,
  blank: Import,
  read: NeighboursRead,
  brought: Brought,
): Promise<Import> {
  const from = brought.neighboursFrom ?? dayInName(blank.fileName)
  if (from === null)
    return keepRefused(
      trx,
      by,
      blank,
      'It is a table of statistical neighbours and does not say from when it holds. Bring it again with the first day on which it holds.',
    )
  if (read.rows.length === 0)
    return keepRefused(trx, by, blank, 'It is a table of neighbours without a row to keep.')
  const known = await knownAuthorities(trx, brought.own)
  const missing = missingAuthorities(read.rows, known)
  const sets = await neighbourSets(trx)
  const same = sets.find(each => each.from === from)
  const kept: Import = {
    ...blank,
    kind: 'neighbours',
    rowsFound: read.rowsFound,
    rowsTaken: read.rows.length,
    notes: [
      `It holds from ${longDay(from)}.`,
      ...(same === undefined
        ? []
        : [`It takes the place of ${same.fileName}, which held from the same day.`]),
      ...missing.map(missingInWords),
    ],
  }
  await insertImport(trx, by.authority, kept)
  const set = { id: randomUUID(), from, importId: kept.id }
  await insertNeighbourSet(trx, by.authority, set, read.rows)
  return kept
}

/**
 * Authorities that stand in the newest published year of any table, and the council's own: those
 * that were abolished before it need no neighbours.
 */
async function knownAuthorities(
  trx: Trx,
  own: string | null,
): Promise<ReadonlyMap<string, string>> {
  const places = await allPlaces(trx)
  const newest = (await newestPlaces(trx)).flatMap(code => {
    const place = places.get(code)
    return place?.level === 'authority' && codesIn(code).length === 1
      ? [[code, place.name] as const]
      : []
  })
  const known = new Map(newest)
  if (own !== null) known.set(own, places.get(own)?.name ?? 'your own authority')
  return known
}

/** For the journal: a set that was given another day. */
export async function recordDated(
  trx: Trx,
  by: Bringing,
  id: string,
  from: { readonly before: Day; readonly after: Day },
): Promise<void> {
  await record(
    trx,
    {
      actor: by.actor,
      action: 'comparators.set-dated',
      subject: { kind: 'comparators', id },
      detail: { before: isoDay(from.before), after: isoDay(from.after) },
    },
    by.at,
  )
}
