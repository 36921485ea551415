import { type Body, bodyById } from '#bodies'
import type { Day } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { boundPages } from './bind.ts'
import { PackContents } from './contents.ts'
import type { Content } from './lay-out.ts'
import { contentOf } from './lay-out.ts'
import type { Item, Meeting, Pack, Paper } from './meeting.ts'
import { labelsIn } from './page-labels.ts'
import { asPublic } from './sight.ts'
import { type ShownAgenda, shownAgenda, type ShownPaper } from './shown-agenda.ts'
import {
  changesOf,
  fileBytes,
  type FileFacts,
  filesFacts,
  itemsOf,
  meetingById,
  meetingsBetween,
  type MeetingChange,
  type Notice,
  noticesOf,
  packsOf,
  papersOf,
} from './store/index.ts'

/** A meeting as anybody may see it. Nothing in it is a draft or kept from the public. */
export interface PublishedMeeting {
  readonly meeting: Meeting
  readonly body: Body
  readonly agenda: ShownAgenda
  readonly notices: readonly Pick<Notice, 'title' | 'words'>[]
  readonly changes: readonly MeetingChange[]
  /** Why its agenda came out with fewer clear days; null where it did not. */
  readonly shortNotice: PackContents['shortNotice']
}

/** Whether anybody may know of a meeting: its body is listed and it was announced. */
export const isAnnounced = (body: Pick<Body, 'listed'>, meeting: Meeting): boolean =>
  body.listed && meeting.state !== 'provisional'

/** What anybody may see of a meeting; null where there is none that they may know of. */
export async function publishedMeeting(trx: Trx, id: string): Promise<PublishedMeeting | null> {
  const meeting = await meetingById(trx, id)
  const body = meeting === null ? null : await bodyById(trx, meeting.bodyId)
  if (meeting === null || body === null) return null
  return (await publishedMeetingsOf(trx, [meeting], [body]))[0] ?? null
}

/** The same of some meetings, in their order, without those that nobody may know of. */
export async function publishedMeetingsOf(
  trx: Trx,
  meetings: readonly Meeting[],
  bodies: readonly Body[],
): Promise<readonly PublishedMeeting[]> {
  const known = new Map(bodies.map(body => [body.id, body]))
  const announced = meetings.flatMap(meeting => {
    const body = known.get(meeting.bodyId)
    return body !== undefined && isAnnounced(body, meeting) ? [{ meeting, body }] : []
  })
  const ids = announced.map(({ meeting }) => meeting.id)
  const items = Map.groupBy(await itemsOf(trx, ...ids), each => each.meetingId)
  const papers = Map.groupBy(await papersOf(trx, ...ids), each => each.meetingId)
  const packs = Map.groupBy(await packsOf(trx, ...ids), each => each.meetingId)
  const changes = Map.groupBy(await changesOf(trx, ...ids), each => each.meetingId)
  const shas = [...papers.values()].flatMap(all => all.flatMap(({ fileSha }) => fileSha ?? []))
  const files = await filesFacts(trx, [...new Set(shas)])
  const notices = new Map<string, readonly Notice[]>()
  for (const { body } of announced)
    if (!notices.has(body.id)) notices.set(body.id, await noticesOf(trx, body.id))
  return announced.map(({ meeting, body }) => {
    const held = {
      items: items.get(meeting.id) ?? [],
      papers: papers.get(meeting.id) ?? [],
      packs: packs.get(meeting.id) ?? [],
      files,
    }
    return {
      meeting: body.access === 'none' ? { ...meeting, joiningLink: '' } : meeting,
      body,
      agenda: publicAgenda(shownAgenda(held, asPublic)),
      notices: (notices.get(body.id) ?? []).filter(({ ended }) => !ended),
      changes: changes.get(meeting.id) ?? [],
      shortNotice: shortNoticeOfPacks(held.packs),
    }
  })
}

const publicAgenda = (agenda: ShownAgenda): ShownAgenda => ({
  // What a pack holds is read through its papers: its own record has more than anybody may see.
  packs: agenda.packs
    .filter(pack => !hasWithdrawn(pack, agenda))
    .map(pack => ({ ...pack, contents: null })),
  entries: agenda.entries.map(({ item, papers }) => ({
    item: publicItem(item),
    papers: papers.map(publicPaper),
  })),
  loose: agenda.loose.map(publicPaper),
})

/** Whether a pack binds the pages of a paper that was withdrawn, or kept back, after it came out. */
function hasWithdrawn(pack: Pack, { entries, loose }: ShownAgenda): boolean {
  return [...loose, ...entries.flatMap(({ papers }) => papers)].some(
    ({ paper, isOpen }) => paper.packId === pack.id && !isOpen,
  )
}

const publicItem = (item: Item): Item =>
  item.exempt === null
    ? item
    : { ...item, words: '', exempt: { ...item.exempt, publicInterest: '' } }

/** A paper that may not be read keeps its place and the words that may be said of it, and no more. */
function publicPaper(shown: ShownPaper): ShownPaper {
  if (shown.isOpen) return shown
  const { paper } = shown
  const title = shown.title === paper.title ? paper.title : shown.title
  const bare: Paper = {
    ...paper,
    title,
    author: '',
    words: null,
    fileSha: null,
    exempt: paper.exempt === null ? null : { ...paper.exempt, publicInterest: '' },
    replacesWords: paper.exempt === null ? paper.replacesWords : '',
  }
  return { ...shown, paper: bare, file: null }
}

/** Why the first agenda came out with fewer clear days, from its pack. */
export function shortNoticeOfPacks(packs: readonly Pack[]): PackContents['shortNotice'] {
  const first = packs.find(({ nth, restricted }) => nth === 0 && !restricted)
  if (first === undefined) return null
  const contents = PackContents.safeParse(first.contents)
  return contents.success ? contents.data.shortNotice : null
}

/** A paper as anybody may read it: what it says, and what its pages are called. */
export interface PublishedPaper {
  readonly of: PublishedMeeting
  readonly shown: ShownPaper
  readonly content: Content
  readonly labels: readonly string[]
  /** The place of the first block of each page among the blocks of its document. */
  readonly starts: readonly number[]
}

/** Null where there is no such paper, where it was withdrawn, or where the public does not see it. */
export async function publishedPaper(
  trx: Trx,
  meetingId: string,
  paperId: string,
): Promise<PublishedPaper | null> {
  const of = await publishedMeeting(trx, meetingId)
  if (of === null) return null
  const all = [...of.agenda.loose, ...of.agenda.entries.flatMap(({ papers }) => papers)]
  const shown = all.find(({ paper, isOpen }) => paper.id === paperId && isOpen)
  if (shown === undefined) return null
  const { paper } = shown
  const files = await filesFacts(trx, paper.fileSha === null ? [] : [paper.fileSha])
  const packs = await packsOf(trx, meetingId)
  const pack = packs.find(({ id }) => id === paper.packId)
  const contents = PackContents.safeParse(pack?.contents)
  const packed = contents.success
    ? contents.data.papers.find(({ id }) => id === paper.id)
    : undefined
  return {
    of,
    shown,
    content: await contentOf(trx, paper, files),
    labels: paper.pages === null ? [] : labelsIn(paper.pages),
    starts: packed?.starts ?? [],
  }
}

/** The file of a paper that anybody may read, with its facts. */
export async function publishedFile(
  trx: Trx,
  { shown }: PublishedPaper,
): Promise<{ readonly facts: FileFacts; readonly bytes: Uint8Array } | null> {
  if (shown.file === null) return null
  const bytes = await fileBytes(trx, shown.file.sha256)
  return bytes === null ? null : { facts: shown.file, bytes }
}

/** The bound pages of a pack that anybody may have, by its number: 0 is the agenda. */
export async function publishedPack(
  trx: Trx,
  authority: string,
  of: PublishedMeeting,
  nth: number,
  at: Date,
): Promise<Uint8Array | null> {
  const pack = of.agenda.packs.find(each => each.nth === nth && !each.restricted)
  const whole = (await packsOf(trx, of.meeting.id)).find(({ id }) => id === pack?.id)
  return whole === undefined ? null : boundPages(trx, authority, whole, { actor: 'public', at })
}

/** The meetings from a day to another that anybody may know of, the earliest first. */
export async function publishedMeetings(
  trx: Trx,
  bodies: readonly Body[],
  from: Day,
  to: Day,
): Promise<readonly Meeting[]> {
  const known = new Map(bodies.map(body => [body.id, body]))
  const all = await meetingsBetween(trx, from, to)
  return all.filter(meeting => {
    const body = known.get(meeting.bodyId)
    return body !== undefined && isAnnounced(body, meeting)
  })
}
