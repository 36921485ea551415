import type { AskRule } from './ask.ts'
import { askedRules } from './rules-asked.ts'
import { promiseRules, saidRules } from './rules-said.ts'

const labels: readonly AskRule[] = [
  {
    id: 'labelled',
    kind: 'action',
    looksFor: 'ACTION: and what or who follows',
    example: 'ACTION: Head of Fostering to circulate the figures by 3 May 2030',
    not: 'Action Plan: progress was reported.',
  },
  {
    id: 'table-of-actions',
    kind: 'action',
    looksFor: 'a table with columns for the action and its owner or date',
    example: 'Action\tOwner\tDue / Circulate the figures\tHead of Fostering\t3 May 2030',
    not: 'a table of figures',
  },
  {
    id: 'owner-to-do',
    kind: 'action',
    looksFor: 'a paragraph that begins with a post or person “to” do something',
    example: 'Head of Fostering to circulate the figures to members.',
    not: 'The committee to receive a verbal update.',
  },
]

/** Every rule, with what it looks for, an example, and what it passes over: for the page of rules. */
export const ASK_RULES: readonly AskRule[] = [
  ...labels,
  ...[...askedRules, ...promiseRules, ...saidRules].map(({ id, kind, looksFor, example, not }) => ({
    id,
    kind,
    looksFor,
    example,
    not,
  })),
]
