import { type Day, isoDay } from '#calendar'
import { type Cell, csvText } from '#kit/files/csv-write.ts'
import { meetingName, type Published } from './published.ts'

/** One row for a meeting. */
export function meetingsCsv({ meetings, bodies }: Published): string {
  const headings = ['Id', 'Body', 'Meeting', 'Date', 'Starts', 'Ends', 'State', 'Mode', 'Venue']
  const rows = meetings.map((each): readonly Cell[] => [
    each.id,
    bodies.find(body => body.id === each.body)?.name ?? null,
    meetingName(each, bodies),
    isoDay(each.starts.day),
    each.starts.time,
    each.ends?.time ?? null,
    each.state,
    each.mode,
    each.venue === null ? null : [each.venue.room, each.venue.name].filter(Boolean).join(', '),
    each.items.length,
    each.url,
  ])
  return csvText([...headings, 'Agenda items', 'Address'], rows)
}

/** One row for a decision. */
export function decisionsCsv({ decisions, bodies }: Published): string {
  const headings = ['Id', 'Reference', 'Date', 'Decision maker', 'Body', 'Title', 'Recommended']
  const rows = decisions.map((each): readonly Cell[] => [
    each.id,
    each.reference,
    isoDay(each.madeOn),
    each.madeBy,
    bodies.find(body => body.id === each.body)?.name ?? null,
    each.title,
    each.recommended,
    each.resolved,
    each.reasons,
    each.isKey ? 'Yes' : 'No',
    each.vote?.for ?? null,
    each.vote?.against ?? null,
    each.vote?.abstained ?? null,
    each.url,
  ])
  const more = ['Resolved', 'Reasons', 'Key decision', 'For', 'Against', 'Abstained', 'Address']
  return csvText([...headings, ...more], rows)
}

/** One row for an action. */
export function actionsCsv({ actions, bodies, meetings }: Published): string {
  const headings = ['Id', 'Reference', 'Body', 'Meeting date', 'Action', 'Owner', 'Due', 'State']
  const dated = (day: Day | null | undefined): string | null => (day == null ? null : isoDay(day))
  const rows = actions.map((each): readonly Cell[] => [
    each.id,
    each.reference,
    bodies.find(body => body.id === each.body)?.name ?? null,
    dated(meetings.find(meeting => meeting.id === each.meeting)?.starts.day),
    each.words,
    each.owner,
    dated(each.dueOn),
    each.state,
    dated(each.closedOn),
    each.progress,
    each.url,
  ])
  return csvText([...headings, 'Closed', 'Progress', 'Address'], rows)
}
