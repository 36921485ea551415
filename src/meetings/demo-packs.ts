import { createHash } from 'node:crypto'
import type { Body } from '#bodies'
import { type Day, isoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import type { PackContents, PackedPaper } from './contents.ts'
import { demoNotices } from './demo-calendar.ts'
import type { DemoItem } from './demo-papers.ts'
import type { Item, Meeting, Paper } from './meeting.ts'
import { numberPages } from './page-labels.ts'
import { packedPaper, titleOf } from './publish.ts'
import { exemptionOfPaper } from './shown-agenda.ts'
import { insertPack, insertPaper } from './store/index.ts'

/** The identifier that a thing of the demonstration's meetings has each time it is made. */
export function demoMeetingId(body: string, on: Day, what = 'meeting'): string {
  const hash = createHash('sha256')
    .update(`demonstration ${what} ${body} ${isoDay(on)}`)
    .digest('hex')
  // Version 8 of RFC 9562: made by our own rule.
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

export const demoClerk = 'Democratic services officer'
interface Made {
  readonly item: Item
  readonly papers: readonly Paper[]
}

/** An item of the demonstration with its papers, not yet kept. */
export function madeOf(
  { title, kind, presenter, words, exempt, papers }: DemoItem,
  meeting: Meeting,
  at: number,
  number: number,
  addedAt: Date,
  publishedAt: Date | null,
): Made {
  const id = demoMeetingId(`${meeting.id} ${at}`, meeting.heldOn, 'item')
  const item: Item = {
    id,
    meetingId: meeting.id,
    position: at + 1,
    number: String(number),
    title,
    kind,
    presenter,
    author: '',
    words,
    education: false,
    exempt: exempt ?? null,
    lateReason: '',
    lateBy: '',
    withdrawnWords: null,
    addedAt,
    publishedAt,
  }
  return {
    item,
    papers: papers.map((paper, nth) => ({
      id: demoMeetingId(`${id} ${nth}`, meeting.heldOn, 'paper'),
      meetingId: meeting.id,
      itemId: id,
      position: at * 10 + nth + 1,
      kind: paper.kind,
      title: paper.title,
      author: paper.author,
      words: paper.words,
      fileSha: null,
      exempt: null,
      replaces: null,
      replacesWords: '',
      withdrawnWords: null,
      addedAt,
      addedBy: demoClerk,
      publishedAt,
      packId: null,
      pages: null,
    })),
  }
}

/** The papers of an agenda in a pack of their own pages; those kept from the public in another. */
export async function fillPapers(
  { trx, authority }: { readonly trx: Trx; readonly authority: string },
  about: {
    readonly body: Body
    readonly meeting: Meeting
    readonly made: readonly Made[]
    readonly outAt: Date | null
    readonly nth: number
    readonly after?: number
  },
): Promise<void> {
  const { body, meeting, made, outAt, nth, after = 0 } = about
  const items = made.map(({ item }) => item)
  const papers = made.flatMap(each => each.papers)
  if (outAt === null) {
    for (const paper of papers) await insertPaper(trx, authority, paper)
    return
  }
  const isClosed = (paper: Paper): boolean => exemptionOfPaper(paper, items) !== null
  const sorted = [...papers.filter(each => !isClosed(each)), ...papers.filter(isClosed)]
  const { labels } = numberPages(
    sorted.map(({ id }) => ({ id, length: 1, replaced: null })),
    after + 1,
    new Set(),
  )
  const laid = new Map(sorted.map(({ id }) => [id, { length: 1, starts: [0] }]))
  for (const restricted of [false, true]) {
    const own = sorted.filter(paper => isClosed(paper) === restricted)
    if (restricted && own.length === 0) continue
    const packed = own.map(paper =>
      packedPaper(paper, exemptionOfPaper(paper, items), laid, labels.get(paper.id) ?? []),
    )
    const packId = demoMeetingId(`${nth} ${restricted}`, meeting.heldOn, meeting.id)
    for (const [at, paper] of own.entries())
      await insertPaper(trx, authority, { ...paper, packId, pages: packed[at]?.pages ?? null })
    const openBefore = sorted.length - sorted.filter(isClosed).length
    const firstPage = after + 1 + (restricted ? openBefore : 0)
    await insertPack(trx, authority, {
      id: packId,
      meetingId: meeting.id,
      nth,
      restricted,
      title: titleOf(nth, restricted),
      firstPage,
      lastPage: firstPage + own.length - 1,
      fileSha: null,
      contents: contentsOf(body, meeting, items, packed, restricted),
      publishedAt: outAt,
      publishedBy: demoClerk,
    })
  }
}

function contentsOf(
  body: Body,
  meeting: Meeting,
  items: readonly Item[],
  papers: readonly PackedPaper[],
  restricted: boolean,
): PackContents {
  const own = restricted ? items.filter(({ exempt }) => exempt !== null) : items
  return {
    body: body.name,
    title: meeting.title,
    heldOn: isoDay(meeting.heldOn),
    startsAt: meeting.startsAt,
    venue: meeting.venue,
    clerk: body.clerk,
    notices: restricted ? [] : [...demoNotices],
    items: own.map(({ id, number, title, kind, presenter, author, words, exempt, ...rest }) => ({
      id,
      number,
      title,
      kind,
      presenter,
      author,
      words: exempt === null || restricted ? words : '',
      exempt: exempt === null || restricted ? exempt : { ...exempt, publicInterest: '' },
      lateReason: rest.lateReason,
      lateBy: rest.lateBy,
    })),
    papers: [...papers],
    shortNotice: null,
    answered: [],
  }
}
