import { seeBodies } from '#bodies'
import { seeCommitments } from '#commitments'
import { seeQuality } from '#data-quality'
import type { Theme } from '#findings'
import { seeLooking } from '#looking'
import type { Way } from '#people'
import { seeParts } from '#performance'
import { seeReconciliation } from '#reconciliation'
import { seeThread } from '#thread'

/**
 * One of the nine questions that an adviser of the Local Government Association gives to those who
 * scrutinise children's services (a presentation to members, slide “Key questions”; read 21 November
 * 2026), in words of our own, with what answers it.
 */
export interface KeyQuestion {
  /** Stands in its address. */
  readonly key: string
  readonly asks: string
  /** Why it matters, and what a member might ask next. */
  readonly because: string
  readonly next: readonly string[]
  /** The codes of the indicators that answer it. */
  readonly indicators: readonly string[]
  /** What findings about it are about. */
  readonly themes: readonly Theme[]
  /** Other pages that answer it, for whom they are there. */
  readonly pages: readonly Way[]
}

export const keyQuestions: readonly KeyQuestion[] = [
  {
    key: 'leadership-and-workforce',
    asks: 'Are leaders and social workers good, and do they stay?',
    because:
      'Children do better with a social worker who stays. Where leaders and workers change often, improvement stops.',
    next: [
      'How many social workers has a child had in the last year?',
      'Where do those who leave go, and what do they say on leaving?',
    ],
    indicators: ['WF01', 'WF02', 'WF03', 'WF04', 'WF07', 'WF11', 'WF12', 'CA21'],
    themes: ['workforce', 'leadership'],
    pages: [{ text: 'Posts and who held them', href: '/posts', needs: seeBodies }],
  },
  {
    key: 'line-of-sight',
    asks: 'Do leaders see what happens with children?',
    because:
      'A service that does not look at its own practice hears of trouble from an inspector. Supervision and audits are how leaders see it first.',
    next: [
      'When did each of you last read an audit of a child’s record?',
      'What did the last ten audits find, and what was done about it?',
    ],
    indicators: ['WF08', 'WF09', 'QA01', 'QA02', 'QA03', 'QA04', 'QA05', 'CA20'],
    themes: ['management-oversight', 'audit-and-quality'],
    pages: [{ text: 'Who looks, and how often', href: '/looking', needs: seeLooking }],
  },
  {
    key: 'demand',
    asks: 'Are the right children in the right part of the system?',
    because:
      'Thresholds that are too high leave children at risk. Thresholds that are too low take families through enquiries that they did not need.',
    next: [
      'Why do children come back within a year?',
      'Do schools, police and health refer the children that we expect?',
    ],
    indicators: [
      'FD01',
      'FD03',
      'FD05',
      'FD06',
      'FD07',
      'FD08',
      'FD09',
      'AS05',
      'CN01',
      'CP01',
      'CP05',
      'CP06',
      'CP07',
      'CP09',
      'CA01',
      'CA02',
    ],
    themes: ['front-door', 'early-help', 'partnership'],
    pages: [],
  },
  {
    key: 'caseloads-and-quality',
    asks: 'Are caseloads small enough for good work?',
    because: 'A worker who holds too many children cannot know them.',
    next: [
      'Which teams have workers above the ceiling, and for how long?',
      'Is the work better where caseloads are smaller?',
    ],
    indicators: ['WF05', 'WF06', 'WF10', 'QA02', 'CA17', 'CP16', 'CP18'],
    themes: ['workforce', 'plans', 'assessments'],
    pages: [{ text: 'Caseloads by team', href: '/teams', needs: seeParts }],
  },
  {
    key: 'timeliness',
    asks: 'Do things happen in time for children?',
    because: 'For a small child, a month is long. Delay is harm that does not show at once.',
    next: [
      'Where work is late, which children wait longest, and why?',
      'Has it become faster because it became worse?',
    ],
    indicators: [
      'FD02',
      'AS01',
      'AS02',
      'AS04',
      'CP04',
      'CP17',
      'CT02',
      'CT03',
      'CA16',
      'CA19',
      'HE01',
      'ED01',
      'PE04',
      'PE05',
      'VO01',
    ],
    themes: ['assessments', 'pre-proceedings', 'permanence'],
    pages: [{ text: 'What is overdue, by team', href: '/teams', needs: seeParts }],
  },
  {
    key: 'duties',
    asks: 'Do we do what the law asks of us?',
    because:
      'Visits, reviews and health checks are the least that the law gives a child. They do not make practice good, but without them nobody knows.',
    next: [
      'Which children have not been seen, and who is going to see them this week?',
      'Who checks that what is recorded as done was done?',
    ],
    indicators: [
      'CP14',
      'CP15',
      'CN03',
      'CA13',
      'CA15',
      'CA18',
      'HE02',
      'HE03',
      'ED02',
      'MI02',
      'MI03',
      'LC06',
      'LC07',
      'FO02',
      'FO03',
    ],
    themes: ['visits', 'strategy-and-protection', 'private-fostering', 'health', 'care-leavers'],
    pages: [],
  },
  {
    key: 'culture',
    asks: 'Does the council learn and get better?',
    because:
      'Improvement lasts where people say what is wrong, and something then changes. A recommendation that comes back shows that it did not.',
    next: [
      'Which promises to this committee have been put off more than once?',
      'What did we change because a worker said so?',
    ],
    indicators: ['QA04', 'QA05', 'WF01', 'WF07', 'FI01', 'FI02'],
    themes: ['leadership', 'audit-and-quality'],
    pages: [
      { text: 'Where the thread is broken', href: '/gaps', needs: seeThread },
      { text: 'Promises to meetings', href: '/commitments', needs: seeCommitments },
    ],
  },
  {
    key: 'data',
    asks: 'Can we rely on what we are told?',
    because: 'A figure is worth what its data is worth.',
    next: [
      'Which figure in front of us would you trust least?',
      'Do two sources give the same answer?',
    ],
    indicators: ['QA03'],
    themes: ['data-and-recording'],
    pages: [
      { text: 'How good the data is', href: '/data/quality', needs: seeQuality },
      {
        text: 'The same count from two sources',
        href: '/data/reconciliation',
        needs: seeReconciliation,
      },
    ],
  },
  {
    key: 'voice',
    asks: 'What is it like for children and for those who work with them?',
    because:
      'Every figure can be good while children are not heard. Only they can say whether it made a difference.',
    next: [
      'What have children asked for, and what did they get?',
      'What do workers say that they would not say to an inspector?',
    ],
    indicators: ['AS03', 'CA14', 'CA17', 'CP16', 'VO01', 'VO02', 'VO03', 'MI02', 'LC05'],
    themes: ['voice', 'family-feedback', 'workforce'],
    pages: [],
  },
]

export function keyQuestion(key: string): KeyQuestion | undefined {
  return keyQuestions.find(each => each.key === key)
}

/** The page of one of them, with all that answers it. */
export function keyQuestionPath(key: string): string {
  return `/questions-to-ask/${key}`
}
