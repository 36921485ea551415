import { type Ask, findAsks, isForFollowingUp } from '../asks/index.ts'
import type { Check } from './fault.ts'

export const commitments: Check = {
  id: 'commitments',
  title: 'Commitments without owner or date',
  looksFor: 'What minutes ask for or promise without saying who does it or by when',
  rule: 'What was asked for and has nobody and no day is lost: good practice in scrutiny, no duty of law. A recommendation to the executive is answered within two months, Local Government Act 2000 section 9FE (text unverified)',
  find: ({ text }) =>
    findAsks(text)
      .filter(ask => isForFollowingUp(ask) && ask.missing.length > 0)
      // The body has its own meetings and, for the executive, the law gives the day.
      .filter(ask => ask.kind !== 'recommendation to a body' || ask.missing.includes('owner'))
      .map(ask => ({
        kind: 'commitment' as const,
        says: `${sentenceStart(ask)} has ${lacking(ask)}.`,
        severity: 'look again' as const,
        start: ask.start,
        end: ask.end,
        suggestion: ask.missing.includes('owner')
          ? 'Raise an action from this paragraph with an owner and a day.'
          : 'Raise an action from this paragraph with a day.',
      })),
}

const said: Readonly<Record<Ask['kind'], string>> = {
  action: 'An action',
  'recommendation to a body': 'A recommendation',
  'recommendation to posts': 'A recommendation',
  'question to be answered': 'A question still to be answered',
  'update requested': 'A request for an update',
  'report expected': 'A report that is expected',
  promise: 'A promise',
  assurance: 'An assurance',
  concern: 'A concern',
  recognition: 'A word of recognition',
}

function sentenceStart(ask: Ask): string {
  const whose = ask.to === null ? '' : ` (${ask.to})`
  return `${said[ask.kind]}${whose}${ask.paragraph === null ? '' : ` in ${ask.paragraph}`}`
}

function lacking(ask: Ask): string {
  const vague =
    typeof ask.when === 'string' && ask.missing.includes('date') ? ` (it says “${ask.when}”)` : ''
  if (ask.missing.length === 2) return `no owner and no day${vague}`
  return ask.missing[0] === 'owner' ? 'no owner' : `no day${vague}`
}
