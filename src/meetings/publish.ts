import { randomUUID } from 'node:crypto'
import { citeLaw, isoDay, longDay } from '#calendar'
import type { Changing } from '#findings'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { conflict, invalid, notFound } from '#kit/http/index.ts'
import { numberItems } from './arrange.ts'
import { bind, packFile } from './bind.ts'
import { changeItem, changeMeeting, changePaper, meetingThing } from './change.ts'
import type { PackContents, PackedItem, PackedPaper } from './contents.ts'
import { exemptLine } from './exemptions.ts'
import { contentOf, type LaidOut, layOut } from './lay-out.ts'
import type { Exemption, Item, Pack, Paper } from './meeting.ts'
import { fullDay } from './names.ts'
import { labelsIn, numberPages } from './page-labels.ts'
import { type Readiness, readinessOf } from './readiness.ts'
import { exemptionOfPaper } from './shown-agenda.ts'
import {
  insertPack,
  itemsOf,
  keepFile,
  meetingById,
  noticesOf,
  packsOf,
  papersOf,
} from './store/index.ts'

/** What whoever publishes has said of it. */
export interface Publishing {
  /** Under which rule it comes out with fewer clear days than it should have, and why. */
  readonly ground: string
  readonly reason: string
  /** By the key of what a check found, why it is published all the same. */
  readonly answers: Readonly<Record<string, string>>
}

/**
 * Publishes everything of a meeting that was not published before: the agenda with its papers, or a
 * supplement to it, and what the public does not see in a pack of its own. What was published keeps
 * its words and its pages for ever.
 * @throws invalid with what is missing; nothing is changed then
 */
export async function publish(
  trx: Trx,
  by: Changing,
  meetingId: string,
  said: Publishing,
): Promise<readonly Pack[]> {
  const meeting = await meetingById(trx, meetingId, true)
  if (meeting === null) throw notFound()
  const readiness = await readinessOf(trx, meetingId, by.today)
  refuseStopped(readiness, said)
  await numberItems(trx, by, meeting, readiness.body)
  const items = await itemsOf(trx, meetingId)
  const contents = await contentsOf(trx, by, readiness, items, said)
  const packs: Pack[] = []
  for (const { restricted, ...one } of contents) {
    const pack: Pack = {
      id: randomUUID(),
      meetingId,
      nth: one.nth,
      restricted,
      title: titleOf(one.nth, restricted),
      firstPage: one.firstPage,
      lastPage: one.lastPage,
      fileSha: null,
      contents: one.contents,
      publishedAt: by.at,
      publishedBy: by.actorName,
    }
    const file = packFile(await bind(trx, pack, one.contents), `${pack.title}.pdf`)
    await keepFile(trx, by.authority, file, { actor: by.actor, at: by.at })
    const bound = { ...pack, fileSha: file.sha256 }
    await insertPack(trx, by.authority, bound)
    for (const paper of one.contents.papers)
      if (paper.pages !== null)
        await changePaper(trx, by, paper.id, {
          publishedAt: by.at,
          packId: pack.id,
          pages: paper.pages,
        })
    const detail = { nth: pack.nth, restricted, papers: one.contents.papers.length }
    const line = { actor: by.actor, action: 'pack.published', subject: meetingThing(meetingId) }
    await record(trx, { ...line, detail }, by.at)
    packs.push(bound)
  }
  for (const { id } of readiness.items) await changeItem(trx, by, id, { publishedAt: by.at })
  if (readiness.isFirst)
    await changeMeeting(trx, by, meetingId, {
      agendaPublishedAt: by.at,
      noticePublishedAt: meeting.noticePublishedAt ?? by.at,
    })
  return packs
}

export function titleOf(nth: number, restricted: boolean): string {
  if (nth === 0) return restricted ? 'Restricted papers' : 'Agenda pack'
  return restricted ? `Supplement ${nth}: restricted papers` : `Supplement ${nth}`
}

/** The sentence with which a late publication is refused until somebody says why it may be. */
export function shortNoticeWords({ shortNotice, isFirst }: Readiness): string {
  if (shortNotice === null) return ''
  const { deadline, days, wanted } = shortNotice
  const what = isFirst ? 'The agenda' : 'What is added to the agenda'
  return `${what} should have been published by ${fullDay(deadline.due)}: ${wanted} clear days before the meeting (${deadline.law.document}, ${deadline.law.paragraph}). Today leaves ${days}. The draft is kept.`
}

function refuseStopped(readiness: Readiness, said: Publishing): void {
  const { stops, asks, shortNotice } = readiness
  const [stop] = stops
  if (stop !== undefined)
    throw conflict(`${stop.words} Nothing was published, and the draft is kept.`)
  const issues: { field: string; message: string }[] = []
  if (shortNotice !== null) {
    const words = shortNoticeWords(readiness)
    if (!shortNotice.grounds.some(({ key }) => key === said.ground))
      issues.push({
        field: 'ground',
        message: `${words} Choose under which rule it may be published now.`,
      })
    if (said.reason.trim().length < 3)
      issues.push({ field: 'reason', message: 'Enter why it is published with fewer clear days.' })
  }
  for (const { key, paper, fault } of asks)
    if ((said.answers[key] ?? '').trim().length < 3)
      issues.push({
        field: key,
        message: `“${paper.title}”: ${fault.says} Mend it, or enter why it is published all the same.`,
      })
  if (issues.length > 0) throw invalid(issues)
}

interface ToPublish {
  readonly nth: number
  readonly restricted: boolean
  readonly firstPage: number
  readonly lastPage: number
  readonly contents: PackContents
}

async function contentsOf(
  trx: Trx,
  by: Changing,
  readiness: Readiness,
  items: readonly Item[],
  said: Publishing,
): Promise<readonly ToPublish[]> {
  const { meeting, body } = readiness
  const packs = await packsOf(trx, meeting.id)
  const nth = Math.max(-1, ...packs.map(pack => pack.nth)) + 1
  const all = await papersOf(trx, meeting.id)
  const fresh = new Set(readiness.papers.map(({ id }) => id))
  const ordered = inAgendaOrder(
    all.filter(({ id }) => fresh.has(id)),
    items,
  )
  const laid = await layOutAll(trx, by, readiness, ordered)
  const isClosed = (paper: Paper): boolean => exemptionOfPaper(paper, items) !== null
  const sorted = [...ordered.filter(each => !isClosed(each)), ...ordered.filter(isClosed)]
  const used = new Set(all.flatMap(({ pages }) => (pages === null ? [] : labelsIn(pages))))
  const replacedPages = (paper: Paper) => all.find(({ id }) => id === paper.replaces)?.pages ?? null
  const first = Math.max(0, ...packs.map(({ lastPage }) => lastPage)) + 1
  const numbering = numberPages(
    sorted.map(paper => ({
      id: paper.id,
      length: laid.get(paper.id)?.length ?? 1,
      replaced: replacedPages(paper),
    })),
    first,
    used,
  )
  const packed = sorted.map(paper =>
    packedPaper(paper, exemptionOfPaper(paper, items), laid, numbering.labels.get(paper.id) ?? []),
  )
  const freshItems = new Set(readiness.items.map(({ id }) => id))
  const own = items.filter(({ id }) => freshItems.has(id))
  const open = packed.filter(({ exempt }) => exempt === null)
  const closed = packed.filter(({ exempt }) => exempt !== null)
  const shared = {
    body: body.name,
    title: meeting.title,
    heldOn: isoDay(meeting.heldOn),
    startsAt: meeting.startsAt,
    venue: meeting.venue,
    clerk: body.clerk,
    notices: (await noticesOf(trx, body.id))
      .filter(({ ended }) => !ended)
      .map(({ title, words }) => ({ title, words })),
    shortNotice: shortNoticeIn(readiness, said),
  }
  const answered = answeredIn(readiness, said)
  const ofPapers = (papers: readonly PackedPaper[]) =>
    answered.flatMap(({ id, ...each }) => (papers.some(paper => paper.id === id) ? [each] : []))
  // In its order: the public pages come first, so that what is kept back never moves them.
  const openLast = lastNumber(open, first - 1)
  const result: ToPublish[] = []
  if (open.length > 0 || own.length > 0)
    result.push({
      nth,
      restricted: false,
      firstPage: first,
      lastPage: openLast,
      contents: {
        ...shared,
        items: own.map(item => packedItem(item, false)),
        papers: [...open, ...closed.map(withoutWords)],
        answered: ofPapers(open),
      },
    })
  if (closed.length > 0) {
    const about = new Set(closed.map(({ itemId }) => itemId))
    result.push({
      nth,
      restricted: true,
      firstPage: openLast + 1,
      lastPage: lastNumber(closed, openLast),
      contents: {
        ...shared,
        notices: [],
        items: items.filter(({ id }) => about.has(id)).map(item => packedItem(item, true)),
        papers: closed,
        answered: ofPapers(closed),
      },
    })
  }
  return result
}

function lastNumber(papers: readonly PackedPaper[], least: number): number {
  const numbers = papers.flatMap(({ pages }) => (pages === null ? [] : [Number(pages.last)]))
  return Math.max(least, ...numbers.filter(number => Number.isInteger(number)))
}

async function layOutAll(
  trx: Trx,
  by: Changing,
  { files }: Readiness,
  papers: readonly Paper[],
): Promise<ReadonlyMap<string, LaidOut>> {
  const laid = new Map<string, LaidOut>()
  for (const paper of papers) {
    const one = await layOut(await contentOf(trx, paper, files), by.at)
    if ('message' in one)
      throw invalid([{ field: 'papers', message: `“${paper.title}”: ${one.message}` }])
    laid.set(paper.id, one)
  }
  return laid
}

/** As the agenda has them: by item, then by their own order; those of no item at the end. */
export function inAgendaOrder(papers: readonly Paper[], items: readonly Item[]): readonly Paper[] {
  const place = (paper: Paper): number => {
    const at = items.findIndex(({ id }) => id === paper.itemId)
    return at < 0 ? items.length : at
  }
  return papers.toSorted((a, b) => place(a) - place(b) || a.position - b.position)
}

function packedItem(item: Item, isRestricted: boolean): PackedItem {
  const { id, number, title, kind, presenter, author, words, lateReason, lateBy } = item
  const isHidden = item.exempt !== null && !isRestricted
  return {
    id,
    number,
    title,
    kind,
    presenter,
    author,
    words: isHidden ? '' : words,
    exempt: item.exempt === null ? null : told(item.exempt, isRestricted),
    lateReason,
    lateBy,
  }
}

const told = (exempt: Exemption, isRestricted: boolean): Exemption =>
  isRestricted ? exempt : { ...exempt, publicInterest: '' }

export function packedPaper(
  paper: Paper,
  exempt: Exemption | null,
  laid: ReadonlyMap<string, LaidOut>,
  labels: readonly string[],
): PackedPaper {
  const { id, itemId, kind, title, author, words, fileSha, replaces, replacesWords } = paper
  const { length, starts } = laid.get(id) ?? { length: labels.length, starts: [] }
  return {
    id,
    itemId,
    kind,
    title,
    author,
    words,
    fileSha,
    exempt,
    pages: { first: labels[0] ?? '', last: labels.at(-1) ?? '' },
    replaces,
    replacesWords,
    length,
    starts: [...starts],
  }
}

/** That there is a paper which the public does not see, and by which rule. */
function withoutWords(paper: PackedPaper): PackedPaper {
  return {
    ...paper,
    title: paper.exempt === null ? '' : exemptLine(paper.exempt),
    author: '',
    words: null,
    fileSha: null,
    exempt: paper.exempt === null ? null : told(paper.exempt, false),
    pages: null,
    replacesWords: '',
    length: 0,
    starts: [],
  }
}

function shortNoticeIn(
  { shortNotice }: Readiness,
  { ground, reason }: Publishing,
): PackContents['shortNotice'] {
  if (shortNotice === null) return null
  const chosen = shortNotice.grounds.find(({ key }) => key === ground)
  return {
    ground: chosen?.title ?? '',
    reason: reason.trim(),
    days: shortNotice.days,
    wanted: shortNotice.wanted,
    due: longDay(shortNotice.deadline.due),
    law: chosen?.law ? citeLaw(chosen.law) : '',
  }
}

const answeredIn = ({ asks }: Readiness, { answers }: Publishing) =>
  asks.map(({ key, paper, fault }) => ({
    id: paper.id,
    paper: paper.title,
    fault: fault.says,
    reason: (answers[key] ?? '').trim(),
  }))
