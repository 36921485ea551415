import {
  type Constitution,
  type Day,
  deadline,
  type Deadline,
  inLondon,
  localDuty,
} from '#calendar'

export const categories = { public: 'Question from the public', member: 'Question from a member' }
export type Category = keyof typeof categories

export const states = {
  received: 'Received',
  accepted: 'Accepted',
  refused: 'Not accepted',
  withdrawn: 'Withdrawn',
}
export type State = keyof typeof states

export const ways = {
  form: 'By the form',
  'e-mail': 'By e-mail',
  letter: 'By letter',
  'by hand': 'Handed in',
}
export type Way = keyof typeof ways

/** A question that somebody put to a meeting before it, and the written answer. */
export interface Question {
  readonly id: string
  readonly meetingId: string
  readonly category: Category
  /** In its category at this meeting, once it is accepted. */
  readonly number: number | null
  readonly asker: string
  readonly capacity: string
  /** To send the answer to; never shown with the question. */
  readonly email: string
  readonly subject: string
  readonly words: string
  readonly itemId: string | null
  readonly packPage: string
  /** Who is asked, as titled. */
  readonly respondent: string
  readonly how: Way
  readonly receivedAt: Date
  /** The rule as it stood when the question came, in words. */
  readonly noticeWords: string
  readonly late: boolean
  readonly state: State
  readonly stateWords: string
  readonly answer: string | null
  readonly answeredBy: string
  readonly onBehalfOf: string
  readonly approvedBy: string | null
  readonly approvedAt: Date | null
  readonly publishedAt: Date | null
  readonly version: number
}

/** What was asked in the room after the written answers. */
export interface Supplementary {
  readonly id: string
  readonly meetingId: string
  readonly number: number
  readonly asker: string
  readonly itemId: string | null
  readonly packPage: string
  /** The questions that it follows: one may follow several. */
  readonly follows: readonly string[]
  readonly parts: readonly Part[]
  readonly publishedAt: Date | null
}

export interface Part {
  readonly id: string
  readonly position: number
  readonly words: string
  readonly respondent: string
  /** For whom they answered: the chief executive, with the leader's agreement. */
  readonly onBehalfOf: string
  /** What was said in the room; empty where nothing was. */
  readonly answer: string
  /** Who will answer, where more was promised. */
  readonly owner: string
  readonly dueOn: Day | null
  readonly later: LaterAnswer | null
}

/** What was sent after the meeting. */
export interface LaterAnswer {
  readonly words: string
  readonly on: Day
  readonly how: string
  readonly by: string
  /** What was agreed to be worded otherwise because of it; empty for nothing. */
  readonly amends: string
}

/** Where the answer to a part stands. */
export type PartState = 'answered' | 'to follow' | 'answered later' | 'not answered'

export function partState(part: Pick<Part, 'answer' | 'owner' | 'dueOn' | 'later'>): PartState {
  if (part.later !== null) return 'answered later'
  if (part.owner !== '' || part.dueOn !== null) return 'to follow'
  return part.answer === '' ? 'not answered' : 'answered'
}

/** Where the written answer stands. */
export type AnswerState = 'none' | 'drafted' | 'approved' | 'published'

export function answerState(
  question: Pick<Question, 'answer' | 'approvedAt' | 'publishedAt'>,
): AnswerState {
  if (question.publishedAt !== null) return 'published'
  if (question.approvedAt !== null) return 'approved'
  return question.answer === null ? 'none' : 'drafted'
}

export const answerStateWords: Readonly<Record<AnswerState, string>> = {
  none: 'No answer yet',
  drafted: 'Answer drafted',
  approved: 'Answer approved',
  published: 'Answer published',
}

/**
 * When notice of a question has to be there, by the council's own constitution; null where it sets
 * no such time.
 */
export function noticeOf(
  constitution: Constitution,
  category: Category,
  heldOn: Day,
  isOnAgenda = true,
): Deadline | null {
  const duty =
    category === 'member'
      ? localDuty(constitution, 'memberQuestion')
      : ((isOnAgenda ? null : localDuty(constitution, 'publicQuestionNotOnAgenda')) ??
        localDuty(constitution, 'publicQuestion'))
  return duty === null ? null : deadline(duty, heldOn)
}

/**
 * Whether a question came in time. ‘10:00’ is kept by what comes while the clock shows 10:00, and
 * missed at 10:01.
 */
export function isInTime({ due, at }: Pick<Deadline, 'due' | 'at'>, received: Date): boolean {
  const { day, clock } = inLondon(received)
  return day < due || (day === due && (at === null || clock <= at))
}

/** What minutes say of a meeting's questions in one category: how many, or that there were none. */
export function countWords(category: Category, accepted: number): string {
  const what = category === 'public' ? 'questions from the public' : 'questions from members'
  if (accepted === 0)
    return category === 'public'
      ? 'No questions from the public were received.'
      : 'No questions from members were received.'
  const were =
    accepted === 1 ? `One ${what.replace('questions', 'question')} was` : `${accepted} ${what} were`
  return `${were} received before the meeting.`
}

/** Whether its words may be shown to everybody. */
export const isShown = ({ state, publishedAt }: Pick<Question, 'state' | 'publishedAt'>): boolean =>
  state === 'accepted' && publishedAt !== null
