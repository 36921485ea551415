import { type Constitution, localDuty } from './constitution.ts'
import { type Day, longDay } from './day.ts'
import { type Deadline, deadline } from './deadlines.ts'
import { weekdayAndDate } from './periods.ts'
import { statutoryDeadline } from './rules.ts'
import {
  type WorkingCalendar,
  addWorkingDays,
  englandAndWales,
  isWorkingDay,
} from './working-days.ts'

/** The stages of a document on its way to a statutory date, in the order they mostly come. */
export const ROUTE_STAGES = [
  'key-decision-notice',
  'board-sign-off',
  'agenda',
  'cabinet',
  'call-in',
  'submission',
] as const
export type RouteStage = (typeof ROUTE_STAGES)[number]

export type RouteRequest = {
  /** The date that the law gives: see `statutoryDeadline('statement-of-action', received)`. */
  readonly statutory: Deadline
  /** A date given in a letter, with what the letter says; it is worked to instead. */
  readonly letter: { readonly due: Day; readonly reason: string } | null
  readonly today: Day
  readonly keyDecision: boolean
  /** Days on which the cabinet and the board meet; empty where any working day will do. */
  readonly cabinetDates: readonly Day[]
  readonly boardDates: readonly Day[]
  /** The constitution whose call-in must have run before submission; null where it is waived. */
  readonly callIn: Constitution | null
  readonly done: readonly RouteStage[]
}

export type RouteStep = {
  readonly stage: RouteStage
  /** 'Publish the agenda and reports': what is to be done by (or on) the day. */
  readonly what: string
  readonly day: Day
  readonly state: 'done' | 'today' | 'ahead' | 'missed'
  /** The statutory or local working behind the day; null where it follows from another step. */
  readonly deadline: Deadline | null
  /** What can still be done where the day has gone by; null where it has not. */
  readonly wayOut: string | null
}

export type Route = {
  readonly due: Day
  readonly basis: 'statute' | 'letter'
  readonly steps: readonly RouteStep[]
  /** `by-exception` where a missed step still has a lawful way out. */
  readonly verdict: 'fits' | 'by-exception' | 'does-not-fit'
  /** Why, in plain English, one sentence or two each. */
  readonly because: readonly string[]
}

/** The route to a statutory date, laid out backwards from it. */
export function routeBackFrom(
  request: RouteRequest,
  calendar: WorkingCalendar = englandAndWales,
): Route {
  const due = request.letter?.due ?? request.statutory.due
  const basis = request.letter === null ? 'statute' : 'letter'
  const said = request.letter === null ? [] : [overridden(request.statutory.due, request.letter)]
  const cabinet = lastCabinet(request, due, calendar)
  if (cabinet === null) {
    const none = `None of the cabinet dates given lets the document be submitted by ${longDay(due)}.`
    const steps = [submission(request, due)]
    return { due, basis, steps, verdict: 'does-not-fit', because: [...said, none] }
  }
  const steps = [
    ...keyDecisionNotice(request, cabinet, calendar),
    ...boardAndAgenda(request, cabinet, calendar),
    step(request, 'cabinet', 'Cabinet decides', cabinet, null),
    ...callIn(request, cabinet, calendar),
    submission(request, due),
  ]
  const inOrder = steps.toSorted((a, b) => a.day - b.day)
  return { due, basis, steps: inOrder, ...judge(inOrder, said, due) }
}

/** The route in plain English, a line a step. */
export function explainRoute(route: Route): string[] {
  const steps = route.steps.map(
    ({ what, day, state }) => `${what}: ${weekdayAndDate(day)}${STATE_IN_WORDS[state]}.`,
  )
  return [VERDICT_IN_WORDS[route.verdict], ...route.because, ...steps]
}

const STATE_IN_WORDS = {
  done: ' (done)',
  today: ' (today)',
  ahead: '',
  missed: ' (missed)',
} as const

const VERDICT_IN_WORDS = {
  fits: 'The route fits.',
  'by-exception': 'The route fits only by an exception.',
  'does-not-fit': 'The route no longer fits.',
} as const

/** The latest cabinet date that leaves time for what follows: it leaves most for what comes before. */
function lastCabinet(request: RouteRequest, due: Day, calendar: WorkingCalendar): Day | null {
  const leavesTime = (cabinet: Day): boolean =>
    earliestSubmission(request, cabinet, calendar) <= due
  if (request.cabinetDates.length > 0) {
    return request.cabinetDates.toSorted((a, b) => b - a).find(leavesTime) ?? null
  }
  let cabinet = isWorkingDay(due, calendar) ? due : addWorkingDays(due, -1, calendar)
  while (!leavesTime(cabinet)) cabinet = addWorkingDays(cabinet, -1, calendar)
  return cabinet
}

/** The day after call-in has run; the day of the cabinet itself where there is no call-in. */
function earliestSubmission(request: RouteRequest, cabinet: Day, calendar: WorkingCalendar): Day {
  const last = callInEnds(request, cabinet, calendar)
  return last === null ? cabinet : last.due + 1
}

/** Call-in counts from publication of the decision, taken to be on the last day for that. */
function callInEnds(
  { callIn: constitution }: RouteRequest,
  cabinet: Day,
  calendar: WorkingCalendar,
): Deadline | null {
  if (constitution === null) return null
  const window = localDuty(constitution, 'callIn')
  if (window === null) return null
  const notice = localDuty(constitution, 'decisionNotice')
  const published = notice === null ? cabinet : deadline(notice, cabinet, calendar).due
  return deadline(window, published, calendar)
}

function keyDecisionNotice(
  request: RouteRequest,
  cabinet: Day,
  calendar: WorkingCalendar,
): RouteStep[] {
  if (!request.keyDecision) return []
  const found = statutoryDeadline('key-decision-notice', cabinet, calendar)
  if (found.kind === 'no-rule') return []
  const what = 'Publish notice of the key decision, at the latest'
  const made = step(request, 'key-decision-notice', what, found.deadline.due, found.deadline)
  return [
    made.state === 'missed' ? { ...made, wayOut: exception(request, cabinet, calendar) } : made,
  ]
}

/**
 * SI 2012/2089 regulation 10 (read 21 November 2026) where five clear days remain, and regulation
 * 11 on special urgency (unverified) where they do not. Null once the cabinet date is past.
 */
function exception(request: RouteRequest, cabinet: Day, calendar: WorkingCalendar): string | null {
  if (cabinet < request.today) return null
  const general = statutoryDeadline('key-decision-general-exception-notice', cabinet, calendar)
  if (general.kind === 'due' && general.deadline.due >= request.today) {
    return (
      'If 28 clear days of notice are impracticable, the general exception (regulation 10) allows the ' +
      'decision where the chair of overview and scrutiny is told and that notice is published by ' +
      `${longDay(general.deadline.due)}, with the reasons.`
    )
  }
  return (
    'Only special urgency (regulation 11) is left: the chair of overview and scrutiny must agree ' +
    'that the decision is urgent and cannot reasonably be deferred.'
  )
}

function boardAndAgenda(
  request: RouteRequest,
  cabinet: Day,
  calendar: WorkingCalendar,
): RouteStep[] {
  const found = statutoryDeadline('publish-executive-agenda', cabinet, calendar)
  const agenda =
    found.kind === 'due' ? found : statutoryDeadline('publish-agenda', cabinet, calendar)
  if (agenda.kind === 'no-rule') return []
  const by = agenda.deadline.due
  const published = step(request, 'agenda', 'Publish the agenda and reports', by, agenda.deadline)
  const late =
    cabinet < request.today
      ? null
      : 'The paper can be taken late only if the chair says why it is urgent, and the minutes record that.'
  const paper = published.state === 'missed' ? { ...published, wayOut: late } : published
  return [boardSignOff(request, by, cabinet, calendar), paper]
}

/** The last board before the agenda goes out; the working day before where no dates are given. */
function boardSignOff(
  request: RouteRequest,
  agenda: Day,
  cabinet: Day,
  calendar: WorkingCalendar,
): RouteStep {
  const dates = request.boardDates
  const fitting = dates.toSorted((a, b) => b - a).find(date => date <= agenda)
  const day = fitting ?? addWorkingDays(agenda, -1, calendar)
  const made = step(request, 'board-sign-off', 'The board signs the document off', day, null)
  const none = dates.length > 0 && fitting === undefined && made.state !== 'done'
  if (!none && made.state !== 'missed') return made
  const until = [agenda, cabinet].find(date => date >= request.today)
  const between =
    until === undefined ? null : `The board can sign off between meetings, by ${longDay(until)}.`
  return { ...made, state: 'missed', wayOut: between }
}

function callIn(request: RouteRequest, cabinet: Day, calendar: WorkingCalendar): RouteStep[] {
  const last = callInEnds(request, cabinet, calendar)
  return last === null ? [] : [step(request, 'call-in', 'The last day for call-in', last.due, last)]
}

function submission(request: RouteRequest, due: Day): RouteStep {
  const own = request.letter === null ? request.statutory : null
  return step(request, 'submission', 'Publish and submit the document', due, own)
}

function step(
  request: RouteRequest,
  stage: RouteStage,
  what: string,
  day: Day,
  working: Deadline | null,
): RouteStep {
  const { today, done } = request
  const open = day < today ? 'missed' : day === today ? 'today' : 'ahead'
  const state = done.includes(stage) ? 'done' : open
  return { stage, what, day, state, deadline: working, wayOut: null }
}

/** Nobody does anything on the last day for call-in, so that it has gone by is no miss. */
function judge(
  steps: readonly RouteStep[],
  said: readonly string[],
  due: Day,
): Pick<Route, 'verdict' | 'because'> {
  const missed = steps.filter(({ state, stage }) => state === 'missed' && stage !== 'call-in')
  const noWay = missed.filter(({ wayOut }) => wayOut === null)
  const because = missed.map(
    ({ what, day, wayOut }) =>
      `${what}: ${longDay(day)} cannot be kept.${wayOut === null ? '' : ` ${wayOut}`}`,
  )
  if (noWay.length > 0) {
    const end = `So ${longDay(due)} can no longer be met by this route.`
    return { verdict: 'does-not-fit', because: [...said, ...because, end] }
  }
  return { verdict: missed.length > 0 ? 'by-exception' : 'fits', because: [...said, ...because] }
}

function overridden(statutory: Day, letter: { due: Day; reason: string }): string {
  const worked = `Worked to ${longDay(letter.due)}, because ${letter.reason}`
  const law = `The date that the law gives is ${longDay(statutory)}.`
  const later =
    letter.due > statutory
      ? ' The letter is later than the law: ask its author to confirm that it may be.'
      : ''
  return `${worked.replace(/\.?$/, '.')} ${law}${later}`
}
