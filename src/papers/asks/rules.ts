import type { Actor } from './actors.ts'
import type { AskKind, AskRule } from './ask.ts'

/** A sentence with what is known of it; `text` has straight quotation marks and plain spaces. */
export interface Said {
  readonly text: string
  readonly actors: readonly Actor[]
  /** It stands at the beginning of its paragraph or list item. */
  readonly first: boolean
  /** It stands under RESOLVED or RECOMMENDED. */
  readonly resolved: boolean
  /** The last actors named before it in its paragraph. */
  readonly before: readonly Actor[]
}

/** What a rule makes of a sentence: the kind may be nearer than the rule's own. */
export interface Heard {
  readonly kind?: AskKind
  readonly to: readonly Actor[]
  /** Concerns: raised before. */
  readonly again?: boolean
  /** It counts only with a time: “would be in place by May”. */
  readonly needsTime?: boolean
}

export interface Rule extends AskRule {
  readonly hear: (said: Said) => Heard | null
}

export const nounsOfNews =
  '(?:updates?|information|data|figures?|breakdowns?|briefings?(?: notes?| papers?)?|notes?|clarification|details?|analysis|statistics|benchmarking|evidence|feedback|examples?|case studies|copy|copies|list|summary|timelines?|presentation|dashboard|progress)'
export const nounsOfReports =
  '(?:reports?(?! back)|papers?|reviews?|findings|results|strategy|business case|action plan|plan|item|evaluation)'

/** Verbs after “agreed to”, “would” and the like that promise a piece of work. */
export const work =
  '(?:provide|circulate|share|send|forward|distribute|supply|submit|look into|look at|investigate|follow (?:this |that |it )?up|check|find out|write|arrange|raise|take (?:this|that|it|the)|feed (?:this|that|it|back)|liaise|speak|talk|contact|respond|reply|report|bring|bring back|come back|prepare|produce|clarify|confirm|organise|discuss|meet|consult|explore|review|establish|ask|pass|add|include|ensure|amend|update|publish|notify|inform|attend|invite|visit|carry out|undertake|set up|develop|draft|complete|work with|pursue|lobby|chase|monitor|obtain|make available|give (?:members|the)|consider)'

const self = new Set([
  'members',
  'the committee',
  'the panel',
  'the board',
  'the commission',
  'Cabinet',
])
export const isSelf = (actor: Actor | undefined): boolean =>
  actor?.kind === 'group' && self.has(actor.name)

/** The actor nearest before a place, within reach; “he” and “they” take the last of the paragraph. */
export function subjectOf(said: Said, place: number): Actor | null {
  const before = said.actors.filter(actor => actor.end <= place + 1)
  const clause = said.text.slice(0, place)
  const nearest = before.findLast(actor => actor.end > clause.lastIndexOf('; '))
  if (/\b(?:he|she|they|it) (?:also |then |further |would |will |had )?$/i.test(clause.slice(-28)))
    return nearest ?? said.before.at(-1) ?? null
  return nearest ?? null
}

/** What a sentence asks for once somebody is asked: an update, a report or something else. */
export function kindOfWish(text: string): AskKind {
  const report = new RegExp(String.raw`\b(?:${nounsOfReports})\b`, 'i').exec(text)
  const news = new RegExp(
    String.raw`\b(?:${nounsOfNews}|kept (?:fully )?(?:informed|updated))\b`,
    'i',
  ).exec(text)
  if (news !== null && (report === null || news.index < report.index)) return 'update requested'
  return report === null ? 'action' : 'report expected'
}

/** The same of a task: only who is to give something is asked for a report; who signs off a plan is not. */
export function kindOfTask(text: string): AskKind {
  const gives =
    /^[^.;]{0,60}?\b(?:provide|submit|bring|present|produce|prepare|send|circulate|give|share|report|supply|update)\b/i
  if (/^\W{0,3}(?:to )?report back\b/i.test(text)) return 'report expected'
  return gives.test(text) ? kindOfWish(text) : 'action'
}

/** What lies in the past, or is said not to happen. */
export const pastOrNot =
  /\b(?:had (?:been |previously |already |also )?(?:asked|requested|agreed|recommended|undertaken|promised)|previously (?:asked|requested|agreed|recommended)|as (?:requested|agreed|recommended)|at (?:the|its|their) (?:last|previous) meeting|did not agree|declined to|no (?:further )?(?:action|update|report)s? (?:was|were|is|are)|(?:has|have) been (?:asked|requested|invited))\b/i
