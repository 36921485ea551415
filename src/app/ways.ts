import { type BodiesRooms, keepBodies, seeBodies } from '#bodies'
import { seeCommitments } from '#commitments'
import { seeComparators } from '#comparators'
import { seeDecisions } from '#decisions'
import { seeDeclarations } from '#declarations'
import { seeBoard } from '#inspections'
import { keyQuestionPath, keyQuestions, seeKeyQuestions } from '#key-questions'
import { keepMinutes, seeMinutes } from '#minutes'
import type { Way } from '#people'
import { importMeetings } from '#published'
import { seeQuality } from '#data-quality'
import { seeReconciliation } from '#reconciliation'
import { seeQuestions } from '#questions'

/** Ways from the first page of meetings to the rooms around them. */
export const waysFromMeetings: readonly Way[] = [
  { text: 'Bodies and who sits there', href: '/bodies', needs: seeBodies },
  { text: 'Posts and who held them', href: '/posts', needs: seeBodies },
  { text: 'What meetings asked for', href: '/commitments', needs: seeCommitments },
  { text: 'Workplan', href: '/workplan', needs: seeCommitments },
  { text: 'Decisions', href: '/decisions', needs: seeDecisions },
  { text: 'Register of interests', href: '/register-of-interests', needs: seeDeclarations },
  { text: 'Read in minutes, an agenda or a report', href: '/minutes/import', needs: keepMinutes },
  { text: 'Bring in from ModernGov', href: '/meetings/import-moderngov', needs: importMeetings },
  { text: 'The constitution', href: '/constitution', needs: keepBodies },
]

/** Ways from one meeting; ':id' stands for it. */
export const waysFromMeeting: readonly Way[] = [
  { text: 'Minutes', href: '/meetings/:id/minutes', needs: seeMinutes },
  { text: 'Questions', href: '/meetings/:id/questions', needs: seeQuestions },
  { text: 'Declarations of interest', href: '/meetings/:id/declarations', needs: seeDeclarations },
]

/** Ways from one body, by its kind, to what other rooms say of it. */
export const waysFromBody: NonNullable<BodiesRooms['waysFromBody']> = {
  'improvement board': [
    { text: 'What moved, what stalled and what the board asked', href: '/board', needs: seeBoard },
  ],
}

/** Ways from the list of indicators to what other rooms say of figures. */
export const waysFromIndicators: readonly Way[] = [
  { text: 'Other authorities', href: '/comparators', needs: seeComparators },
  { text: 'Questions to ask', href: '/questions-to-ask', needs: seeKeyQuestions },
]

/** The questions by which the list of indicators can be parted. */
export const askedOf = keyQuestions.map(({ key, asks, indicators }) => ({
  key,
  asks,
  href: keyQuestionPath(key),
  indicators,
}))

/** Ways from the page of data to what it is worth. */
export const waysFromData: readonly Way[] = [
  { text: 'How good the data is', href: '/data/quality', needs: seeQuality },
  {
    text: 'The same count from two sources',
    href: '/data/reconciliation',
    needs: seeReconciliation,
  },
]
