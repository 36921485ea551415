import type { Trx } from '#kit/db/index.ts'
import { type Item, itemsOf, type Meeting } from '#meetings'
import { closedWords, paragraphsIn, type WholeMinutes, wholeMinutes } from './model.ts'
import { type Change, DRAFT_BANNER, type Minutes, type Paragraph } from './minutes.ts'
import { allMinutes, changesOf, paragraphsOf } from './store/index.ts'

/** One item of minutes as the public reads it. */
export interface PublishedMinutesItem {
  /** Null for what stands before the first item. */
  readonly item: Item | null
  /** Why nothing of it is here; null for what was said in public. */
  readonly closed: string | null
  readonly paragraphs: readonly Paragraph[]
}

export interface PublishedMinutes {
  readonly minutes: Minutes
  /** What stands on each page until they are agreed; null once they are. */
  readonly banner: string | null
  readonly items: readonly PublishedMinutesItem[]
  /** What was corrected since publication in the paragraphs that are here. */
  readonly corrections: readonly Change[]
}

/**
 * The minutes of a meeting as anybody may read them: null until they are published, and where the
 * public page does not name the body. Of items that the public was left out for, only that it was.
 */
export async function publishedMinutes(
  trx: Trx,
  meetingId: string,
): Promise<PublishedMinutes | null> {
  const whole = await wholeMinutes(trx, meetingId)
  return whole.body.listed ? publicPart(whole) : null
}

/** The same of some meetings whose bodies the public page names, by the meeting. */
export async function publishedMinutesOf(
  trx: Trx,
  meetings: readonly Pick<Meeting, 'id'>[],
): Promise<ReadonlyMap<string, PublishedMinutes>> {
  const wanted = new Set(meetings.map(({ id }) => id))
  const kept = (await allMinutes(trx)).filter(
    each => wanted.has(each.meetingId) && each.state !== 'being written',
  )
  const ids = kept.map(each => each.meetingId)
  const items = Map.groupBy(await itemsOf(trx, ...ids), each => each.meetingId)
  const paragraphs = Map.groupBy(await paragraphsOf(trx, ...ids), each => each.meetingId)
  const changes = Map.groupBy(await changesOf(trx, ...ids), each => each.paragraphId)
  return new Map(
    kept.flatMap(minutes => {
      const own = paragraphs.get(minutes.meetingId) ?? []
      const part = publicPart({
        minutes,
        items: items.get(minutes.meetingId) ?? [],
        paragraphs: own,
        changes: own.flatMap(({ id }) => changes.get(id) ?? []),
      })
      return part === null ? [] : [[minutes.meetingId, part] as const]
    }),
  )
}

type Written = Pick<WholeMinutes, 'minutes' | 'items' | 'paragraphs' | 'changes'>

/** What of minutes may be read by everybody. */
export function publicPart(whole: Written): PublishedMinutes | null {
  const { minutes } = whole
  if (minutes === null || minutes.state === 'being written') return null
  const items = sectionsOf(whole, false)
  const shown = new Set(items.flatMap(each => each.paragraphs.map(({ id }) => id)))
  return {
    minutes,
    banner: minutes.state === 'draft' ? DRAFT_BANNER : null,
    items,
    corrections: whole.changes.filter(
      change => change.afterPublication && shown.has(change.paragraphId),
    ),
  }
}

/**
 * The items with their paragraphs in the order of the agenda, what stands before the first item
 * first. What was struck before publication is left out.
 * @param withClosed whether the reader may read what was said after the public had left
 */
export function sectionsOf(
  whole: Omit<Written, 'minutes'>,
  withClosed: boolean,
): readonly PublishedMinutesItem[] {
  const corrected = new Set(
    whole.changes.filter(each => each.afterPublication).map(each => each.paragraphId),
  )
  // A paragraph keeps its place when it was struck from what people had read already.
  const shown = (each: Paragraph) => !each.struck || corrected.has(each.id)
  // What stood under an item that is gone may have been exempt.
  const before = paragraphsIn(whole, null).filter(
    each => shown(each) && (withClosed || each.itemId === null),
  )
  return [
    ...(before.length === 0 ? [] : [{ item: null, closed: null, paragraphs: before }]),
    ...whole.items.map(item => {
      const isClosed = item.exempt !== null
      return {
        item,
        closed: isClosed ? closedWords(item) : null,
        paragraphs: isClosed && !withClosed ? [] : paragraphsIn(whole, item.id).filter(shown),
      }
    }),
  ]
}
