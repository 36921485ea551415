import { randomUUID } from 'node:crypto'
import type { Changing } from '#findings'
import { type Json, record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { conflict, notFound } from '#kit/http/index.ts'
import type { Thing } from '#thread'
import type { Attendance, Item, Meeting, Paper } from './meeting.ts'
import {
  insertItem,
  insertMeeting,
  insertPaper,
  itemById,
  itemsOf,
  meetingById,
  paperById,
  papersOf,
  putAttendance,
  updateItem,
  updateMeeting,
  updatePaper,
} from './store/index.ts'

export const MEETING = 'meeting'
export const ITEM = 'agenda item'
export const PAPER = 'paper'
export const meetingThing = (id: string): Thing => ({ kind: MEETING, id })
export const itemThing = (id: string): Thing => ({ kind: ITEM, id })
export const paperThing = (id: string): Thing => ({ kind: PAPER, id })

/** A meeting that nobody knows of yet. */
export type NewMeeting = Pick<Meeting, 'bodyId' | 'heldOn' | 'startsAt'> & Partial<Meeting>

export async function arrangeMeeting(trx: Trx, by: Changing, asked: NewMeeting): Promise<Meeting> {
  const meeting: Meeting = {
    id: randomUUID(),
    title: '',
    endsAt: null,
    beganAt: null,
    concludedAt: null,
    mode: 'in person',
    venue: '',
    mapLink: '',
    joiningLink: '',
    state: 'confirmed',
    stateWords: '',
    movedTo: null,
    noticePublishedAt: null,
    agendaPublishedAt: null,
    sequence: 0,
    importedFrom: null,
    ...asked,
  }
  await insertMeeting(trx, by.authority, meeting, by.at)
  await note(trx, by, 'meeting.arranged', meetingThing(meeting.id), { body: meeting.bodyId })
  return meeting
}

/** What a calendar shows of a meeting: a change to any of it is a new edition of the entry. */
const inCalendar = [
  'title',
  'heldOn',
  'startsAt',
  'endsAt',
  'mode',
  'venue',
  'state',
  'movedTo',
] as const

/** Changes a meeting; which fields changed is in the journal, and never what they say. */
export async function changeMeeting(
  trx: Trx,
  by: Changing,
  id: string,
  fields: Partial<Omit<Meeting, 'id' | 'bodyId' | 'sequence'>>,
): Promise<Meeting> {
  const held = await meetingById(trx, id, true)
  if (held === null) throw notFound()
  const changed = { ...held, ...fields }
  const moves = inCalendar.some(field => changed[field] !== held[field])
  const meeting = { ...changed, sequence: held.sequence + (moves ? 1 : 0) }
  await updateMeeting(trx, meeting)
  await note(trx, by, 'meeting.changed', meetingThing(id), { fields: Object.keys(fields) })
  return meeting
}

/** An item that is not on the agenda yet; it goes to the end unless it says where. */
export type NewItem = Pick<Item, 'meetingId' | 'number' | 'title' | 'kind'> & Partial<Item>

export async function addItem(trx: Trx, by: Changing, asked: NewItem): Promise<Item> {
  const others = await itemsOf(trx, asked.meetingId)
  const item: Item = {
    id: randomUUID(),
    position: Math.max(0, ...others.map(each => each.position)) + 1,
    presenter: '',
    author: '',
    words: '',
    education: false,
    exempt: null,
    lateReason: '',
    lateBy: '',
    withdrawnWords: null,
    addedAt: by.at,
    publishedAt: null,
    ...asked,
  }
  await insertItem(trx, by.authority, item)
  await note(trx, by, 'item.added', itemThing(item.id), { meeting: item.meetingId })
  return item
}

const saysOfItem = ['number', 'title', 'kind', 'words', 'presenter', 'author', 'exempt'] as const

/** Changes an item; of one that was published only where it stands, and whether it is withdrawn. */
export async function changeItem(
  trx: Trx,
  by: Changing,
  id: string,
  fields: Partial<Omit<Item, 'id' | 'meetingId'>>,
): Promise<Item> {
  const held = await itemById(trx, id, true)
  if (held === null) throw notFound()
  if (held.publishedAt !== null && saysOfItem.some(field => field in fields))
    throw conflict(
      'This item has been published, so its words stay as they are. Withdraw it, and add another.',
    )
  const item = { ...held, ...fields }
  await updateItem(trx, item)
  await note(trx, by, 'item.changed', itemThing(id), { fields: Object.keys(fields) })
  return item
}

export type NewPaper = Pick<Paper, 'meetingId' | 'itemId' | 'kind' | 'title'> & Partial<Paper>

export async function addPaper(trx: Trx, by: Changing, asked: NewPaper): Promise<Paper> {
  const others = await papersOf(trx, asked.meetingId)
  const paper: Paper = {
    id: randomUUID(),
    position: Math.max(0, ...others.map(each => each.position)) + 1,
    author: '',
    words: null,
    fileSha: null,
    exempt: null,
    replaces: null,
    replacesWords: '',
    withdrawnWords: null,
    addedAt: by.at,
    addedBy: by.actorName,
    publishedAt: null,
    packId: null,
    pages: null,
    ...asked,
  }
  await insertPaper(trx, by.authority, paper)
  await note(trx, by, 'paper.added', paperThing(paper.id), { meeting: paper.meetingId })
  return paper
}

/**
 * Changes a paper that nobody outside has seen. What was published stays as it was: another paper
 * takes its place.
 */
export async function changePaper(
  trx: Trx,
  by: Changing,
  id: string,
  fields: Partial<Omit<Paper, 'id' | 'meetingId'>>,
): Promise<Paper> {
  const held = await paperById(trx, id, true)
  if (held === null) throw notFound()
  const touchesContent = ['title', 'words', 'fileSha', 'exempt'].some(field => field in fields)
  if (held.publishedAt !== null && touchesContent)
    throw conflict(
      'This paper has been published, so its words stay as they are. Add a paper that replaces it.',
    )
  const paper = { ...held, ...fields }
  await updatePaper(trx, paper)
  await note(trx, by, 'paper.changed', paperThing(id), { fields: Object.keys(fields) })
  return paper
}

/** Writes down that somebody was at a meeting, sent apologies, or stood in for another. */
export async function noteAttendance(
  trx: Trx,
  by: Changing,
  attendance: Omit<Attendance, 'id'> & { readonly id?: string },
): Promise<Attendance> {
  const noted = { ...attendance, id: attendance.id ?? randomUUID() }
  await putAttendance(trx, by.authority, noted)
  await note(trx, by, 'attendance.noted', meetingThing(noted.meetingId), { how: noted.how })
  return noted
}

async function note(
  trx: Trx,
  { actor, at }: Changing,
  action: string,
  subject: Thing,
  detail: Readonly<Record<string, Json>>,
): Promise<void> {
  await record(trx, { actor, action, subject, detail }, at)
}
