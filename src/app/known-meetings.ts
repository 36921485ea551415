import { allBodies } from '#bodies'
import { COMMITMENT, type CommitmentsRooms } from '#commitments'
import { ITEM, type Item, itemsOf, type Meeting, meetingPath, meetingsBetween } from '#meetings'
import { linksTo } from '#thread'

/** Meetings of the last year and of the next, with what on their agendas answers which commitment. */
export const knownMeetings: CommitmentsRooms['meetingsOf'] = async (trx, today) => {
  const meetings = (await meetingsBetween(trx, today - YEAR, today + YEAR)).filter(
    ({ state }) => state !== 'cancelled' && state !== 'postponed',
  )
  const items = (await itemsOf(trx, ...meetings.map(each => each.id))).filter(
    each => each.withdrawnWords === null,
  )
  const names = new Map((await allBodies(trx)).map(each => [each.id, each.name]))
  const answered = (await linksTo(trx, COMMITMENT, 'answers')).filter(
    ({ from }) => from.kind === ITEM,
  )
  return meetings.map(meeting => {
    const mine = items.filter(each => each.meetingId === meeting.id)
    return {
      meetingId: meeting.id,
      bodyId: meeting.bodyId,
      bodyName: names.get(meeting.bodyId) ?? '',
      on: meeting.heldOn,
      href: meetingPath(meeting.id),
      drawnUp: isDrawnUp(meeting, mine, today),
      items: mine.filter(isMatter).map(({ id, title }) => ({
        id,
        title,
        commitmentIds: answered.filter(({ from }) => from.id === id).map(({ to }) => to.id),
      })),
    }
  })
}

/** What each meeting begins with takes no time that a report could have. */
const isMatter = ({ kind }: Item): boolean =>
  kind === 'report' || kind === 'verbal update' || kind === 'presentation' || kind === 'other'

const YEAR = 370
/** From so many days before a meeting on, what its agenda lacks is missing. */
const SOON = 14

/** A meeting begins with the items that each has: nothing is missing until the agenda is made of more. */
function isDrawnUp(meeting: Meeting, items: readonly Item[], today: number): boolean {
  return (
    meeting.agendaPublishedAt !== null ||
    meeting.heldOn - today <= SOON ||
    items.some(({ kind }) => kind === 'report' || kind === 'presentation')
  )
}
