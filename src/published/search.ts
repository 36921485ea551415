import { createHash } from 'node:crypto'
import { type Day, isoDay, longDay } from '#calendar'
import { meetingName } from '#exchange'
import type { Trx } from '#kit/db/index.ts'
import { pagesOfPaper, wordsOnPage } from './paper-words.ts'
import {
  publicActionPath,
  publicDecisionPath,
  publicMeetingPath,
  publicPaperPath,
  publicQuestionPath,
} from './paths.ts'
import { captionOf, progressWords } from './progress.ts'
import type { PublicRecord } from './record.ts'
import type { Shelved } from './shelf.ts'
import {
  dropEntries,
  type Entry,
  holdIndex,
  indexedAt,
  indexedSums,
  noteIndexed,
  putEntries,
} from './store/index.ts'

/**
 * Brings the index to what the public record says now: what is public no longer is taken out, and
 * what is new or worded otherwise is put in. Does nothing where the index is as new as the record.
 */
export async function bringIndex(
  trx: Trx,
  authority: string,
  { record, seq }: Shelved,
  today: Day,
): Promise<void> {
  const isNew = async (): Promise<boolean> => {
    const at = await indexedAt(trx)
    return at !== null && at.seq >= seq && at.day === isoDay(today)
  }
  if (await isNew()) return
  await holdIndex(trx, authority)
  // Somebody else may have made it while we waited.
  if (await isNew()) return
  const kept = await indexedSums(trx)
  const wanted = [...entriesOf(record), ...(await paperEntries(trx, record, kept))]
  const keys = new Set(wanted.map(each => each.key))
  await dropEntries(
    trx,
    [...kept.keys()].filter(key => !keys.has(key)),
  )
  await putEntries(
    trx,
    authority,
    wanted.flatMap(each => ('unchanged' in each || kept.get(each.key) === each.sum ? [] : [each])),
  )
  await noteIndexed(trx, authority, seq, today)
}

// A longer word vector than this is refused, and no paragraph is as long.
const MOST_WORDS = 100_000

function entry(whole: Omit<Entry, 'sum'>): Entry {
  const given = { ...whole, words: whole.words.slice(0, MOST_WORDS) }
  const sum = createHash('sha256').update(JSON.stringify(given)).digest('hex').slice(0, 32)
  return { ...given, sum }
}

/** The words of everything but papers. */
export function entriesOf(record: PublicRecord): readonly Entry[] {
  return [...meetingEntries(record), ...questionEntries(record), ...decidedEntries(record)]
}

const nameIn = ({ published }: PublicRecord, id: string | null): string => {
  const meeting = published.meetings.find(each => each.id === id)
  if (meeting === undefined) return ''
  return `${meetingName(meeting, published.bodies)}, ${longDay(meeting.starts.day)}`
}

function meetingEntries(record: PublicRecord): readonly Entry[] {
  return [...record.meetings].flatMap(([id, { shown, minutes }]) => {
    const name = nameIn(record, id)
    const day = shown.meeting.heldOn
    const items = shown.agenda.entries.map(({ item }) =>
      entry({
        key: `item:${item.id}`,
        kind: 'Agenda',
        title: item.title,
        place: name,
        href: `${publicMeetingPath(id)}#item-${item.id}`,
        day,
        words: item.exempt === null && item.words !== '' ? item.words : item.title,
      }),
    )
    const said = (minutes?.items ?? []).flatMap(({ item, paragraphs }) =>
      paragraphs
        .filter(each => !each.struck)
        .map(each =>
          entry({
            key: `paragraph:${each.id}`,
            kind: 'Minutes',
            title: item?.title ?? 'Minutes',
            place: `${name}${each.number === '' ? '' : `, paragraph ${each.number}`}`,
            href: `${publicMeetingPath(id)}#p-${each.id}`,
            day,
            words: each.words,
          }),
        ),
    )
    return [...items, ...said]
  })
}

function questionEntries(record: PublicRecord): readonly Entry[] {
  return record.published.questions.map(each =>
    entry({
      key: `question:${each.id}`,
      kind: 'Question',
      title: `Question${each.askedBy === null ? '' : ` from ${each.askedBy}`}`,
      place: nameIn(record, each.meeting),
      href: publicQuestionPath(each.meeting, each.id),
      day: record.meetings.get(each.meeting)?.shown.meeting.heldOn ?? 0,
      words: [each.words, each.answer ?? ''].filter(part => part !== '').join('\n'),
    }),
  )
}

function decidedEntries(record: PublicRecord): readonly Entry[] {
  const decisions = [...record.decisions.values()].map(({ decision: each }) =>
    entry({
      key: `decision:${each.id}`,
      kind: 'Decision',
      title: each.title,
      place: `${each.maker}, ${longDay(each.takenOn)}`,
      href: publicDecisionPath(each.id),
      day: each.takenOn,
      words: [...each.resolved, each.reasons].filter(part => part !== '').join('\n') || each.title,
    }),
  )
  const actions = [...record.actions.values()].map(each =>
    entry({
      key: `action:${each.id}`,
      kind: 'What was asked for',
      title: each.title,
      place: captionOf(each),
      href: publicActionPath(each.id),
      day: each.originOn,
      words: [each.words, progressWords(each), each.response?.words ?? '']
        .filter(part => part !== '')
        .join('\n'),
    }),
  )
  return [...decisions, ...actions]
}

type Unchanged = Pick<Entry, 'key'> & { readonly unchanged: true }

/** A paper says for ever what it said when it was published, so it is read once. */
async function paperEntries(
  trx: Trx,
  record: PublicRecord,
  kept: ReadonlyMap<string, string>,
): Promise<readonly (Entry | Unchanged)[]> {
  const read = Map.groupBy(
    [...kept.keys()].filter(key => key.startsWith('paper:')),
    key => key.split(':')[1] ?? '',
  )
  const all: (Entry | Unchanged)[] = []
  for (const [id, { shown }] of record.meetings) {
    const { agenda, meeting } = shown
    for (const { paper, title, isOpen } of [
      ...agenda.loose,
      ...agenda.entries.flatMap(({ papers }) => papers),
    ]) {
      if (!isOpen) continue
      const before = read.get(paper.id)
      if (before !== undefined) {
        all.push(...before.map((key): Unchanged => ({ key, unchanged: true })))
        continue
      }
      const found = await pagesOfPaper(trx, id, paper.id)
      const rows = (found?.pages ?? []).flatMap(page =>
        wordsOnPage(page).map(each => ({ ...each, label: page.label })),
      )
      const place = nameIn(record, id)
      const href = publicPaperPath(id, paper.id)
      // A paper that is only a picture is found by its title.
      const told = rows.length === 0 ? [{ anchor: '', words: title, label: null }] : rows
      all.push(
        ...told.map(({ anchor, words, label }, at) =>
          entry({
            key: `paper:${paper.id}:${at}`,
            kind: 'Paper',
            title,
            place: `${place}${label === null ? '' : `, page ${label}`}`,
            href: anchor === '' ? href : `${href}#${anchor}`,
            day: meeting.heldOn,
            words,
          }),
        ),
      )
    }
  }
  return all
}
