import { z } from 'zod'
import type { Council } from '#council'
import type { Day } from '#calendar'
import { atomEntries, type AtomEntry, type Published } from '#exchange'
import type { Database } from '#kit/db/index.ts'
import type { JobKind } from '#kit/jobs/index.ts'
import { endingToken, subjectKeys, subjects } from './follow.ts'
import { publishedRecord, withAddresses } from './gather.ts'
import type { Outbox } from './letters.ts'
import { showAddress } from './links.ts'
import {
  confirmedIds,
  noteSeen,
  putSubscription,
  subscriptionById,
  type Subscription,
} from './store/index.ts'

/** Tells those who follow a council what is new. */
export const newsJob: JobKind<Record<string, never>> = {
  name: 'published.news',
  data: z.strictObject({}),
}

export interface Post {
  readonly db: Database
  readonly outbox: Outbox
  readonly secret: string
  /** The address that people know the site by. */
  readonly base: string
}

export interface Sent {
  readonly letters: number
  readonly failed: number
}

/** At most one letter a day to anybody: a little less than a day, so that it does not slip. */
const NOT_AGAIN_FOR = 20 * 3_600_000
/** A letter that goes on for ever is read by nobody; the pages have all. */
const MOST_IN_A_LETTER = 50

/**
 * Sends each follower what became public since their last letter, once: that it was told is written
 * down in the same transaction, and taken back where the letter could not be sent.
 */
export async function sendNews(
  post: Post,
  council: Council,
  today: Day,
  at: Date,
  failed: (error: unknown) => void,
): Promise<Sent> {
  const { db, base } = post
  const { published, seen } = await db.as(council.code, async trx => {
    const record = await publishedRecord(trx, council, today)
    const all = withAddresses(record.published, base)
    const keys = entriesOf(all, subjectKeys).map(each => each.id)
    return { published: all, seen: await noteSeen(trx, council.code, keys, at) }
  })
  const ids = await db.as(council.code, confirmedIds)
  const sent = { letters: 0, failed: 0 }
  for (const id of ids) {
    try {
      if (await tell(post, council, id, published, seen, at)) sent.letters += 1
    } catch (error) {
      sent.failed += 1
      failed(error)
    }
  }
  return sent
}

function tell(
  { db, outbox, secret, base }: Post,
  council: Council,
  id: string,
  published: Published,
  seen: ReadonlyMap<string, Date>,
  at: Date,
): Promise<boolean> {
  return db.as(council.code, async trx => {
    const one = await subscriptionById(trx, id)
    if (one?.confirmedAt == null) return false
    const isOften = one.toldUntil > one.confirmedAt
    if (isOften && at.getTime() - one.toldUntil.getTime() < NOT_AGAIN_FOR) return false
    const fresh = newsFor(one, published, seen)
    const to = fresh.length === 0 ? null : showAddress(secret, id, one.address)
    if (to === null) return false
    await putSubscription(trx, council.code, { ...one, toldUntil: at })
    const end = `${base}/public/follow/end?token=${endingToken(secret, council.code, id)}`
    await outbox.send({ to, ...letterOf(council.name, fresh, base, end) })
    return true
  })
}

/** What became public since somebody was told last, of what they follow; the newest first. */
export function newsFor(
  { bodies, subjects: wanted, toldUntil }: Pick<Subscription, 'bodies' | 'subjects' | 'toldUntil'>,
  published: Published,
  seen: ReadonlyMap<string, Date>,
): readonly AtomEntry[] {
  const all = bodies.length === 0 ? published : ofBodies(published, new Set(bodies))
  const keys = subjectKeys.filter(each => wanted.includes(each))
  return entriesOf(all, keys)
    .filter(({ id }) => (seen.get(id) ?? new Date(0)) > toldUntil)
    .toSorted((a, b) => b.modifiedAt.getTime() - a.modifiedAt.getTime())
}

function ofBodies(published: Published, wanted: ReadonlySet<string>): Published {
  const isOf = ({ body }: { readonly body: string | null }): boolean =>
    body !== null && wanted.has(body)
  return {
    ...published,
    meetings: published.meetings.filter(isOf),
    decisions: published.decisions.filter(isOf),
    actions: published.actions.filter(isOf),
  }
}

// Keys stay the same when the site gets another address.
const feed = { tag: { host: 'sightline', since: '2026' }, fallback: '' }

const entriesOf = (
  published: Published,
  wanted: typeof subjectKeys | readonly AtomEntry['subject'][],
) => atomEntries(published, wanted, feed)

function letterOf(
  council: string,
  fresh: readonly AtomEntry[],
  base: string,
  end: string,
): { readonly subject: string; readonly text: string } {
  const lines = fresh
    .slice(0, MOST_IN_A_LETTER)
    .map(({ title, subject, summary, url }) =>
      [`${subjects[subject]}: ${oneLine(title)}`, oneLine(summary ?? ''), url]
        .filter(line => line !== '')
        .join('\n'),
    )
  const rest = fresh.length - lines.length
  const more = rest > 0 ? [`And ${rest} more: ${base}/public`] : []
  const many = fresh.length === 1 ? 'One thing is new' : `${fresh.length} things are new`
  return {
    subject: `${many} from ${oneLine(council)}`,
    text: [
      `${many} in what ${oneLine(council)} publishes of its meetings.`,
      ...lines,
      ...more,
      `You get this because you asked for it at ${base}/public/follow. To end it: ${end}`,
    ].join('\n\n'),
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 300)
