import { xmlDocument } from '../xml-tree.ts'
import {
  committees,
  councillorsByWard,
  meeting,
  meetings,
  type MgCommittees,
  type MgCouncillorsByWard,
  type MgMeeting,
  type MgMeetings,
} from './shapes.ts'

/** What GetCommittees answers. */
export const writeModernGovCommittees = (value: MgCommittees): string =>
  xmlDocument(committees.write(value))

/** What GetCouncillorsByWard answers. */
export const writeModernGovCouncillors = (value: MgCouncillorsByWard): string =>
  xmlDocument(councillorsByWard.write(value))

/** What GetMeetings answers. */
export const writeModernGovMeetings = (value: MgMeetings): string =>
  xmlDocument(meetings.write(value))

/** What GetMeeting answers. */
export const writeModernGovMeeting = (value: MgMeeting): string => xmlDocument(meeting.write(value))
