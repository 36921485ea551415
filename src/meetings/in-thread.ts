import { bodiesById } from '#bodies'
import type { Trx } from '#kit/db/index.ts'
import { type Viewer, permits } from '#people'
import type { Described, KindOfThing } from '#thread'
import { ITEM, MEETING, PAPER } from './change.ts'
import { meetingStates } from './meeting.ts'
import { meetingPath, nameOfItem, nameOfMeeting, paperPath } from './names.ts'
import { seeDrafts } from './policy.ts'
import { exemptionOfPaper } from './shown-agenda.ts'
import { itemById, itemsOf, meetingsById, paperById } from './store/index.ts'

/** How the thread shows a meeting. */
export const meetingKind: KindOfThing = {
  kind: MEETING,
  name: 'Meeting',
  describe: async (trx, ids) => {
    const meetings = await meetingsById(trx, ids)
    const bodies = await bodiesById(
      trx,
      meetings.map(({ bodyId }) => bodyId),
    )
    return new Map(
      meetings.flatMap((meeting): [string, Described][] => {
        const body = bodies.find(({ id }) => id === meeting.bodyId)
        if (body === undefined) return []
        const title = nameOfMeeting(body, meeting)
        const state = meetingStates[meeting.state]
        return [[meeting.id, { title, href: meetingPath(meeting.id), state }]]
      }),
    )
  },
}

/** How the thread shows an item of an agenda: once it is published, or to those who see drafts. */
export const itemKind: KindOfThing = {
  kind: ITEM,
  name: 'Agenda item',
  describe: async (trx, ids, viewer) => {
    const described = new Map<string, Described>()
    for (const id of ids) {
      const item = await itemById(trx, id)
      if (item === null || (item.publishedAt === null && !permits(seeDrafts, viewer))) continue
      described.set(id, {
        title: nameOfItem(item),
        href: `${meetingPath(item.meetingId)}#item-${item.number || item.id}`,
        state: item.publishedAt === null ? 'Draft' : 'Published',
      })
    }
    return described
  },
}

/** How the thread shows a paper: to those who may read it, and others do not see that it is there. */
export const paperKind: KindOfThing = {
  kind: PAPER,
  name: 'Paper',
  describe: async (trx, ids, viewer) => {
    const described = new Map<string, Described>()
    for (const id of ids) {
      const one = await describePaper(trx, id, viewer)
      if (one !== null) described.set(id, one)
    }
    return described
  },
}

async function describePaper(trx: Trx, id: string, viewer: Viewer): Promise<Described | null> {
  const paper = await paperById(trx, id)
  if (paper === null) return null
  const exempt = exemptionOfPaper(paper, await itemsOf(trx, paper.meetingId))
  const isPublic = paper.publishedAt !== null && exempt === null
  if (!isPublic && !permits(seeDrafts, viewer)) return null
  const state =
    paper.withdrawnWords !== null ? 'Withdrawn' : paper.publishedAt === null ? 'Draft' : 'Published'
  return { title: paper.title, href: paperPath(paper), state }
}
