import type { Duty } from './deadlines.ts'
import type { Law } from './law.ts'
import type { Period } from './periods.ts'

/** A period that a council sets for itself, with the place in its constitution. */
export type LocalPeriod = {
  readonly period: Period
  /** A time on the last day: '10:00'. */
  readonly at?: string
  readonly paragraph: string
}

/**
 * The periods that councils' constitutions set, each differently, so each is configuration. Null
 * where a council has no such step.
 */
export type Constitution = {
  /** 'Constitution of the county council, part 4'. */
  readonly document: string
  /** 'D Month YYYY' when the document was read; null where nobody has checked it. */
  readonly readOn: string | null
  readonly memberQuestion: LocalPeriod | null
  readonly publicQuestion: LocalPeriod | null
  readonly publicQuestionNotOnAgenda: LocalPeriod | null
  readonly decisionNotice: LocalPeriod | null
  readonly callIn: LocalPeriod | null
  readonly callInHearing: LocalPeriod | null
}

export type LocalStep = Exclude<keyof Constitution, 'document' | 'readOn'>

/**
 * A starting point to be replaced by the council's own: questions at 10:00 four clear working days
 * before (six where not on the agenda), as at Gloucestershire; call-in within five clear working
 * days and a hearing within ten working days, as is common. Not verified for any council.
 */
export const exampleConstitution: Constitution = {
  document: 'Example constitution',
  readOn: null,
  memberQuestion: local('clear-working-day', 4, 'questions by members', '10:00'),
  publicQuestion: local('clear-working-day', 4, 'questions by the public', '10:00'),
  publicQuestionNotOnAgenda: local('clear-working-day', 6, 'questions by the public', '10:00'),
  decisionNotice: local('working-day-2007', 2, 'notice of decisions'),
  callIn: local('clear-working-day', 5, 'call-in'),
  callInHearing: local('working-day-2007', 10, 'call-in'),
}

const STEPS: Readonly<Record<LocalStep, Pick<Duty, 'task' | 'event' | 'reckoning'>>> = {
  memberQuestion: {
    task: 'give notice of a member’s question',
    event: 'the meeting',
    reckoning: 'before',
  },
  publicQuestion: {
    task: 'give notice of a question from the public',
    event: 'the meeting',
    reckoning: 'before',
  },
  publicQuestionNotOnAgenda: {
    task: 'give notice of a question from the public on a matter that is not on the agenda',
    event: 'the meeting',
    reckoning: 'before',
  },
  decisionNotice: {
    task: 'publish the notice of the decision',
    event: 'the decision',
    reckoning: 'within',
  },
  callIn: {
    task: 'call the decision in',
    event: 'publication of the decision',
    reckoning: 'within',
  },
  callInHearing: {
    task: 'hear the call-in',
    event: 'receipt of the call-in',
    reckoning: 'within',
  },
}

/** A council's own rule as a duty to count by; null where its constitution has no such step. */
export function localDuty(constitution: Constitution, step: LocalStep): Duty | null {
  const own = constitution[step]
  if (own === null) return null
  const { period, at, paragraph } = own
  const law: Law = {
    document: constitution.document,
    paragraph,
    reading:
      constitution.readOn === null
        ? { kind: 'unverified', because: 'nobody has checked it against the constitution' }
        : { kind: 'read', on: constitution.readOn, at: 'the council’s website' },
  }
  return { ...STEPS[step], period, law, ...(at === undefined ? {} : { at }) }
}

function local(unit: Period['unit'], length: number, paragraph: string, at?: string): LocalPeriod {
  return { period: { unit, length }, paragraph, ...(at === undefined ? {} : { at }) }
}
