import { createHash } from 'node:crypto'
import { type Body, bodyById } from '#bodies'
import type { Day } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { notFound } from '#kit/http/index.ts'
import { checkPaper, type Fault } from '#papers'
import { type ShortNotice, shortNoticeOf, urgentItem, usualHabits } from './dates.ts'
import { exclusionLaw, executiveExclusionLaw, publicInterestTest } from './exemptions.ts'
import { isArranged, type Item, type Meeting, type Paper } from './meeting.ts'
import {
  type FileFacts,
  filesFacts,
  habitsOf,
  itemsOf,
  meetingById,
  papersOf,
} from './store/index.ts'

/** Something that has to be mended before anything is published. */
export interface Stop {
  readonly words: string
  readonly href: string
}

/** Something that a check found in a paper; `key` names the field for the reason. */
export interface Asked {
  readonly key: string
  readonly paper: Paper
  readonly fault: Fault
}

/** What would be published now, and what stands against it. */
export interface Readiness {
  readonly meeting: Meeting
  readonly body: Body
  /** Whether this is the agenda itself; otherwise it is a supplement. */
  readonly isFirst: boolean
  readonly items: readonly Item[]
  readonly papers: readonly Paper[]
  readonly files: ReadonlyMap<string, FileFacts>
  readonly shortNotice: ShortNotice | null
  readonly stops: readonly Stop[]
  /** Has to be mended or answered with a reason. */
  readonly asks: readonly Asked[]
  readonly looks: readonly Asked[]
  readonly notes: readonly Stop[]
}

export const isFresh = (thing: {
  readonly publishedAt: Date | null
  readonly withdrawnWords: string | null
}): boolean => thing.publishedAt === null && thing.withdrawnWords === null

/** Looks at everything of a meeting that is not published yet. */
export async function readinessOf(trx: Trx, meetingId: string, today: Day): Promise<Readiness> {
  const meeting = await meetingById(trx, meetingId)
  const body = meeting === null ? null : await bodyById(trx, meeting.bodyId)
  if (meeting === null || body === null) throw notFound()
  const allItems = await itemsOf(trx, meetingId)
  const allPapers = await papersOf(trx, meetingId)
  const items = allItems.filter(isFresh)
  const papers = allPapers.filter(isFresh)
  const files = await filesFacts(
    trx,
    papers.flatMap(({ fileSha }) => fileSha ?? []),
  )
  const isFirst = meeting.agendaPublishedAt === null
  const habits = (await habitsOf(trx, body.id)) ?? usualHabits
  const short = shortNoticeOf(body, meeting.heldOn, today, habits)
  const found = papers.flatMap(paper => faultsOf(paper, files, today))
  const isUnanswered = ({ fault }: Asked): boolean => fault.severity === 'stops publication'
  return {
    meeting,
    body,
    isFirst,
    items,
    papers,
    files,
    // An agenda that is out late was called late; what comes after it is an urgent item.
    shortNotice:
      short === null || isFirst
        ? short
        : { ...short, grounds: body.access === 'none' ? short.grounds : [urgentItem(body.access)] },
    stops: stopsOf({
      meeting,
      body,
      items,
      papers,
      allItems,
      files,
      isLate: short !== null && !isFirst,
    }),
    asks: found.filter(isUnanswered),
    looks: found.filter(each => !isUnanswered(each)),
    notes: notesOf(meeting, allItems, allPapers),
  }
}

function faultsOf(
  paper: Paper,
  files: ReadonlyMap<string, FileFacts>,
  today: Day,
): readonly Asked[] {
  const text = wordsOf(paper, files)
  if (text.trim() === '') return []
  return checkPaper({ text, today }).map(fault => ({
    key: `answer-${keyOf(paper, fault)}`,
    paper,
    fault,
  }))
}

/** The same fault has the same key for as long as the words around it stay. */
function keyOf(paper: Paper, fault: Fault): string {
  const what = `${paper.id}\n${fault.kind}\n${fault.where.excerpt}\n${fault.says}`
  return createHash('sha256').update(what).digest('hex').slice(0, 12)
}

export function wordsOf(
  { words, fileSha }: Pick<Paper, 'words' | 'fileSha'>,
  files: ReadonlyMap<string, FileFacts>,
): string {
  return words ?? (fileSha === null ? '' : (files.get(fileSha)?.words ?? ''))
}

function stopsOf(about: {
  readonly meeting: Meeting
  readonly body: Body
  readonly items: readonly Item[]
  readonly papers: readonly Paper[]
  readonly allItems: readonly Item[]
  readonly files: ReadonlyMap<string, FileFacts>
  readonly isLate: boolean
}): readonly Stop[] {
  const { meeting, body, items, papers, allItems, files } = about
  const exclusion = body.access === 'executive' ? executiveExclusionLaw : exclusionLaw
  const at10 = `${publicInterestTest.document}, ${publicInterestTest.paragraph}`
  const at = `/meetings/${meeting.id}`
  const stops: Stop[] = []
  if (!isArranged(meeting))
    stops.push({
      words: `This meeting is ${meeting.state}, so nothing is published for it.`,
      href: at,
    })
  if (allItems.length === 0)
    stops.push({ words: 'There is nothing on the agenda.', href: `${at}/agenda` })
  else if (items.length === 0 && papers.length === 0)
    stops.push({ words: 'Everything there is has been published.', href: at })
  for (const item of items) {
    const href = `${at}/items/${item.id}`
    if (item.exempt !== null && lacksTest(item))
      stops.push({
        words: `Item ${item.number}, ${item.title}, is to be kept from the public and does not say why the public interest is in keeping it back (${at10}).`,
        href,
      })
    if (about.isLate && (item.lateReason === '' || item.lateBy === ''))
      stops.push({
        words: `Item ${item.number}, ${item.title}, comes after the agenda. Say why it cannot wait, and which chair agreed.`,
        href,
      })
  }
  for (const paper of papers) {
    const href = `${at}/papers/${paper.id}/change`
    if (paper.exempt !== null && lacksTest(paper))
      stops.push({
        words: `“${paper.title}” is to be kept from the public and does not say why the public interest is in keeping it back (${at10}).`,
        href,
      })
    const barred = paper.fileSha === null ? null : files.get(paper.fileSha)?.barred
    if (barred) stops.push({ words: `“${paper.title}”: ${barred}`, href })
    if (paper.fileSha === null && (paper.words ?? '').trim() === '')
      stops.push({ words: `“${paper.title}” has no words and no file yet.`, href })
  }
  const closed = [...items, ...papers].some(({ exempt }) => exempt !== null)
  const excludes = allItems.some(
    ({ kind, withdrawnWords }) => kind === 'exclusion' && withdrawnWords === null,
  )
  if (closed && !excludes)
    stops.push({
      words: `Something is to be taken without the public, and no item asks the meeting to resolve that they leave (${exclusion.document}, ${exclusion.paragraph}).`,
      href: `${at}/agenda#exclusion`,
    })
  return stops
}

const lacksTest = ({ exempt }: Pick<Item, 'exempt'>): boolean =>
  exempt !== null && !exempt.confidential && exempt.publicInterest.trim() === ''

/** What is no fault and may be forgotten: a report that is not there. */
function notesOf(
  meeting: Meeting,
  items: readonly Item[],
  papers: readonly Paper[],
): readonly Stop[] {
  return items.flatMap(item => {
    if (item.kind !== 'report' || item.withdrawnWords !== null) return []
    const own = papers.filter(each => each.itemId === item.id && each.withdrawnWords === null)
    if (own.length > 0) return []
    return [
      {
        words: `Item ${item.number}, ${item.title}, has no paper. If it is spoken only, make it a verbal update.`,
        href: `/meetings/${meeting.id}/items/${item.id}`,
      },
    ]
  })
}
