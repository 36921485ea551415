import { type Body, bodyById } from '#bodies'
import type { Trx } from '#kit/db/index.ts'
import { notFound } from '#kit/http/index.ts'
import type { Item, Meeting } from './meeting.ts'
import { meetingPath, nameOfMeeting } from './names.ts'
import { itemsOf, meetingById } from './store/index.ts'

/** The meeting that a page is about, with its body and its agenda. */
export interface About {
  readonly meeting: Meeting
  readonly body: Body
  readonly items: readonly Item[]
}

/** @throws where there is no such meeting */
export async function aboutMeeting(trx: Trx, id: string): Promise<About> {
  const meeting = await meetingById(trx, id)
  const body = meeting === null ? null : await bodyById(trx, meeting.bodyId)
  if (meeting === null || body === null) throw notFound()
  return { meeting, body, items: await itemsOf(trx, id) }
}

export const meetingName = ({ body, meeting }: Pick<About, 'body' | 'meeting'>): string =>
  nameOfMeeting(body, meeting)

/** The way back from a page about a meeting. */
export const meetingCrumbs = (about: Pick<About, 'body' | 'meeting'>) => [
  { text: 'Meetings', href: '/meetings' },
  { text: meetingName(about), href: meetingPath(about.meeting.id) },
]

/** '5. Improvement plan'; null where it is about no item. */
export function itemName(items: readonly Item[], itemId: string | null): string | null {
  const item = items.find(each => each.id === itemId)
  return item === undefined ? null : `${item.number}. ${item.title}`
}
