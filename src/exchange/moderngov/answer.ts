import type { Day } from '#calendar'
import type { Published } from '../published.ts'
import {
  modernGovCommittees,
  modernGovCouncillors,
  modernGovMeeting,
  modernGovMeetings,
  type NumberOf,
} from './from-published.ts'
import { parseModernGovDay } from './values.ts'
import {
  writeModernGovCommittees,
  writeModernGovCouncillors,
  writeModernGovMeeting,
  writeModernGovMeetings,
} from './write.ts'

export interface ModernGovQuestion {
  /** The method, as it stands in the address after mgWebService.asmx/. */
  readonly method: string
  /** What was given with it; the service does not mind capitals. */
  readonly given: Readonly<Record<string, string>>
}

export interface ModernGovAnswer {
  readonly status: 200 | 400
  readonly type: string
  readonly body: string
}

/**
 * What mgWebService.asmx would answer of what we have published, its way of refusing included, so
 * that programs made for it need no change. Committees 0 and -1 are all of them.
 */
export function modernGovAnswer(
  question: ModernGovQuestion,
  published: Published,
  { today, numberOf }: { readonly today: Day; readonly numberOf: NumberOf },
): ModernGovAnswer {
  const given = new Map(
    Object.entries(question.given).map(([name, value]) => [name.toLowerCase(), value.trim()]),
  )
  switch (question.method) {
    case 'GetCommittees':
      return xml(writeModernGovCommittees(modernGovCommittees(published, today, numberOf)))
    case 'GetCouncillorsByWard':
      return xml(writeModernGovCouncillors(modernGovCouncillors(published, numberOf)))
    case 'GetMeetings':
      return meetings(given, published, numberOf)
    case 'GetMeeting':
      return meeting(given, published, numberOf)
    default:
      return refusal(`${nameOf(question.method)} Web Service method name is not valid.`)
  }
}

type Given = ReadonlyMap<string, string>

function meetings(given: Given, published: Published, numberOf: NumberOf): ModernGovAnswer {
  const lacks = ['lCommitteeId', 'sFromDate', 'sToDate'].find(
    each => !given.has(each.toLowerCase()),
  )
  if (lacks !== undefined) return refusal(`Missing parameter: ${lacks}.`)
  const id = given.get('lcommitteeid') ?? ''
  if (!/^-?\d{1,10}$/.test(id)) return refusal(`Cannot convert ${id.slice(0, 80)} to System.Int32.`)
  const isAll = id === '0' || id === '-1'
  const body = published.bodies.find(each => numberOf('body', each.id) === id)
  const from = parseModernGovDay(given.get('sfromdate') ?? '') ?? FIRST_DAY
  const to = parseModernGovDay(given.get('stodate') ?? '') ?? LAST_DAY
  const asked = { body: isAll ? null : (body?.id ?? ''), from, to }
  return xml(writeModernGovMeetings(modernGovMeetings(published, asked, numberOf)))
}

const FIRST_DAY = -1_000_000
const LAST_DAY = 1_000_000

function meeting(given: Given, published: Published, numberOf: NumberOf): ModernGovAnswer {
  const id = given.get('lmeetingid')
  if (id === undefined) return refusal('Missing parameter: lMeetingId.')
  const found = published.meetings.find(each => numberOf('meeting', each.id) === id)
  if (found === undefined) return refusal(`There is no meeting ${id.slice(0, 80)}.`)
  return xml(writeModernGovMeeting(modernGovMeeting(published, found, numberOf)))
}

const xml = (body: string): ModernGovAnswer => ({
  status: 200,
  type: 'text/xml; charset=utf-8',
  body,
})

const refusal = (body: string): ModernGovAnswer => ({
  status: 400,
  type: 'text/plain; charset=utf-8',
  body: `${body}\r\n`,
})

/** What was asked for, if it could be the name of a method: markup is not said back, even as text. */
const nameOf = (method: string): string => (/^\w{1,80}$/.test(method) ? method : 'This')
