import type { Day } from '#calendar'
import { decodeText } from '#kit/files/text.ts'
import { type FetchLimits, type Fetched, FetchRefused } from '#kit/http/fetch-public.ts'
import {
  type MgReading,
  missingParameter,
  readModernGovCommittees,
  readModernGovCouncillors,
  readModernGovMeeting,
  readModernGovMeetings,
} from './read.ts'
import type { MgCommittees, MgCouncillorsByWard, MgMeeting, MgMeetings } from './shapes.ts'
import { modernGovDay } from './values.ts'

/** Asks a council's XML service, one question at a time. Every answer is a reading or a reason. */
export interface ModernGovClient {
  readonly committees: () => Promise<MgReading<MgCommittees>>
  readonly councillors: () => Promise<MgReading<MgCouncillorsByWard>>
  /** The meetings of a committee on and between two days. */
  readonly meetings: (committee: string, from: Day, to: Day) => Promise<MgReading<MgMeetings>>
  readonly meeting: (id: string) => Promise<MgReading<MgMeeting>>
}

export interface ModernGovPlace {
  /** `fetchPublic`, or one that has another network under it. */
  readonly fetch: (address: string, limits: FetchLimits) => Promise<Fetched>
  /** Of the council's site or of the service: with or without mgWebService.asmx at its end. */
  readonly baseUrl: string
  /** Who we are, for the logs of the council that is asked. */
  readonly agent: string
  /** Waits between two questions and before asking again. */
  readonly pause?: (milliseconds: number) => Promise<void>
}

// A council's whole list of members takes some of these services a minute.
const PATIENCE = 60_000
const MOST_BYTES = 20_000_000
const TRIES = 3
const BETWEEN = 500
const BEFORE_ASKING_AGAIN = 5_000

export function modernGovClient(place: ModernGovPlace): ModernGovClient {
  const ask = inTurn(place)
  return {
    committees: async () => readOr(await ask('GetCommittees', {}), readModernGovCommittees),
    councillors: async () =>
      readOr(await ask('GetCouncillorsByWard', {}), readModernGovCouncillors),
    meetings: async (committee, from, to) =>
      readOr(
        await ask('GetMeetings', {
          lCommitteeId: committee,
          // With dates in another order it answers with all that it has and says nothing of it.
          sFromDate: modernGovDay(from),
          sToDate: modernGovDay(to),
        }),
        readModernGovMeetings,
      ),
    meeting: async id => readOr(await ask('GetMeeting', { lMeetingId: id }), readModernGovMeeting),
  }
}

type Parameters = Readonly<Record<string, string>>
type Answer =
  | { readonly kind: 'answered'; readonly bytes: Buffer }
  | { readonly kind: 'refused'; readonly reason: string }

function readOr<Value>(
  answer: Answer,
  read: (bytes: Uint8Array) => MgReading<Value>,
): MgReading<Value> {
  return answer.kind === 'refused' ? answer : read(answer.bytes)
}

/** One question after the other, however many are put at once, with a rest in between. */
function inTurn(place: ModernGovPlace): (name: string, given: Parameters) => Promise<Answer> {
  const pause = place.pause ?? wait
  let last: Promise<unknown> = Promise.resolve()
  let isFirst = true
  return (name, given) => {
    const turn = last.then(async () => {
      if (!isFirst) await pause(BETWEEN)
      isFirst = false
      return askPatiently(place, pause, name, given)
    })
    // The next question waits for this one, whatever becomes of it.
    last = turn.catch(() => null)
    return turn
  }
}

async function askPatiently(
  place: ModernGovPlace,
  pause: (milliseconds: number) => Promise<void>,
  name: string,
  given: Parameters,
): Promise<Answer> {
  let parameters = given
  let told: Answer = { kind: 'refused', reason: REASONS.unreachable }
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const { answer, isWorthAnother, lacks } = await askOnce(place, name, parameters)
    told = answer
    if (lacks !== null && !(lacks in parameters)) {
      // Some installations want a parameter that others do not know; nought means none.
      parameters = { ...parameters, [lacks]: lacks.startsWith('s') ? '' : '0' }
    } else if (!isWorthAnother) return answer
    if (attempt < TRIES) await pause(BEFORE_ASKING_AGAIN * attempt)
  }
  return told
}

interface Once {
  readonly answer: Answer
  readonly isWorthAnother: boolean
  readonly lacks: string | null
}

async function askOnce(place: ModernGovPlace, name: string, given: Parameters): Promise<Once> {
  try {
    const { status, bytes } = await place.fetch(addressOf(place.baseUrl, name, given), {
      mostBytes: MOST_BYTES,
      milliseconds: PATIENCE,
      headers: { 'user-agent': place.agent, accept: 'text/xml, application/xml' },
    })
    if (status === 200) return final({ kind: 'answered', bytes })
    const lacks = missingParameter(decodeText(bytes.subarray(0, 500)).text)
    if (lacks !== null) return { ...final({ kind: 'answered', bytes }), lacks }
    return {
      answer: { kind: 'refused', reason: reasonFor(status) },
      isWorthAnother: status === 429 || status >= 500,
      lacks: null,
    }
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error
    const isWorthAnother = error.refused === 'time' || error.refused === 'unreachable'
    return {
      answer: { kind: 'refused', reason: REASONS[error.refused] },
      isWorthAnother,
      lacks: null,
    }
  }
}

const final = (answer: Answer): Once => ({ answer, isWorthAnother: false, lacks: null })

const REASONS: Readonly<Record<FetchRefused['refused'], string>> = {
  address: 'The address of this service does not lead to a public website.',
  scheme: 'The address of this service must begin with https://.',
  redirects: 'The address of this service leads on too many times.',
  size: 'The service sent more than 20 MB, so nothing of it was read.',
  time: 'The service did not answer within a minute, three times.',
  unreachable: 'The service could not be reached, three times.',
}

function reasonFor(status: number): string {
  if (status === 401 || status === 403)
    return 'This council’s website does not let programs read its service. Ask the council to allow it.'
  if (status === 404) return 'There is no such service at this address.'
  if (status === 429) return 'The service says that it was asked too often. Try again later.'
  if (status >= 500) return `The service answered three times with an error of its own (${status}).`
  return `The service answered in a way that we do not know (${status}).`
}

function addressOf(baseUrl: string, name: string, given: Parameters): string {
  const base = baseUrl
    .trim()
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
  const service = /\.asmx$/i.test(base) ? base : `${base}/mgWebService.asmx`
  const query = new URLSearchParams(given).toString()
  return `${service}/${name}${query === '' ? '' : `?${query}`}`
}

function wait(milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, milliseconds)
  })
}
