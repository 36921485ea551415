import type { Day } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import type { Viewer } from '#people'
import type { Thing } from './thread.ts'

/** Where the thread is broken. The order is the order in which they are listed. */
export const gapKinds = {
  'audit-alert-unanswered': {
    title: 'Alerts of audits that nobody has answered in time',
    says: 'A child may not be safe, or work was inadequate. Acknowledge it, act, and have somebody confirm.',
  },
  'finding-not-triaged': {
    title: 'Findings that nobody has looked at yet',
    says: 'Read it and decide: act, decline with a reason, or merge it with another.',
  },
  'recommendation-without-action': {
    title: 'Recommendations and findings without an action',
    says: 'Something was found and no action in a plan answers it.',
  },
  'action-without-measure': {
    title: 'Actions without a measure',
    says: 'Without a measure nobody can see whether it made a difference.',
  },
  'measure-without-data': {
    title: 'Measures without data',
    says: 'A measure is named, and no extract that was loaded can count it.',
  },
  'line-without-owner': {
    title: 'Lines of a plan without an owner',
    says: 'Nobody is accountable for it yet.',
  },
  'line-without-difference': {
    title: 'Lines that do not say what will be different for children',
    says: 'A task that says only what is done cannot be told from one that helps.',
  },
  'update-late': {
    title: 'Updates that are late',
    says: 'The cycle’s day has passed and nobody has written how it goes.',
  },
  'measures-not-moving': {
    title: 'Projects whose measures have not moved for six months',
    says: 'Work goes on and the figures stay where they were.',
  },
  'closed-without-verification': {
    title: 'Closed without verification',
    says: 'It was closed, and nobody has shown that anything changed.',
  },
  'measure-slid-back': {
    title: 'Closed, and the measure slides back',
    says: 'It was proved once. The measure has got worse since.',
  },
  're-test-due': {
    title: 'Re-tests that are due',
    says: 'Somebody was to look again after closing, and the day has passed.',
  },
  'audit-dispute-undecided': {
    title: 'Grades of audits that are disputed and not decided',
    says: 'Somebody who had no part in it decides, with words.',
  },
  'audit-half-done': {
    title: 'Audits that were begun and not handed in',
    says: 'Go on with it, or stop it with a reason.',
  },
  'audit-never-re-tested': {
    title: 'Audit findings never tested again',
    says: 'Nobody has looked again whether practice is different.',
  },
  'assurance-without-check': {
    title: 'Assurances without a check',
    says: 'Somebody said that it is so, and nobody has looked.',
  },
  'ask-without-commitment': {
    title: 'Minutes that ask for something nobody has raised',
    says: 'Raise what was asked, promised or assured, or say why nothing follows from it.',
  },
  'minutes-not-agreed': {
    title: 'Minutes that no meeting has agreed',
    says: 'Minutes are a draft until a later meeting agrees them. Two have passed.',
  },
  'commitment-without-owner': {
    title: 'Actions of meetings without an owner',
    says: 'A meeting asked for it, and nobody answers for it yet.',
  },
  'commitment-overdue': {
    title: 'What was promised to a meeting and is overdue',
    says: 'Its day has passed. Do it, or promise it again with a reason.',
  },
  'recommendation-without-response': {
    title: 'Recommendations of meetings without a response',
    says: 'Two months have passed, and nobody has accepted or rejected it.',
  },
  'answer-not-sent': {
    title: 'Answers promised in a meeting and not sent',
    says: 'Somebody asked, was told that an answer would follow, and is still waiting.',
  },
  'concern-unanswered': {
    title: 'Concerns that came back and are not answered',
    says: 'It was raised at more than one meeting, and nobody has answered it since.',
  },
} as const
export type GapKind = keyof typeof gapKinds

export interface Gap {
  readonly kind: GapKind
  readonly subject: Thing
  readonly title: string
  readonly href: string
  /** Who is to close it; null where nobody is named. */
  readonly owner: string | null
  /** Since when it has been open. */
  readonly since: Day | null
  /** What is missing, in a sentence. */
  readonly words: string
}

/** What a room knows of gaps: only those among things that the viewer may see. */
export type GapSource = (
  trx: Trx,
  asked: { readonly today: Day; readonly viewer: Viewer },
) => Promise<readonly Gap[]>

export interface GapGroup {
  readonly kind: GapKind
  readonly gaps: readonly Gap[]
}

/** By kind in the order above, and within a kind the oldest first; those without a date last. */
export function groupGaps(gaps: readonly Gap[]): readonly GapGroup[] {
  // as: the keys of a constant are its kinds.
  return (Object.keys(gapKinds) as GapKind[]).flatMap(kind => {
    const mine = gaps.filter(gap => gap.kind === kind)
    const sorted = mine.toSorted(
      (a, b) =>
        (a.since ?? Number.MAX_SAFE_INTEGER) - (b.since ?? Number.MAX_SAFE_INTEGER) ||
        a.title.localeCompare(b.title),
    )
    return sorted.length === 0 ? [] : [{ kind, gaps: sorted }]
  })
}

/** '3 days', '5 weeks', '14 months': as much as a person needs to know how old something is. */
export function ageInWords(since: Day, today: Day): string {
  const days = Math.max(0, today - since)
  const said = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`
  if (days === 0) return 'today'
  if (days < 28) return said(days, 'day')
  if (days < 120) return said(Math.floor(days / 7), 'week')
  return said(Math.floor(days / 30.44), 'month')
}
