import {
  attribute,
  countOf,
  day,
  flag,
  id,
  leftOut,
  list,
  number,
  part,
  plain,
  type Shape,
  shape,
  text,
  time,
  words,
} from './fields.ts'

type Of<S> = S extends Shape<infer Value> ? Value : never

/**
 * The answers of mgWebService.asmx, the XML service of ModernGov. Names of elements and what they
 * hold are as three councils' answers have them; there is no published description of them.
 */

const committee = shape('committee', {
  id: id('committeeid'),
  title: text('committeetitle'),
  isDeleted: flag('committeedeleted'),
  isExpired: flag('committeeexpired'),
  category: text('committeecategory'),
})
export type MgCommittee = Of<typeof committee>

export const committees = shape('committees', {
  count: countOf('committeescount', 'committee'),
  committees: list(null, committee),
})
export type MgCommittees = Of<typeof committees>

const workAddress = shape('workaddress', {
  line1: text('line1'),
  line2: text('line2'),
  line3: text('line3'),
  line4: text('line4'),
  postcode: text('postcode'),
  phone: text('phone'),
  mobile: text('mobile'),
  email: text('email'),
})

const termOfOffice = shape('termofoffice', {
  startsOn: day('startdate'),
  endsOn: day('enddate'),
})

const councillor = shape('councillor', {
  id: id('councillorid'),
  name: text('fullusername'),
  photoSmall: plain('photosmallurl'),
  photoBig: plain('photobigurl'),
  party: text('politicalpartytitle'),
  group: text('politicalgrouptitle'),
  ward: text('wardtitle'),
  representing: text('representing'),
  keyPosts: text('keyposts'),
  workAddress: part(workAddress),
  homeAddress: leftOut('homeaddress', 'Home addresses were left out.'),
  terms: list('termsofoffice', termOfOffice),
})
export type MgCouncillor = Of<typeof councillor>

const ward = shape('ward', {
  id: plain('wardid'),
  title: text('wardtitle'),
  councillors: list('councillors', councillor),
})
export type MgWard = Of<typeof ward>

export const councillorsByWard = shape('councillorsbyward', { wards: list('wards', ward) })
export type MgCouncillorsByWard = Of<typeof councillorsByWard>

const meetingSummary = shape('meeting', {
  id: id('meetingid'),
  day: day('meetingdate'),
  status: text('meetingstatus'),
  time: time('meetingtime'),
  location: text('meetinglocation'),
  isWebcast: flag('iswebcast'),
})
export type MgMeetingSummary = Of<typeof meetingSummary>

const committeeMeetings = shape('committee', {
  id: id('committeeid'),
  title: text('committeetitle'),
  count: countOf('committeemeetingcount', 'meeting'),
  meetings: list('committeemeetings', meetingSummary),
})
export type MgCommitteeMeetings = Of<typeof committeeMeetings>

export const meetings = shape('getmeetings', {
  meetingsCount: countOf('meetingscount', 'meeting'),
  committeesCount: countOf('committeescount', 'committee'),
  committees: list(null, committeeMeetings),
})
export type MgMeetings = Of<typeof meetings>

const linkedDocument = shape('linkeddoc', {
  id: id('attachmentid'),
  title: text('title'),
  isUrl: flag('isurl'),
  url: plain('url'),
  isRestricted: flag('isrestricted'),
  restrictions: text('restrictionsRef'),
  number: number('itemnum'),
  publishedOn: day('publicationdate'),
  meetingOn: day('meetingdate'),
  decidedOn: day('decisiondate'),
  committee: text('committeetitle'),
  isDecisionAttachment: flag('isdecisionattachment'),
  owner: text('ownertitle'),
})
export type MgDocument = Of<typeof linkedDocument>

const agendaItem = shape('agendaitem', {
  id: id('agendaitemid'),
  title: text('agendaitemtitle'),
  text: words('agendatext'),
  actualMeetingOn: day('actualmeetingdate'),
  /** Where it stands on the agenda; what people see is `displayNumber`. */
  number: number('agendaitemnumber'),
  subNumber: text('agendaitemsubnumber'),
  displayNumber: text('fulldisplaynumberformat'),
  author: text('authorusername'),
  commentLabel1: text('commentlabel1'),
  comment1: text('commenttext1'),
  commentLabel2: text('commentlabel2'),
  comment2: text('commenttext2'),
  minutes: words('minutesnonemptyhtmlbody'),
  decision: words('decisionnonemptyhtmlbody'),
  declarations: number('declarationcount'),
  isCallIn: flag('iscallin'),
  isComment: flag('iscomment'),
  isDecision: flag('isdecision'),
  isDecisionPublished: flag('isdecisionpublished'),
  isMinutePublished: flag('isminutepublished'),
  isPublicSpeaking: flag('ispubliccanspeak'),
  isRestricted: flag('isrestricted'),
  isDisplayAllowed: flag('isdisplayallowed'),
  meetingOn: day('meetingdate'),
  meetingTime: time('meetingtime'),
  minutesNumber: text('minutesitemnumber'),
  minutesSubNumber: text('minutesitemsubnumber'),
  preferredOn: day('preferreddate'),
  refersTo: text('refertocommittee'),
  documents: list('linkeddocuments', linkedDocument),
})
export type MgItem = Of<typeof agendaItem>

const attendee = shape('attendee', {
  memberType: attribute('membertype'),
  id: attribute('memberid'),
  name: attribute('name'),
  role: attribute('roledescription'),
  attendance: attribute('attendance'),
  party: attribute('politicalparty'),
  ward: attribute('ward'),
  representing: attribute('representing'),
  url: plain('url'),
})
export type MgAttendee = Of<typeof attendee>

export const meeting = shape('meeting', {
  id: id('meetingid'),
  day: day('meetingdate'),
  status: text('meetingstatus'),
  isDisplayAllowed: flag('isdisplayallowed'),
  time: time('meetingtime'),
  startedAt: time('meetingactualstarttime'),
  plannedFinish: time('meetingplannedfinishtime'),
  finishedAt: time('meetingactualfinishtime'),
  location: text('meetinglocation'),
  isWebcast: flag('iswebcast'),
  agendaId: plain('agendaid'),
  isAgendaPublished: flag('agendapublished'),
  isDecisionPublished: flag('decisionpublished'),
  isMinutePublished: flag('minutepublished'),
  room: text('meetingroom'),
  items: list('agendaitems', agendaItem),
  /** Those of the meeting as a whole: the agenda, the minutes as they are printed. */
  documents: list('linkeddocuments', linkedDocument),
  attendees: list('attendees', attendee),
})
export type MgMeeting = Of<typeof meeting>
