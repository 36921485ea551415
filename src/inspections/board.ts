import { type Day, occasionAt, occasionsBetween } from '#calendar'

/** The board that holds the council to its improvement: who sits on it, and when it meets. */
export interface Board {
  readonly id: string
  readonly name: string
  /** The post of whoever chairs: 'Independent chair'. */
  readonly chair: string
  /** Whom the chair works for; empty for nobody whom the board looks at, which makes them independent. */
  readonly chairOrganisation: string
  readonly firstOn: Day
  readonly weeks: number
  readonly endedOn: Day | null
  readonly members: readonly Member[]
  readonly moved: readonly MovedMeeting[]
}

export interface Member {
  readonly post: string
  readonly organisation: string
}

export interface MovedMeeting {
  readonly nth: number
  readonly heldOn: Day
  readonly reason: string
}

/** A chair is independent who works for none of those who sit at the table. */
export function isIndependent({
  chairOrganisation,
  members,
}: Pick<Board, 'chairOrganisation' | 'members'>): boolean {
  const plain = (name: string): string => name.trim().toLowerCase()
  return (
    plain(chairOrganisation) === '' ||
    members.every(({ organisation }) => plain(organisation) !== plain(chairOrganisation))
  )
}

/** The nth meeting; of a moved day, the day it was moved to. */
export const meetingAt = occasionAt

/** Meetings from a day to another, both included. */
export const meetingsBetween = occasionsBetween

export const effects = {
  changed: 'Something changed',
  assured: 'The board was assured, with evidence',
  'no-effect': 'Nothing changed',
  'not-known': 'Not known yet',
} as const
export type Effect = keyof typeof effects
export const effectKeys = ['changed', 'assured', 'no-effect', 'not-known'] as const

/** Something that the board asked, and what became of it. */
export interface Question {
  readonly id: string
  readonly askedOn: Day
  readonly askedBy: string
  readonly organisation: string
  readonly words: string
  readonly owner: string | null
  readonly dueOn: Day | null
  readonly answer: string | null
  readonly answeredOn: Day | null
  readonly followedWords: string | null
  readonly followedOn: Day | null
  readonly effect: Effect | null
  readonly effectWords: string | null
}

export type QuestionState = 'late' | 'open' | 'answered' | 'followed up' | 'done'

/** How a question stands: an answer alone is not the end of it. */
export function questionState(question: Question, today: Day): QuestionState {
  const { answer, answeredOn, dueOn, followedOn, effect } = question
  if (answer === null || answeredOn === null)
    return dueOn !== null && dueOn < today ? 'late' : 'open'
  if (followedOn === null) return 'answered'
  return effect === null || effect === 'not-known' ? 'followed up' : 'done'
}

export interface ChallengeMeasure {
  readonly asked: number
  readonly answered: number
  readonly followed: number
  readonly changed: number
  readonly assured: number
  readonly late: number
}

/** What challenge came to: of all that was asked, how much was followed up and how much changed. */
export function challengeMeasure(questions: readonly Question[], today: Day): ChallengeMeasure {
  const count = (test: (question: Question) => boolean): number => questions.filter(test).length
  return {
    asked: questions.length,
    answered: count(({ answeredOn }) => answeredOn !== null),
    followed: count(({ followedOn }) => followedOn !== null),
    changed: count(({ effect }) => effect === 'changed'),
    assured: count(({ effect }) => effect === 'assured'),
    late: count(question => questionState(question, today) === 'late'),
  }
}

/** What was asked at the last meeting, and at every earlier one without an end. */
export function askedLastTime(
  questions: readonly Question[],
  last: Day | null,
  today: Day,
): { readonly last: readonly Question[]; readonly earlier: readonly Question[] } {
  return {
    last: questions.filter(({ askedOn }) => askedOn === last),
    earlier: questions.filter(
      question =>
        question.askedOn !== last &&
        (last === null || question.askedOn < last) &&
        questionState(question, today) !== 'done',
    ),
  }
}
