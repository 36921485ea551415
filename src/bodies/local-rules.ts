import type { Constitution, LocalPeriod, LocalStep, Unit } from '#calendar'
import { type BodyKind, bodyKindWords } from './body.ts'

// What a constitution sets, in words.

export const localSteps: Readonly<Record<LocalStep, string>> = {
  memberQuestion: 'Notice of a member’s question',
  publicQuestion: 'Notice of a question from the public',
  publicQuestionNotOnAgenda: 'Notice of a question from the public that is not about the agenda',
  decisionNotice: 'Publication of the notice of a decision',
  callIn: 'Time for call-in',
  callInHearing: 'Hearing of a call-in',
}
export const localStepKeys = [
  'memberQuestion',
  'publicQuestion',
  'publicQuestionNotOnAgenda',
  'decisionNotice',
  'callIn',
  'callInHearing',
] as const satisfies readonly LocalStep[]

/** The ways of counting that constitutions use, most used first. */
export const localUnits = [
  ['clear-working-day', 'clear working days'],
  ['working-day-2007', 'working days'],
  ['clear-calendar-day', 'clear days'],
  ['calendar-day', 'days'],
] as const satisfies readonly (readonly [Unit, string])[]

const countedFrom: Readonly<Record<LocalStep, string>> = {
  memberQuestion: 'before the meeting',
  publicQuestion: 'before the meeting',
  publicQuestionNotOnAgenda: 'before the meeting',
  decisionNotice: 'after the decision',
  callIn: 'after publication of the decision',
  callInHearing: 'after the call-in came',
}

export interface RuleLine {
  readonly title: string
  /** What holds, in a sentence. */
  readonly says: string
  /** Where it stands; null where the council has no such rule. */
  readonly paragraph: string | null
}

/** Every rule of a constitution in words, those that it does not have too. */
export function ruleLines(constitution: Constitution): readonly RuleLine[] {
  const steps = localStepKeys.map(step => {
    const own = constitution[step]
    const says = own === null ? 'No such step.' : periodWords(own, countedFrom[step])
    return { title: localSteps[step], says, paragraph: own?.paragraph ?? null }
  })
  return [...steps, ...otherLines(constitution)]
}

function periodWords({ period, at }: LocalPeriod, from: string): string {
  const unit = localUnits.find(([key]) => key === period.unit)?.[1] ?? period.unit
  const words = period.length === 1 ? unit.replace(/s$/, '') : unit
  return `${at === undefined ? '' : `By ${at}, `}${period.length} ${words} ${from}.`
}

function otherLines(constitution: Constitution): readonly RuleLine[] {
  const {
    questionTime,
    supplementaries,
    callInBy,
    quorum,
    substitutes,
    numbering,
    specialUrgency,
  } = constitution
  const line = <Rule extends { readonly paragraph: string }>(
    title: string,
    rule: Rule | null,
    none: string,
    words: (rule: Rule) => string,
  ): RuleLine => ({
    title,
    says: rule === null ? none : words(rule),
    paragraph: rule?.paragraph ?? null,
  })
  return [
    line('Time for questions', questionTime, 'No rule.', ({ minutes, at }) =>
      [
        minutes === null ? 'As long as it takes' : `${minutes} minutes`,
        at.length === 0 ? 'at no body' : `at ${at.map(kindWords).join(', ')}`,
      ].join(', '),
    ),
    line('Supplementary questions', supplementaries, 'None.', rule =>
      rule.each === 0
        ? 'None.'
        : `${rule.each} to each question${rule.withConsentOfChair ? ', with the consent of the chair' : ''}.`,
    ),
    line('Who may call a decision in', callInBy, 'No rule.', ({ members, chairAlone, others }) =>
      [
        `${members} ${members === 1 ? 'member' : 'members'} of the council`,
        ...(chairAlone ? ['or the chair of scrutiny alone'] : []),
        ...(others === '' ? [] : [`or ${others.slice(0, 1).toLowerCase()}${others.slice(1)}`]),
      ].join(', '),
    ),
    line('Quorum', quorum, 'No rule.', ({ oneIn, least }) =>
      oneIn === 1
        ? `All who vote, and never fewer than ${least}.`
        : `One in ${oneIn} of those who vote, and never fewer than ${least}.`,
    ),
    line('Substitutes', substitutes, 'None.', ({ sameParty, hours }) =>
      [
        sameParty ? 'Of the same political group' : 'Of any political group',
        ...(hours === null ? [] : [`named ${hours} hours before the meeting`]),
      ].join(', '),
    ),
    line('Paragraphs of minutes', numbering, 'No rule.', ({ minutes }) =>
      minutes === 'running' ? 'Numbered on from meeting to meeting.' : 'From 1 at each meeting.',
    ),
    line(
      'Who agrees that a decision cannot wait',
      specialUrgency,
      'As regulation 11 of the 2012 Regulations says.',
      ({ who }) => who,
    ),
  ]
}

const kindWords = (kind: string): string =>
  // as: what is no kind of ours finds nothing and is shown as it is.
  (bodyKindWords[kind as BodyKind] ?? kind).toLowerCase()
