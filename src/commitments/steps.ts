import { type Day, longDay } from '#calendar'
import {
  type Check,
  type Commitment,
  type CommitmentKind,
  kinds,
  nameOf,
  type Response,
  type State,
} from './commitment.ts'

// What can be done with a commitment, and what each step leads to. Nothing here knows of a database.

export const stepKeys = [
  'respond',
  'answer',
  'done',
  'verify',
  'check',
  'receive',
  'defer',
  'withdraw',
  'reopen',
] as const
export type Step = (typeof stepKeys)[number]

type Moves = Readonly<Partial<Record<Step, readonly State[]>>>

/** From which states each step may be taken. Where it leads depends on what is said: `stepped`. */
const moves: Readonly<Record<CommitmentKind, Moves>> = {
  action: {
    done: ['open'],
    verify: ['done'],
    defer: ['open'],
    withdraw: ['open'],
    reopen: ['done', 'closed', 'withdrawn'],
  },
  recommendation: {
    respond: ['open'],
    done: ['accepted', 'partly'],
    verify: ['done'],
    defer: ['open', 'accepted', 'partly'],
    withdraw: ['open', 'accepted', 'partly'],
    reopen: ['rejected', 'done', 'closed', 'withdrawn'],
  },
  question: {
    answer: ['open'],
    defer: ['open'],
    withdraw: ['open'],
    reopen: ['answered', 'withdrawn'],
  },
  assurance: {
    check: ['open', 'checked'],
    defer: ['open'],
    withdraw: ['open'],
    reopen: ['checked', 'withdrawn'],
  },
  concern: {
    answer: ['open', 'answered'],
    verify: ['open', 'answered'],
    withdraw: ['open'],
    reopen: ['answered', 'closed', 'withdrawn'],
  },
  recognition: { withdraw: ['recorded'], reopen: ['withdrawn'] },
  'report expected': {
    receive: ['open'],
    defer: ['open'],
    withdraw: ['open'],
    reopen: ['received', 'withdrawn'],
  },
}

export const firstState = (kind: CommitmentKind): State =>
  kind === 'recognition' ? 'recorded' : 'open'

export const mayStep = ({ kind, state }: Pick<Commitment, 'kind' | 'state'>, step: Step): boolean =>
  moves[kind][step]?.includes(state) ?? false

/** The steps that can be taken now, in the order in which they are offered. */
export const stepsOf = (one: Pick<Commitment, 'kind' | 'state' | 'statutory'>): readonly Step[] =>
  stepKeys.filter(step => mayStep(one, step) && !(step === 'defer' && isFixed(one)))

/** The two months of the law cannot be put off. */
const isFixed = ({ statutory, state }: Pick<Commitment, 'statutory' | 'state'>): boolean =>
  statutory && state === 'open'

/** The states that a kind can be in at all. */
export function statesOf(kind: CommitmentKind): readonly State[] {
  const ends: Readonly<Partial<Record<Step, readonly State[]>>> = {
    respond: ['accepted', 'partly', 'rejected'],
    answer: ['answered'],
    done: ['done'],
    verify: ['closed'],
    check: ['checked'],
    receive: ['received'],
    withdraw: ['withdrawn'],
  }
  const reached = stepKeys.filter(step => moves[kind][step] !== undefined)
  return [...new Set([firstState(kind), ...reached.flatMap(step => ends[step] ?? [])])]
}

/** Whether somebody still has something to do about it. What is done waits to be verified. */
export function isOpen({ kind, state }: Pick<Commitment, 'kind' | 'state'>): boolean {
  if (state === 'answered') return kind === 'concern'
  return state === 'open' || state === 'accepted' || state === 'partly' || state === 'done'
}

/** Whether it waits for whoever owns it, and not for somebody to look. */
export const isAwaited = (one: Pick<Commitment, 'kind' | 'state'>): boolean =>
  isOpen(one) && one.state !== 'done'

/** By when; null where nobody has said, or it was only said in words. */
export const dueOf = ({ dueOn, promised }: Pick<Commitment, 'dueOn' | 'promised'>): Day | null =>
  dueOn ?? promised?.on ?? null

export function isOverdue(
  one: Pick<Commitment, 'kind' | 'state' | 'dueOn' | 'promised'>,
  today: Day,
): boolean {
  const due = dueOf(one)
  return isAwaited(one) && due !== null && due < today
}

/** Where it stands, in plain words. Done is not better: that is for somebody else to see. */
export function stateWords({ kind, state, response }: StateOf): string {
  switch (state) {
    case 'open':
      return openWords[kind]
    case 'accepted':
      return 'Accepted, not yet done'
    case 'partly':
      return 'Accepted in part, not yet done'
    case 'rejected':
      return 'Rejected, with a reason'
    case 'answered':
      return kind === 'concern' ? 'Answered, not yet resolved' : 'Answered'
    case 'done':
      return 'Done, not yet verified'
    case 'closed':
      return kind === 'concern'
        ? 'Resolved, with evidence'
        : response?.kind === 'partly'
          ? 'Done in part and verified'
          : 'Done and verified'
    case 'checked':
      return 'Checked'
    case 'received':
      return 'Received'
    case 'recorded':
      return 'Recorded'
    case 'withdrawn':
      return 'Withdrawn, with a reason'
  }
}
type StateOf = Pick<Commitment, 'kind' | 'state' | 'response'>

const openWords: Readonly<Record<CommitmentKind, string>> = {
  action: 'To do',
  recommendation: 'Waiting for a response',
  question: 'Waiting for an answer',
  assurance: 'Not yet checked',
  concern: 'Raised, waiting for an answer',
  recognition: 'Recorded',
  'report expected': 'Expected',
}

/** What a step is told. Each step takes what it needs and leaves the rest. */
export interface Given {
  /** What was done, the answer, the evidence, the reason: the words of the step. */
  readonly words: string
  readonly response?: Pick<Response, 'kind' | 'reason' | 'respondent' | 'publishedOn'> | undefined
  readonly check?: Pick<Check, 'verdict'> | undefined
  readonly dueOn?: Day | null | undefined
  /** For which meeting a report is promised again. */
  readonly promised?: Commitment['promised'] | undefined
}

/** Who takes a step and when. */
export interface Taking {
  readonly today: Day
  readonly name: string
  /** Whether it is whoever owns the commitment. */
  readonly isOwner: boolean
}

export interface Fault {
  readonly field: string
  readonly message: string
}

export type Stepped =
  | { readonly kind: 'taken'; readonly commitment: Commitment; readonly done: string }
  /** Not from this state. */
  | { readonly kind: 'conflict'; readonly message: string }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] }

/** What a step makes of a commitment, or why it cannot be taken. */
export function stepped(one: Commitment, step: Step, given: Given, by: Taking): Stepped {
  if (!mayStep(one, step))
    return {
      kind: 'conflict',
      message: `${nameOf(one)} stands at “${stateWords(one)}”, so this cannot be done with it now. Somebody else may have changed it: open it again.`,
    }
  const words = given.words.trim()
  const faults = faultsOf(one, step, { ...given, words }, by)
  if (faults.length > 0) return { kind: 'refused', faults }
  return { kind: 'taken', ...after(one, step, { ...given, words }, by) }
}

const wanted: Readonly<Record<Step, string>> = {
  respond: 'Enter the response.',
  answer: 'Enter the answer.',
  done: 'Enter what was done.',
  verify: 'Enter the evidence: what was looked at, and what it shows.',
  check: 'Enter what the verdict rests on.',
  receive: 'Enter which report came, and where it is.',
  defer: 'Enter why it is put off.',
  withdraw: 'Enter why it is withdrawn.',
  reopen: 'Enter why it is opened again.',
}

function faultsOf(one: Commitment, step: Step, given: Given, by: Taking): readonly Fault[] {
  const faults: Fault[] = []
  const say = (field: string, message: string) => faults.push({ field, message })
  if (given.words.length < 3) say('words', wanted[step])
  switch (step) {
    case 'respond':
    case 'answer': {
      const kind = given.response?.kind
      const fits = step === 'answer' ? kind === 'answer' : kind !== undefined && kind !== 'answer'
      if (!fits) say('response', 'Choose whether it is accepted, accepted in part, or rejected.')
      if ((given.response?.respondent.trim() ?? '') === '')
        say('respondent', 'Enter who responds: a name, a post or a body.')
      if ((kind === 'reject' || kind === 'partly') && (given.response?.reason ?? '').trim() === '')
        say(
          'reason',
          kind === 'reject'
            ? 'Enter the reason for rejecting it.'
            : 'Enter which part is not accepted, and why.',
        )
      break
    }
    case 'verify':
      if (by.isOwner) say('words', otherPerson)
      break
    case 'check':
      if (given.check === undefined) say('verdict', 'Choose a verdict.')
      if (by.isOwner) say('words', otherPerson)
      break
    case 'defer':
      faults.push(...deferFaults(one, given, by))
      break
    case 'done':
    case 'receive':
    case 'withdraw':
    case 'reopen':
      break
  }
  return faults
}

export const otherPerson =
  'Somebody other than the owner has to look and say what they saw. Ask a colleague.'

function deferFaults(one: Commitment, given: Given, { today }: Taking): readonly Fault[] {
  if (isFixed(one))
    return [
      {
        field: 'dueOn',
        message: 'The law gives two months to respond: this date cannot be put off.',
      },
    ]
  const due = given.dueOn ?? given.promised?.on ?? null
  if (due === null) return [{ field: 'dueOn', message: 'Enter the new date.' }]
  if (due < today) return [{ field: 'dueOn', message: 'Enter a new date that is not yet past.' }]
  return []
}

type After = { readonly commitment: Commitment; readonly done: string }

function after(one: Commitment, step: Step, given: Given, by: Taking): After {
  const { words } = given
  const made = (done: string, fields: Partial<Commitment>): After => ({
    done,
    commitment: { ...one, ...fields },
  })
  switch (step) {
    case 'respond':
    case 'answer': {
      const response = responseOf(given, by)
      return made(respondedWords[response.kind], {
        state: respondedState[response.kind],
        response,
      })
    }
    case 'done':
      return made('Done', { state: 'done', doneOn: by.today, doneWords: words })
    case 'verify':
      return made(one.kind === 'concern' ? 'Resolved' : 'Verified', {
        state: 'closed',
        evidence: words,
        verifiedOn: by.today,
        verifiedBy: by.name,
        closedOn: by.today,
      })
    case 'check': {
      const verdict = given.check?.verdict ?? 'cannot be said'
      return made(`Checked: ${verdict}`, {
        state: 'checked',
        check: { verdict, words, on: by.today, by: by.name },
        evidence: words,
        closedOn: by.today,
      })
    }
    case 'receive':
      return made('Received', { state: 'received', evidence: words, closedOn: by.today })
    case 'defer':
      return deferred(one, given)
    case 'withdraw':
      return made('Withdrawn', { state: 'withdrawn', closedOn: by.today, closedWords: words })
    case 'reopen':
      return made('Opened again', { ...notEnded, ...reopened(one) })
  }
}

function responseOf({ words, response }: Given, { today }: Taking): Response {
  return {
    kind: response?.kind ?? 'answer',
    words,
    reason: response?.reason?.trim() || null,
    respondent: response?.respondent.trim() ?? '',
    on: today,
    publishedOn: response?.publishedOn ?? null,
  }
}

const respondedState = {
  accept: 'accepted',
  partly: 'partly',
  reject: 'rejected',
  answer: 'answered',
} as const
const respondedWords = {
  accept: 'Accepted',
  partly: 'Accepted in part',
  reject: 'Rejected',
  answer: 'Answered',
} as const

/** The first date stays, and how often it was put off. */
function deferred(one: Commitment, given: Given): After {
  const before = dueOf(one)
  const due = given.dueOn ?? given.promised?.on ?? null
  return {
    done: `Put off${before === null ? '' : ` from ${longDay(before)}`}${due === null ? '' : ` to ${longDay(due)}`}`,
    commitment: {
      ...one,
      dueOn: due,
      dueWords: null,
      firstDueOn: one.firstDueOn ?? before,
      deferrals: one.deferrals + 1,
      promised:
        given.promised ??
        (one.promised === null ? null : { ...one.promised, meetingId: null, on: due }),
    },
  }
}

const notEnded = {
  doneOn: null,
  doneWords: null,
  evidence: null,
  verifiedOn: null,
  verifiedBy: null,
  closedOn: null,
  closedWords: null,
  check: null,
} as const

/** What was said in response stays where the work goes on, and is asked for again where it does not. */
function reopened(one: Commitment): Partial<Commitment> {
  const agreed = one.response?.kind === 'accept' || one.response?.kind === 'partly'
  const isWork = one.state === 'done' || one.state === 'closed' || one.state === 'withdrawn'
  if (one.kind === 'recommendation' && agreed && isWork)
    return { state: one.response?.kind === 'partly' ? 'partly' : 'accepted' }
  if (one.kind === 'concern' && one.state !== 'answered') return { state: 'open' }
  return { state: firstState(one.kind), response: null }
}

/** 'once', 'twice', '3 times' */
export const timesWords = (count: number): string =>
  count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`

/** How a kind is called in the middle of a sentence: 'action'. */
export const kindWord = (kind: CommitmentKind): string => kinds[kind].toLowerCase()
