import type { Day } from '#calendar'
import {
  type MgReading,
  type ModernGovClient,
  readModernGovCommittees,
  readModernGovCouncillors,
  readModernGovMeeting,
  readModernGovMeetings,
} from '#exchange'
import type { Answers } from './found.ts'

/** So many meetings at once: each is a question of its own, with a rest in between. */
export const MOST_MEETINGS = 100

type Filling = { -readonly [Key in keyof Answers]: Answers[Key][number][] }

const nothing = (): Filling => ({
  committees: [],
  councillors: [],
  meetings: [],
  each: [],
  faults: [],
})

/** What stands in files that somebody saved from a service; each is told by what is in it. */
export function readAnswers(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Answers {
  const answers = nothing()
  for (const { name, bytes } of files) {
    const root = rootOf(bytes)
    const take = <Value>(reading: MgReading<Value>, into: Value[]): void => {
      keep(reading, into, `“${name}”: `, answers.faults)
    }
    if (root === 'committees') take(readModernGovCommittees(bytes), answers.committees)
    else if (root === 'councillorsbyward')
      take(readModernGovCouncillors(bytes), answers.councillors)
    else if (root === 'getmeetings') take(readModernGovMeetings(bytes), answers.meetings)
    else if (root === 'meeting') take(readModernGovMeeting(bytes), answers.each)
    else answers.faults.push(`“${name}” is no answer of ModernGov’s service that we know.`)
  }
  return answers
}

const rootOf = (bytes: Uint8Array): string => {
  const text = new TextDecoder().decode(bytes.subarray(0, 2000)).replace(/<[?!][^>]*>/g, '')
  return (/<([a-z]+)[\s>/]/i.exec(text)?.[1] ?? '').toLowerCase()
}

function keep<Value>(
  reading: MgReading<Value>,
  into: Value[],
  before: string,
  faults: string[],
): Value | null {
  if (reading.kind === 'refused') {
    faults.push(`${before}${reading.reason}`)
    return null
  }
  into.push(reading.value)
  faults.push(...reading.faults.map(each => `${before}${each}`))
  return reading.value
}

/** Asks a service for its committees, its councillors and the meetings on and between two days. */
export async function readService(
  client: ModernGovClient,
  from: Day,
  to: Day,
  progress: (done: number, total: number | undefined, words: string) => void,
): Promise<Answers> {
  const answers = nothing()
  progress(0, undefined, 'Reading the committees')
  keep(await client.committees(), answers.committees, 'Committees: ', answers.faults)
  progress(0, undefined, 'Reading the councillors')
  keep(await client.councillors(), answers.councillors, 'Councillors: ', answers.faults)
  progress(0, undefined, 'Reading the list of meetings')
  const list = keep(
    await client.meetings('0', from, to),
    answers.meetings,
    'Meetings: ',
    answers.faults,
  )
  const all = (list?.committees ?? []).flatMap(({ meetings }) => meetings)
  const wanted = all.slice(0, MOST_MEETINGS)
  for (const [at, { id }] of wanted.entries()) {
    progress(at, wanted.length, `Reading meeting ${at + 1} of ${wanted.length}`)
    keep(await client.meeting(id), answers.each, `Meeting ${id}: `, answers.faults)
  }
  return answers
}
