import { type Day, deadline, type Deadline, type RuleId, ruleOn } from '#calendar'

export const noticeKinds = {
  key: 'Key decision',
  'general exception': 'Key decision, general exception',
  'special urgency': 'Key decision, special urgency',
  private: 'Meeting in private',
}
export type NoticeKind = keyof typeof noticeKinds

/** That a decision is coming. */
export interface Notice {
  readonly id: string
  readonly kind: NoticeKind
  readonly matter: string
  readonly maker: string
  readonly members: string
  readonly bodyId: string | null
  readonly fromOn: Day
  readonly toOn: Day
  readonly documents: string
  readonly address: string
  readonly otherDocuments: string
  readonly howToRequest: string
  readonly reason: string
  readonly agreedBy: string
  readonly agreedOn: Day | null
  readonly replaces: string | null
  readonly publishedAt: Date | null
}

/** The eight particulars of regulation 9(1), each with the field that states it. */
export const particulars: readonly {
  readonly letter: string
  readonly says: string
  readonly field: keyof Notice
}[] = [
  { letter: 'a', says: 'that a key decision is to be made', field: 'kind' },
  { letter: 'b', says: 'the matter', field: 'matter' },
  {
    letter: 'c',
    says: 'the name and title of whoever decides, or the name of the body and its members',
    field: 'maker',
  },
  { letter: 'd', says: 'the day, or the period within which it is made', field: 'fromOn' },
  { letter: 'e', says: 'the documents submitted for consideration', field: 'documents' },
  { letter: 'f', says: 'the address from which they can be had', field: 'address' },
  { letter: 'g', says: 'that other documents may be submitted', field: 'otherDocuments' },
  { letter: 'h', says: 'how to ask for details of those', field: 'howToRequest' },
]

/** Particulars that a notice of a key decision does not state yet. */
export function missingParticulars(notice: Notice): typeof particulars {
  if (notice.kind === 'private')
    return particulars.filter(each => each.field === 'matter' && blank(notice.matter))
  const missing = particulars.filter(({ field }) => blank(notice[field]))
  const isBody = notice.bodyId !== null
  const members = particulars.filter(({ letter }) => letter === 'c')
  return isBody && blank(notice.members) && !missing.some(({ letter }) => letter === 'c')
    ? [...missing, ...members]
    : missing
}

const blank = (value: Notice[keyof Notice]): boolean =>
  typeof value === 'string' && value.trim() === ''

const ruleOf: Readonly<Record<NoticeKind, RuleId | null>> = {
  key: 'key-decision-notice',
  'general exception': 'key-decision-general-exception-notice',
  // What special urgency asks for is agreement, and no number of days.
  'special urgency': null,
  private: 'private-meeting-notice',
}

/** The last day on which a notice can be published for a decision on a day; null where there is none. */
export function noticeDeadline(kind: NoticeKind, decisionOn: Day): Deadline | null {
  const id = ruleOf[kind]
  const rule = id === null ? null : ruleOn(id, decisionOn)
  return rule === null ? null : deadline(rule, decisionOn)
}

/** Whether a key decision could be taken on a day, and if not, why. */
export type NoticeStanding =
  | { readonly kind: 'may'; readonly words: string }
  | { readonly kind: 'may-not'; readonly words: string; readonly deadline: Deadline | null }

/**
 * Whether the notice allows a key decision on a day.
 * @param publishedOn the day on which the notice was published; null for not yet
 */
export function mayBeTaken(
  notice: Notice | null,
  publishedOn: Day | null,
  takenOn: Day,
): NoticeStanding {
  if (notice === null)
    return {
      kind: 'may-not',
      words:
        'A key decision needs a published notice: of 28 clear days, under the general exception, or under special urgency.',
      deadline: noticeDeadline('key', takenOn),
    }
  if (publishedOn === null)
    return {
      kind: 'may-not',
      words: 'Its notice is not published.',
      deadline: noticeDeadline(notice.kind, takenOn),
    }
  if (notice.kind === 'special urgency') {
    if (notice.agreedBy.trim() === '')
      return {
        kind: 'may-not',
        words: 'Special urgency needs the agreement of the chair of overview and scrutiny.',
        deadline: null,
      }
    return { kind: 'may', words: `Special urgency was agreed by ${notice.agreedBy}.` }
  }
  if (notice.kind === 'general exception' && notice.agreedBy.trim() === '')
    return {
      kind: 'may-not',
      words: 'Under the general exception the chair of overview and scrutiny has to be told.',
      deadline: null,
    }
  if (takenOn < notice.fromOn || takenOn > notice.toOn)
    return {
      kind: 'may-not',
      words: 'It is taken outside the days that its notice gives.',
      deadline: null,
    }
  const due = noticeDeadline(notice.kind, takenOn)
  if (due !== null && publishedOn > due.due)
    return { kind: 'may-not', words: 'Its notice came too late.', deadline: due }
  return { kind: 'may', words: 'Its notice was published in time.' }
}
