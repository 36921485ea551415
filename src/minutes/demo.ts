import { createHash } from 'node:crypto'
import { demoBodiesId } from '#bodies'
import { type Day, parseIsoDay } from '#calendar'
import { commitmentById, commitmentThing, demoCommitmentId, updateCommitment } from '#commitments'
import type { Changing } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import {
  addItem,
  arrangeMeeting,
  attendanceOf,
  type Item,
  itemsOf,
  type Meeting,
  meetingsBetween,
  meetingsOfBody,
} from '#meetings'
import { ensureLink } from '#thread'
import { changeParagraph, heldMinutes, minutesThing, note, paragraphThing } from './change.ts'
import { earlyMinutes } from './demo-early.ts'
import { lateMinutes } from './demo-late.ts'
import type { DemoItem, DemoMinutes, DemoParagraph } from './demo-story.ts'
import { numbered, type Paragraph } from './minutes.ts'
import { publishWhatWasRaised } from './publish.ts'
import { originOf } from './raise.ts'
import {
  addChange,
  bindFigure,
  insertParagraphs,
  paragraphsOf,
  putVote,
  updateMinutes,
} from './store/index.ts'
import { usualWords } from './usual-words.ts'

export const demoMinutes: readonly DemoMinutes[] = [...earlyMinutes, ...lateMinutes]

/** The identifier that a paragraph or meeting of the demonstration has each time it is made. */
function demoId(name: string): string {
  const hash = createHash('sha256').update(`demonstration minutes ${name}`).digest('hex')
  // Version 8 of RFC 9562: made by our own rule.
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

const dayOf = (iso: string): Day => parseIsoDay(iso) ?? 0
const hour = 3_600_000
const morning = (day: Day): Date => new Date(day * 24 * hour + 9 * hour)

const writer = (authority: string, on: Day): Changing => ({
  authority,
  actor: 'demonstration',
  actorName: 'Democratic services officer',
  at: new Date(on * 24 * hour + 15 * hour),
  today: on,
})

/**
 * Fills the demonstration with minutes from 2017 to 2026: drafts and agreed ones, corrections, a vote,
 * an exempt item, what was raised and what nobody has raised yet. Its bodies, meetings and commitments
 * come first; each is told of the meeting of its body that is nearest to its day, and where there is
 * none one is arranged.
 * @param at what is dated later than this is left out
 */
export async function fillDemoMinutes(trx: Trx, authority: string, at: Date): Promise<void> {
  const today = Math.floor(at.getTime() / (24 * hour))
  const told: (readonly [DemoMinutes, Meeting])[] = []
  for (const each of demoMinutes.toSorted((a, b) => a.on.localeCompare(b.on))) {
    const taken = new Set(told.map(([, { id }]) => id))
    if (dayOf(each.on) < today) told.push([each, await meetingFor(trx, authority, each, taken)])
  }
  // Minutes are agreed at the next meeting, so all of them are there first.
  for (const [each, meeting] of told) await fillOne(trx, authority, each, meeting, today)
}

async function fillOne(
  trx: Trx,
  authority: string,
  told: DemoMinutes,
  meeting: Meeting,
  today: Day,
): Promise<void> {
  const by = writer(authority, meeting.heldOn)
  const minutes = await heldMinutes(trx, by, meeting.id)
  // Filled once, and what somebody wrote in the meantime is theirs.
  if ((await paragraphsOf(trx, meeting.id)).length > 0) return
  const others = (await meetingsOfBody(trx, meeting.bodyId)).filter(
    each => each.state === 'held' && each.heldOn <= today,
  )
  const before = others.find(each => each.heldOn < meeting.heldOn)
  const next = others.findLast(each => each.heldOn > meeting.heldOn)
  const paragraphs = await writtenFor(trx, by, told, meeting, before?.heldOn ?? null)
  await insertParagraphs(
    trx,
    by,
    paragraphs.map(({ paragraph }, nth) => ({ ...paragraph, position: nth + 1 })),
  )
  for (const each of paragraphs) await fillParagraph(trx, by, each.told, each.paragraph)
  if (told.state === 'being written') return
  const published = writer(authority, Math.min(today, meeting.heldOn + 12))
  const isAgreed = told.state === 'agreed' && next !== undefined
  await updateMinutes(trx, {
    ...minutes,
    state: isAgreed ? 'agreed' : 'draft',
    publishedAt: published.at,
    publishedBy: published.actorName,
    agreedOn: isAgreed ? next.heldOn : null,
    agreedAtMeeting: isAgreed ? next.id : null,
    agreedWords: isAgreed ? (told.amendments ?? '') : '',
    signedBy: isAgreed ? (told.signedBy ?? '') : '',
    version: 2,
  })
  await note(trx, published, 'minutes.published', minutesThing(meeting.id))
  await publishWhatWasRaised(trx, published, meeting.id)
  if (next !== undefined) await correct(trx, writer(authority, next.heldOn), paragraphs)
}

interface Written {
  readonly told: DemoParagraph
  readonly paragraph: Paragraph
}

/** The paragraphs of all items in the order of the agenda; those that nothing is told of were noted. */
async function writtenFor(
  trx: Trx,
  by: Changing,
  told: DemoMinutes,
  meeting: Meeting,
  before: Day | null,
): Promise<readonly Written[]> {
  const own = new Map<string, DemoItem>()
  for (const item of told.items) own.set((await itemFor(trx, by, meeting, item)).id, item)
  const items = await itemsOf(trx, meeting.id)
  const usual = usualWords(await attendanceOf(trx, meeting.id), items, before)
  const front = usual.filter(each => each.itemId === null)
  const inItems = items.flatMap(item => {
    const said = [
      ...usual.filter(each => each.itemId === item.id),
      ...(own.get(item.id)?.said ?? []),
    ]
    const business = !['apologies', 'minutes', 'declarations', 'exclusion'].includes(item.kind)
    const all: readonly DemoParagraph[] =
      said.length > 0 ? said : business ? [{ words: 'The report was noted.' }] : []
    return all.map(each => ({ item, each }))
  })
  const all = [...front.map(each => ({ item: null, each })), ...inItems]
  const plain = all.map(
    ({ item, each }, nth): Paragraph => ({
      id: demoId(`${told.body} ${told.on} ${nth}`),
      meetingId: meeting.id,
      itemId: item?.id ?? null,
      position: nth + 1,
      number: '',
      kind: each.kind ?? 'text',
      words: 'was' in each && each.was !== undefined ? each.was.words : each.words,
      struck: false,
      version: 1,
    }),
  )
  return numbered(plain, items).flatMap((paragraph, nth) => {
    const each = all[nth]?.each
    return each === undefined ? [] : [{ told: each, paragraph }]
  })
}

const NEAR_DAYS = 28

/** The meeting that is nearest to the day that is told of, unless other minutes are of it. */
async function meetingFor(
  trx: Trx,
  authority: string,
  told: DemoMinutes,
  taken: ReadonlySet<string>,
): Promise<Meeting> {
  const by = writer(authority, dayOf(told.on))
  const bodyId = demoBodiesId('body', told.body)
  const on = dayOf(told.on)
  const near = (await meetingsBetween(trx, on - NEAR_DAYS, on + NEAR_DAYS, bodyId))
    .filter(each => each.state === 'held' && !taken.has(each.id))
    .toSorted((a, b) => Math.abs(a.heldOn - on) - Math.abs(b.heldOn - on))
  return (
    near[0] ??
    arrangeMeeting(trx, by, {
      id: demoId(`meeting ${told.body} ${told.on}`),
      bodyId,
      heldOn: on,
      startsAt: told.began,
      beganAt: told.began,
      concludedAt: told.concluded,
      venue: 'County Hall',
      state: 'held',
      agendaPublishedAt: morning(on - 8),
    })
  )
}

/** The item of the agenda by its title or its kind; one that is not there is added. */
async function itemFor(trx: Trx, by: Changing, meeting: Meeting, told: DemoItem): Promise<Item> {
  const items = await itemsOf(trx, meeting.id)
  const routine = ['apologies', 'minutes', 'declarations'].includes(told.kind)
  const same = items.find(each => each.title === told.title || (routine && each.kind === told.kind))
  if (same !== undefined) return same
  return addItem(trx, by, {
    meetingId: meeting.id,
    number: nextNumber(items),
    title: told.title,
    kind: told.kind,
    presenter: told.presenter ?? '',
    exempt:
      told.exempt === undefined
        ? null
        : {
            ...told.exempt,
            confidential: false,
            publicInterest:
              'The council would pay more if the offers were known before it decides.',
          },
    publishedAt: morning(meeting.heldOn - 8),
  })
}

/** '4' after 3; where numbers run on from meeting to meeting '123A', since 124 is of the next. */
function nextNumber(items: readonly Item[]): string {
  const last = items.at(-1)?.number ?? '0'
  const [, figures = '0', letters = ''] = /^(\d+)([A-Z]?)/.exec(last) ?? []
  const isRunning = items.length > 0 && !items.some(each => each.number === '1')
  if (!isRunning) return String(Number(figures) + 1)
  return `${figures}${letters === '' ? 'A' : String.fromCharCode(letters.charCodeAt(0) + 1)}`
}

async function fillParagraph(
  trx: Trx,
  by: Changing,
  told: DemoParagraph,
  paragraph: Paragraph,
): Promise<void> {
  await addChange(trx, by, paragraph.meetingId, {
    paragraphId: paragraph.id,
    what: 'added',
    before: '',
    after: paragraph.words,
    reason: '',
    afterPublication: false,
  })
  if (told.vote !== undefined)
    await putVote(trx, by.authority, {
      ...told.vote,
      paragraphId: paragraph.id,
      proposer: '',
      seconder: '',
      named: false,
      ballots: [],
    })
  if (told.figure !== undefined)
    await bindFigure(trx, by.authority, {
      ...told.figure,
      paragraphId: paragraph.id,
      indicator: told.figure.indicator ?? null,
      at: by.at,
      actorName: by.actorName,
    })
  if (told.commitment !== undefined) await claim(trx, by, told.commitment, paragraph)
}

/** A commitment of the demonstration comes from the paragraph that says it. */
async function claim(trx: Trx, by: Changing, key: string, paragraph: Paragraph): Promise<void> {
  const commitment = await commitmentById(trx, demoCommitmentId(key))
  if (commitment === null) return
  await updateCommitment(trx, { ...commitment, origin: await originOf(trx, paragraph) })
  await ensureLink(
    trx,
    {
      from: commitmentThing(commitment.id),
      relation: 'comes from',
      to: paragraphThing(paragraph.id),
    },
    by,
  )
}

async function correct(trx: Trx, by: Changing, paragraphs: readonly Written[]): Promise<void> {
  for (const { told, paragraph } of paragraphs)
    if (told.was !== undefined)
      await changeParagraph(trx, by, paragraph.id, {
        words: told.words,
        version: 1,
        reason: told.was.reason,
      })
}
