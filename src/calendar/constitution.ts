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

/** The last days that a constitution sets. Null where a council has no such step. */
export type LocalPeriods = {
  readonly memberQuestion: LocalPeriod | null
  readonly publicQuestion: LocalPeriod | null
  readonly publicQuestionNotOnAgenda: LocalPeriod | null
  readonly decisionNotice: LocalPeriod | null
  readonly callIn: LocalPeriod | null
  readonly callInHearing: LocalPeriod | null
}

/** How meetings go, as a constitution says. Null where a council has no such rule. */
export type LocalRules = {
  readonly questionTime: LocalRule<{
    /** Of a meeting, for all questions; null for as long as it takes. */
    readonly minutes: number | null
    /** The kinds of body at which they may be asked. */
    readonly at: readonly string[]
  }> | null
  readonly supplementaries: LocalRule<{
    /** Further questions after an answer. */
    readonly each: number
    readonly withConsentOfChair: boolean
  }> | null
  readonly callInBy: LocalRule<{
    /** How many members of the council it takes together. */
    readonly members: number
    /** Whether the chair of scrutiny may do it alone. */
    readonly chairAlone: boolean
    /** Who else may, such as co-opted members on education matters. */
    readonly others: string
  }> | null
  /** Of the seats with a vote, one in so many, and never fewer than `least`. */
  readonly quorum: LocalRule<{ readonly oneIn: number; readonly least: number }> | null
  readonly substitutes: LocalRule<{
    readonly sameParty: boolean
    /** How long before the meeting a substitute is named, in hours; null where it may be at any time. */
    readonly hours: number | null
  }> | null
  readonly numbering: LocalRule<{ readonly minutes: 'each meeting' | 'running' }> | null
  /** Who says that a decision cannot wait, where the constitution asks for more than regulation 11. */
  readonly specialUrgency: LocalRule<{ readonly who: string }> | null
}

export type LocalRule<Rule> = Rule & { readonly paragraph: string }

/**
 * What councils' constitutions set, each differently, so each is configuration. Null where a council
 * has no such step or rule.
 */
export type Constitution = LocalPeriods &
  LocalRules & {
    /** 'Constitution of the county council, part 4'. */
    readonly document: string
    /** 'D Month YYYY' when the document was read; null where nobody has checked it. */
    readonly readOn: string | null
    /** True of what stands in until a council has entered its own. */
    readonly isExample: boolean
  }

export type LocalStep = keyof LocalPeriods

/**
 * A starting point to be replaced by the council's own: questions at 10:00 four clear working days
 * before (six where not on the agenda) within 30 minutes, one supplementary with the chair's consent,
 * as at Gloucestershire; call-in within five clear working days and a hearing within ten working
 * days, by three members or the chair, as is common. Not verified for any council.
 */
export const exampleConstitution: Constitution = {
  document: 'Example constitution',
  readOn: null,
  isExample: true,
  memberQuestion: local('clear-working-day', 4, 'questions by members', '10:00'),
  publicQuestion: local('clear-working-day', 4, 'questions by the public', '10:00'),
  publicQuestionNotOnAgenda: local('clear-working-day', 6, 'questions by the public', '10:00'),
  decisionNotice: local('working-day-2007', 2, 'notice of decisions'),
  callIn: local('clear-working-day', 5, 'call-in'),
  callInHearing: local('working-day-2007', 10, 'call-in'),
  questionTime: {
    minutes: 30,
    at: ['council', 'cabinet', 'scrutiny', 'committee'],
    paragraph: 'questions',
  },
  supplementaries: { each: 1, withConsentOfChair: true, paragraph: 'questions' },
  callInBy: { members: 3, chairAlone: true, others: '', paragraph: 'call-in' },
  quorum: { oneIn: 4, least: 3, paragraph: 'quorum' },
  substitutes: { sameParty: true, hours: null, paragraph: 'substitutes' },
  numbering: { minutes: 'each meeting', paragraph: 'minutes' },
  specialUrgency: { who: 'The chair of overview and scrutiny', paragraph: 'special urgency' },
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
  const law = localLaw(constitution, paragraph)
  return { ...STEPS[step], period, law, ...(at === undefined ? {} : { at }) }
}

/** A paragraph of a council's constitution as a source to cite. */
export function localLaw(
  { document, readOn }: Pick<Constitution, 'document' | 'readOn'>,
  paragraph: string,
): Law {
  return {
    document,
    paragraph,
    reading:
      readOn === null
        ? { kind: 'unverified', because: 'nobody has checked it against the constitution' }
        : { kind: 'read', on: readOn, at: 'the council’s website' },
  }
}

function local(unit: Period['unit'], length: number, paragraph: string, at?: string): LocalPeriod {
  return { period: { unit, length }, paragraph, ...(at === undefined ? {} : { at }) }
}
