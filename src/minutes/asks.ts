import { type Day, longDay } from '#calendar'
import type { Commitment, CommitmentKind } from '#commitments'
import { type Ask, type AskKind, ASK_RULES, findAsks } from '#papers'
import type { Paragraph } from './minutes.ts'
import type { Dismissal } from './store/index.ts'

/** What each kind of ask is raised as. */
export const raisedAs: Readonly<Record<AskKind, CommitmentKind>> = {
  action: 'action',
  'recommendation to a body': 'recommendation',
  'recommendation to posts': 'recommendation',
  'question to be answered': 'question',
  'update requested': 'report expected',
  'report expected': 'report expected',
  promise: 'action',
  assurance: 'assurance',
  concern: 'concern',
  recognition: 'recognition',
}

export const askKindWords: Readonly<Record<AskKind, string>> = {
  action: 'Something to do',
  'recommendation to a body': 'Recommendation to a body',
  'recommendation to posts': 'Recommendation to a post',
  'question to be answered': 'Question to be answered',
  'update requested': 'Update asked for',
  'report expected': 'Report expected',
  promise: 'Promise',
  assurance: 'Assurance',
  concern: 'Concern',
  recognition: 'Recognition',
}

/** Something that minutes ask for, promise or assure, and what became of it. */
export interface FoundAsk {
  readonly ask: Ask
  readonly paragraph: Paragraph
  /** The sentence that was found. */
  readonly words: string
  /** What the rule that found it looks for. */
  readonly rule: string
  readonly became:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'raised'; readonly commitment: Commitment }
    | { readonly kind: 'dismissed'; readonly dismissal: Dismissal }
}

/**
 * Everything that the paragraphs of a meeting ask for, promise, assure, worry about or praise, each
 * with what became of it.
 */
export function asksIn(
  paragraphs: readonly Paragraph[],
  meetingOn: Day,
  raised: readonly Commitment[],
  dismissals: readonly Dismissal[],
): readonly FoundAsk[] {
  const { text, starts } = textOf(paragraphs)
  return findAsks({ text, meetingOn }).flatMap((ask): readonly FoundAsk[] => {
    const found = starts.findLast(each => each.at <= ask.start)
    if (found === undefined) return []
    const { paragraph } = found
    // The number in front belongs to the paragraph and to no sentence of it.
    const from = found.at + (paragraph.number === '' ? 0 : paragraph.number.length + 1)
    const words = text.slice(Math.max(ask.start, from), ask.end).trim()
    const rule = ASK_RULES.find(each => each.id === ask.rule)?.looksFor ?? ask.rule
    return [
      { ask, paragraph, words, rule, became: became(ask, paragraph, words, raised, dismissals) },
    ]
  })
}

/** The minutes as one text, each paragraph with its number, and where each begins. */
function textOf(paragraphs: readonly Paragraph[]) {
  const starts: { readonly at: number; readonly paragraph: Paragraph }[] = []
  let text = ''
  for (const paragraph of paragraphs) {
    if (paragraph.struck || paragraph.kind === 'present' || paragraph.kind === 'heading') continue
    starts.push({ at: text.length, paragraph })
    const number = paragraph.number === '' ? '' : `${paragraph.number} `
    text += `${number}${paragraph.words}\n\n`
  }
  return { text, starts }
}

function became(
  ask: Ask,
  paragraph: Paragraph,
  words: string,
  raised: readonly Commitment[],
  dismissals: readonly Dismissal[],
): FoundAsk['became'] {
  const commitment = raised.find(
    each =>
      each.origin.id === paragraph.id &&
      answersTo(each.kind, ask.kind) &&
      sharesWords(each.words, words),
  )
  if (commitment !== undefined) return { kind: 'raised', commitment }
  const dismissal = dismissals.find(
    each =>
      each.paragraphId === paragraph.id && each.rule === ask.rule && each.words === plain(words),
  )
  return dismissal === undefined ? { kind: 'waiting' } : { kind: 'dismissed', dismissal }
}

/** What was raised may be called otherwise than the rule calls it: a clerk knows better. */
const following: ReadonlySet<CommitmentKind> = new Set([
  'action',
  'recommendation',
  'question',
  'report expected',
])

function answersTo(kind: CommitmentKind, asked: AskKind): boolean {
  const as = raisedAs[asked]
  return kind === as || (following.has(kind) && following.has(as))
}

export const plain = (words: string): string => words.replaceAll(/\s+/g, ' ').trim()

/** The whole paragraph, or this sentence of it, was raised. */
function sharesWords(raised: string, asked: string): boolean {
  const [one, other] = [plain(raised), plain(asked)]
  return one.includes(other) || other.includes(one)
}

/** When it is due, as a form has it: a date, or the words. */
export const dueWords = ({ when }: Pick<Ask, 'when'>): string =>
  when === null ? '' : typeof when === 'number' ? longDay(when) : when

/** A commitment that still has no owner or no date, of those that need one. */
export const lacks = (one: Commitment): readonly ('owner' | 'date')[] => {
  if (one.kind === 'recognition' || one.kind === 'concern' || one.state !== 'open') return []
  const hasOwner = one.owner !== null || one.toBodyName !== null || one.toPosts.length > 0
  const hasDate = one.dueOn !== null || one.promised?.on != null || one.kind === 'assurance'
  return [...(hasOwner ? [] : (['owner'] as const)), ...(hasDate ? [] : (['date'] as const))]
}
