import { sql } from 'kysely'
import type { Trx } from '#kit/db/index.ts'

/** Somebody who follows by e-mail. */
export interface Subscription {
  readonly id: string
  readonly addressMark: string
  /** Encrypted. */
  readonly address: Uint8Array
  /** None means all. */
  readonly bodies: readonly string[]
  readonly subjects: readonly string[]
  readonly askedAt: Date
  readonly confirmedAt: Date | null
  readonly toldUntil: Date
}

type SubscriptionsTable = {
  authority: string
  id: string
  address_mark: string
  address: Buffer
  bodies: string[]
  subjects: string[]
  asked_at: Date
  confirmed_at: Date | null
  told_until: Date
}
type Tables = {
  'published.subscriptions': SubscriptionsTable
  'published.news': { authority: string; key: string; first_seen_at: Date }
}

export async function subscriptionOf(trx: Trx, mark: string): Promise<Subscription | null> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('published.subscriptions')
    .selectAll()
    .where('address_mark', '=', mark)
    .executeTakeFirst()
  return row === undefined ? null : subscriptionIn(row)
}

/** One, held until the transaction ends; null where it is gone. */
export async function subscriptionById(trx: Trx, id: string): Promise<Subscription | null> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('published.subscriptions')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : subscriptionIn(row)
}

export async function putSubscription(
  trx: Trx,
  authority: string,
  subscription: Subscription,
): Promise<void> {
  const row = {
    address_mark: subscription.addressMark,
    address: Buffer.from(subscription.address),
    bodies: [...subscription.bodies],
    subjects: [...subscription.subjects],
    asked_at: subscription.askedAt,
    confirmed_at: subscription.confirmedAt,
    told_until: subscription.toldUntil,
  }
  await trx
    .withTables<Tables>()
    .insertInto('published.subscriptions')
    .values({ authority, id: subscription.id, ...row })
    .onConflict(one => one.columns(['authority', 'id']).doUpdateSet(row))
    .execute()
}

export async function deleteSubscription(trx: Trx, id: string): Promise<boolean> {
  const done = await trx
    .withTables<Tables>()
    .deleteFrom('published.subscriptions')
    .where('id', '=', id)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}

export async function confirmedIds(trx: Trx): Promise<readonly string[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('published.subscriptions')
    .select('id')
    .where('confirmed_at', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map(row => row.id)
}

export async function countAskedSince(trx: Trx, since: Date): Promise<number> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('published.subscriptions')
    .select(one => one.fn.countAll<number>().as('asked'))
    .where('asked_at', '>=', since)
    .executeTakeFirstOrThrow()
  return Number(row.asked)
}

/** Those that were asked for and never confirmed. */
export async function countUnconfirmed(trx: Trx, before: Date): Promise<number> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('published.subscriptions')
    .select(one => one.fn.countAll<number>().as('asked'))
    .where('confirmed_at', 'is', null)
    .where('asked_at', '<', before)
    .executeTakeFirstOrThrow()
  return Number(row.asked)
}

export async function deleteUnconfirmed(trx: Trx, before: Date): Promise<number> {
  const done = await trx
    .withTables<Tables>()
    .deleteFrom('published.subscriptions')
    .where('confirmed_at', 'is', null)
    .where('asked_at', '<', before)
    .executeTakeFirst()
  return Number(done.numDeletedRows)
}

/** Notes what is public now, and gives when each thing that ever was was first seen to be. */
export async function noteSeen(
  trx: Trx,
  authority: string,
  keys: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, Date>> {
  await sql`insert into published.news (authority, key, first_seen_at)
    select ${authority}, key, ${at} from unnest(${[...keys]}::text[]) as seen (key)
    on conflict do nothing`.execute(trx)
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('published.news')
    .select(['key', 'first_seen_at'])
    .execute()
  return new Map(rows.map(row => [row.key, row.first_seen_at]))
}

function subscriptionIn(row: SubscriptionsTable): Subscription {
  return {
    id: row.id,
    addressMark: row.address_mark,
    address: row.address,
    bodies: row.bodies,
    subjects: row.subjects,
    askedAt: row.asked_at,
    confirmedAt: row.confirmed_at,
    toldUntil: row.told_until,
  }
}
