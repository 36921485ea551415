import { type Council, isTryOut } from '#council'
import type { Day } from '#calendar'
import type { Published, PublishedCouncil } from '#exchange'
import type { Trx } from '#kit/db/index.ts'
import { gatherBodies, LONG_AGO } from './gather-bodies.ts'
import { gatherActions, gatherDecisions } from './gather-decided.ts'
import { gatherMeetings } from './gather-meetings.ts'
import { gatherQuestions } from './gather-questions.ts'
import { publicPath } from './paths.ts'
import type { PublicRecord } from './record.ts'

/**
 * What a council has published, and nothing else: the one gate between what is kept and what
 * anybody sees. In it are listed bodies with their seats, announced meetings, what was published of
 * their agendas, papers, questions and minutes, decisions and notices that were published and are
 * not exempt, and what was asked for in public with what became of it.
 * @param only one meeting, where the others are not asked for; null for all
 */
export async function publishedRecord(
  trx: Trx,
  council: Council,
  today: Day,
  only: string | null = null,
): Promise<PublicRecord> {
  const seats = await gatherBodies(trx, today)
  const meetings = await gatherMeetings(trx, seats, only)
  const decided = await gatherDecisions(trx, seats, meetings, today)
  const asked = await gatherActions(trx, seats, meetings, today)
  const published: Published = {
    council: councilOf(council),
    bodies: seats.bodies,
    people: seats.people,
    meetings: meetings.neutral,
    decisions: decided.neutral,
    questions: await gatherQuestions(trx, meetings),
    actions: asked.neutral,
    withdrawn: [],
  }
  return {
    published,
    bodies: seats.details,
    people: seats.peopleDetails,
    meetings: meetings.details,
    decisions: decided.decisions,
    keptBack: decided.keptBack,
    notices: decided.notices,
    actions: asked.actions,
  }
}

function councilOf(council: Council): PublishedCouncil {
  return {
    id: council.code,
    name: isTryOut(council) ? 'Files to try out' : council.name,
    website: publicPath,
    contactName: null,
    contactEmail: null,
    terms: [],
    createdAt: LONG_AGO,
    modifiedAt: LONG_AGO,
  }
}

/** The same with whole addresses in place of paths. */
export function withAddresses(published: Published, base: string): Published {
  const whole = <Thing extends { readonly url: string | null }>(thing: Thing): Thing => ({
    ...thing,
    url: thing.url === null ? null : addressIn(thing.url, base),
  })
  const papers = (all: Published['meetings'][number]['papers']) =>
    all.map(paper => ({ ...whole(paper), file: whole(paper.file) }))
  return {
    ...published,
    council: { ...published.council, website: addressIn(publicPath, base) },
    bodies: published.bodies.map(whole),
    people: published.people.map(whole),
    meetings: published.meetings.map(meeting => ({
      ...whole(meeting),
      papers: papers(meeting.papers),
      items: meeting.items.map(item =>
        item.exempt === null ? { ...item, papers: papers(item.papers) } : item,
      ),
    })),
    decisions: published.decisions.map(whole),
    questions: published.questions.map(whole),
    actions: published.actions.map(whole),
  }
}

const addressIn = (path: string, base: string): string => new URL(path, base).href
