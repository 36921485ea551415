import { sql } from 'kysely'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { conflict } from '#kit/http/index.ts'
import {
  type Link,
  type LinkRefused,
  keyOf,
  refusalOf,
  type Relation,
  type Thing,
} from './thread.ts'

type Tables = {
  'thread.links': {
    authority: string
    from_kind: string
    from_id: string
    relation: Relation
    to_kind: string
    to_id: string
    made_at: Date
    made_by: string
  }
}

type Row = Omit<Tables['thread.links'], 'authority'>

/** Who does something in which council, and when. */
export interface Doing {
  readonly authority: string
  readonly actor: string
  readonly at: Date
}

/** Links two things, unless that cannot be; with its line in the journal. */
export async function addLink(trx: Trx, link: Link, by: Doing): Promise<LinkRefused | null> {
  await takeTurn(trx)
  const refused = refusalOf(await relevantTo(trx, link), link)
  if (refused !== null) return refused
  await trx
    .withTables<Tables>()
    .insertInto('thread.links')
    .values({ authority: by.authority, ...rowOf(link), made_at: by.at, made_by: by.actor })
    .execute()
  await journal(trx, 'link.made', link, by)
  return null
}

/** Links two things that have to be linked for the change to make sense; already linked is well. */
export async function ensureLink(trx: Trx, link: Link, by: Doing): Promise<void> {
  const refused = await addLink(trx, link, by)
  if (refused !== null && refused.kind !== 'already') throw conflict(refused.message)
}

/** Takes a link away. That it was there stays in the journal. */
export async function removeLink(trx: Trx, link: Link, by: Doing): Promise<boolean> {
  const row = rowOf(link)
  const gone = await trx
    .withTables<Tables>()
    .deleteFrom('thread.links')
    .where('from_kind', '=', row.from_kind)
    .where('from_id', '=', row.from_id)
    .where('relation', '=', row.relation)
    .where('to_kind', '=', row.to_kind)
    .where('to_id', '=', row.to_id)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) return false
  await journal(trx, 'link.removed', link, by)
  return true
}

/** Links are looked at and made one after another, or two at once could close a circle. */
async function takeTurn(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(
    hashtext('thread.links'), hashtext(current_setting('sightline.authority')))`.execute(trx)
}

async function relevantTo(trx: Trx, link: Link): Promise<readonly Link[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('thread.links')
    .selectAll()
    .where('relation', '=', link.relation)
    .execute()
  return rows.map(linkOf)
}

/** Every link with one end among the things. */
export async function linksOf(trx: Trx, things: readonly Thing[]): Promise<readonly Link[]> {
  if (things.length === 0) return []
  const { rows } = await sql<Row>`
    select from_kind, from_id, relation, to_kind, to_id, made_at, made_by
    from thread.links
    where (from_kind, from_id) in (select * from unnest(
        ${things.map(each => each.kind)}::text[], ${things.map(each => each.id)}::text[]))
      or (to_kind, to_id) in (select * from unnest(
        ${things.map(each => each.kind)}::text[], ${things.map(each => each.id)}::text[]))
    order by made_at, from_kind, from_id, to_kind, to_id`.execute(trx)
  return rows.map(linkOf)
}

/** Every link that ends at a kind of thing by one relation: all measures of all lines. */
export async function linksTo(
  trx: Trx,
  kind: string,
  relation: Relation,
): Promise<readonly Link[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('thread.links')
    .selectAll()
    .where('to_kind', '=', kind)
    .where('relation', '=', relation)
    .orderBy('made_at')
    .orderBy('from_id')
    .orderBy('to_id')
    .execute()
  return rows.map(linkOf)
}

/** All links within so many steps of a thing. */
export async function linksAround(trx: Trx, thing: Thing, steps = 5): Promise<readonly Link[]> {
  const found = new Map<string, Link>()
  const asked = new Set<string>()
  let edge: readonly Thing[] = [thing]
  for (let step = 0; step < steps && edge.length > 0; step++) {
    for (const each of edge) asked.add(keyOf(each))
    const links = await linksOf(trx, edge)
    for (const link of links)
      found.set(`${keyOf(link.from)}\n${link.relation}\n${keyOf(link.to)}`, link)
    const ends = links.flatMap(({ from, to }) => [from, to])
    const fresh = new Map(ends.map(each => [keyOf(each), each]))
    edge = [...fresh].filter(([key]) => !asked.has(key)).map(([, each]) => each)
  }
  return [...found.values()]
}

function rowOf({ from, relation, to }: Link) {
  return { from_kind: from.kind, from_id: from.id, relation, to_kind: to.kind, to_id: to.id }
}

function linkOf(row: Row): Link {
  return {
    from: { kind: row.from_kind, id: row.from_id },
    relation: row.relation,
    to: { kind: row.to_kind, id: row.to_id },
  }
}

async function journal(trx: Trx, action: string, link: Link, { actor, at }: Doing) {
  const detail = { relation: link.relation, toKind: link.to.kind, toId: link.to.id }
  await record(trx, { actor, action, subject: link.from, detail }, at)
}
