import { type Day, parseIsoDay } from '#calendar'
import { datesIn } from '../checks/dates-in.ts'
import type { Block } from '../checks/fault.ts'
import { type Sentence, blocksOf, linesOf, placeIn, plain, sentencesOf } from '../checks/text.ts'
import { actionRowsIn } from './action-tables.ts'
import { type Actor, type ShortForms, actorsIn, shortFormsIn } from './actors.ts'
import { type Ask, type AskKind, isForFollowingUp } from './ask.ts'
import { labelIn, ownedItem } from './labelled.ts'
import { askedRules } from './rules-asked.ts'
import { promiseRules, saidRules } from './rules-said.ts'
import { type Heard, type Rule, type Said, isSelf } from './rules.ts'
import { type When, whenIn } from './when.ts'

export interface Minutes {
  readonly text: string
  /** The day of the meeting, for dates without a year; taken from the head of the text when not given. */
  readonly meetingOn?: Day
}

/**
 * What minutes ask for, promise, assure, worry about and praise, in the order of the text. Rules read
 * sentence by sentence; each says which it was. A person decides what becomes of each.
 */
export function findAsks(minutes: string | Minutes): readonly Ask[] {
  const { text, meetingOn } =
    typeof minutes === 'string' ? { text: minutes, meetingOn: undefined } : minutes
  const lines = linesOf(text)
  const blocks = blocksOf(text, lines)
  const place = placeIn(text, lines)
  const known: Known = {
    shortForms: shortFormsIn(text.slice(0, 200_000)),
    meetingOn: meetingOn ?? headDate(text),
  }
  const found: Draft[] = [...tableActions(blocks, known)]
  let state: State = { paragraph: null, resolved: false, afterNumber: false, passing: false }
  for (const [at, block] of blocks.entries()) {
    state = next(state, block)
    if (
      block.kind === 'row' ||
      (block.kind === 'heading' && !/\b(?:ACTION|Action)\b/.test(block.text))
    )
      continue
    found.push(...asksOf(block, state, known).map(draft => ({ ...draft, block: at })))
  }
  return withRaised(found.toSorted((a, b) => a.start - b.start)).map(draft => {
    const { when, certain, block: _, ...rest } = draft
    const { line, excerpt } = place(draft.start, draft.end)
    return { ...rest, when, line, excerpt, missing: missingOf(draft, certain) }
  })
}

interface Known {
  readonly shortForms: ShortForms
  readonly meetingOn: Day | null
}

type Draft = Omit<Ask, 'line' | 'excerpt' | 'missing'> & {
  readonly certain: boolean
  /** The place of its block in the text; a row of a table has none. */
  readonly block: number | null
}

interface State {
  readonly paragraph: string | null
  readonly resolved: boolean
  readonly afterNumber: boolean
  readonly passing: boolean
}

const numbered =
  /^[\W_]{0,8}(\d{1,3}(?:\.\d{1,3}){1,3})(?![\d%])|^[\W_]{0,4}(\d{1,4})[.)]?\s{0,9}$|^[\W_]{0,4}(\d{1,3})\.\s/

function next(state: State, block: Block): State {
  const match = numbered.exec(block.text)
  const number = match?.[1] ?? match?.[2] ?? match?.[3] ?? null
  const alone = match?.[2] !== undefined
  const heading = block.kind === 'heading' && !alone && !/^[\W_]{0,6}ACTION/i.test(block.text)
  const opens =
    /^[\W_]{0,8}(?:\d{1,3}(?:\.\d{1,3}){0,2}\.?\s{1,9})?(?:it was )?(?:RESOLVED|RECOMMENDED|AGREED|Agreed\s?[:–-]|Resolved|Recommended|Resolution|RESOLUTION|resolved)\b/.test(
      block.text,
    )
  const listed = /^[\W_]{0,10}(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]|That\b|[•·◼-]\s)/.test(
    block.text,
  )
  return {
    paragraph:
      number ?? ((heading && !state.afterNumber) || state.passing ? null : state.paragraph),
    // “4.” before one item of a list says nothing of the paragraph after it.
    passing: match?.[3] !== undefined && block.kind !== 'heading',
    resolved: opens || (state.resolved && listed),
    afterNumber: alone,
  }
}

function asksOf(block: Block, state: State, known: Known): readonly Draft[] {
  const drafts: Draft[] = []
  const earlier: Said[] = []
  for (const [at, sentence] of sentencesOf(block).entries()) {
    const text = plain(sentence.text)
    const draft = draftOf(sentence, text, state.paragraph, known)
    const label = labelIn(text, known.shortForms)
    if (label !== null && label.at <= 6)
      drafts.push(
        draft('action', 'labelled', label.owner === null ? [] : [label.owner], {
          labelled: true,
          done: label.done,
        }),
      )
    else {
      const said = saidOf(
        text,
        startsLine(block, sentence, at),
        state.resolved,
        earlier,
        known.shortForms,
      )
      drafts.push(...sentenceAsks(said, draft))
      if (label !== null)
        drafts.push(
          draft('action', 'labelled', label.owner === null ? [] : [label.owner], {
            labelled: true,
            done: label.done,
            from: label.at,
          }),
        )
      earlier.push(said)
    }
  }
  // A paragraph that worries three times is one concern.
  const once = new Set<AskKind>()
  return drafts.filter(draft => {
    const single = draft.kind === 'concern' || draft.kind === 'recognition'
    if (single && once.has(draft.kind)) return false
    once.add(draft.kind)
    return true
  })
}

/** Who is named is found only for the sentences in which a rule asks for it: most ask for nothing. */
function saidOf(
  text: string,
  first: boolean,
  resolved: boolean,
  earlier: readonly Said[],
  shortForms: ShortForms,
): Said {
  let actors: readonly Actor[] | null = null
  const sentencesBefore = earlier.slice(-6)
  return {
    text,
    first,
    resolved,
    get actors() {
      actors ??= actorsIn(text, shortForms)
      return actors
    },
    get before() {
      return sentencesBefore.flatMap(said => said.actors.filter(actor => actor.kind !== 'group'))
    },
  }
}

/** First in its paragraph, or in its line where each line of the minutes is one point. */
const startsLine = (block: Block, sentence: Sentence, at: number): boolean =>
  at === 0 || /\n\s{0,12}$/.test(block.text.slice(0, sentence.start - block.start).slice(-14))

type DraftOf = (
  kind: AskKind,
  rule: string,
  to: readonly string[],
  more?: { labelled?: boolean; done?: boolean; again?: boolean; from?: number },
) => Draft

function draftOf(
  sentence: Sentence,
  text: string,
  paragraph: string | null,
  known: Known,
): DraftOf {
  return (kind, rule, to, more = {}) => {
    const when: When | null = whenIn(text, known.meetingOn)
    return {
      kind,
      to: to.length === 0 ? null : [...new Set(to)].join('; '),
      when: when?.when ?? null,
      certain: when?.certain ?? false,
      labelled: more.labelled ?? false,
      raised: false,
      block: null,
      done: more.done ?? false,
      again: more.again ?? false,
      paragraph,
      start: sentence.start + (more.from ?? 0),
      end: sentence.end,
      rule,
    }
  }
}

// Nobody writes a longer one; a text without full stops is not searched for who does what.
const LONGEST_SENTENCE = 2_500
const ownedRule = 'owner-to-do'
// What a paper says to whoever reads it is no ask of the meeting.
const toReader =
  /\b(?:if|should) (?:you|anyone)\b|\bcopy of this (?:document|report|agenda)\b|^\W{0,6}please\b/i

function sentenceAsks(said: Said, draft: DraftOf): readonly Draft[] {
  const drafts: Draft[] = []
  if (said.text.length > LONGEST_SENTENCE || toReader.test(said.text)) return drafts
  const asked = heard(said, [...askedRules, ...promiseRules], draft)
  if (asked !== null) drafts.push(asked)
  else if (said.first) {
    const item = ownedItem(said.text)
    // “The committee to receive a report” on an agenda says what the committee is there for.
    if (item !== null && ownsIt(said, item)) drafts.push(draft('action', ownedRule, [item.owner]))
  }
  for (const rule of saidRules) {
    const also = heard(said, [rule], draft)
    if (also !== null && asked?.rule !== 'assurance-sought') drafts.push(also)
  }
  return drafts
}

/** The owner is a post or person and nothing else: “the impact of officers to …” is no order. */
function ownsIt(said: Said, item: { readonly owner: string; readonly what: string }): boolean {
  if (/^[A-Z]{2,4}(?:[/&, ]{1,3}[A-Z]{2,4}){0,3}$/.test(item.owner)) return true
  const from = said.text.indexOf(item.owner)
  const until = from + item.owner.length
  const who = said.actors.find(actor => actor.end === until)
  if (who === undefined) return false
  if (
    who.name === 'members' &&
    /^(?:nominate|send|provide|contact|e-?mail|let|submit|complete|visit|share|feed|attend)\b/i.test(
      item.what,
    )
  )
    return true
  // “The Chair meets with the police to ensure …”: words between names make a sentence, not an owner.
  const within = said.actors.filter(actor => actor.start >= from - 4 && actor.end <= until)
  const rest = within.reduce(
    (left, actor) => left.replace(said.text.slice(actor.start, actor.end).replace(/^The /, ''), ''),
    item.owner,
  )
  return who.kind !== 'body' && !isSelf(who) && /^(?:the|The|and|&|,|\/|\s)*$/.test(rest)
}

function heard(said: Said, rules: readonly Rule[], draft: DraftOf): Draft | null {
  for (const rule of rules) {
    const hearing: Heard | null = rule.hear(said)
    if (hearing === null) continue
    const made = draft(hearing.kind ?? rule.kind, rule.id, hearing.to.map(nameOf), {
      again: hearing.again ?? false,
    })
    if (hearing.needsTime !== true || made.when !== null) return made
  }
  return null
}

const nameOf = (actor: Actor): string =>
  actor.name.replace(/^(?:The|the) (?=[A-Z])/, '').replace(/['’]s?$/, '')

function tableActions(blocks: readonly Block[], known: Known): readonly Draft[] {
  return actionRowsIn(blocks).map(row => {
    const when = row.when === null ? null : whenIn(row.when, known.meetingOn)
    return {
      kind: 'action',
      to: row.who,
      when: when?.when ?? row.when,
      // A cell has little room: “April 2030” or “Q2” is a time.
      certain: when?.certain ?? /\d/.test(row.when ?? ''),
      block: null,
      labelled: true,
      raised: false,
      done: row.done,
      again: false,
      paragraph: null,
      start: row.block.start,
      end: row.block.end,
      rule: 'table-of-actions',
    }
  })
}

/** What is asked in a paragraph right before “ACTION: …” is taken up by it. */
function withRaised(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.map((draft, at) => {
    if (draft.labelled || !isForFollowingUp(draft)) return draft
    const label = drafts.slice(at + 1, at + 4).find(each => each.labelled)
    const apart = (label?.block ?? Infinity) - (draft.block ?? -Infinity)
    const taken = label !== undefined && apart <= 1
    return taken ? { ...draft, raised: true, done: label.done } : draft
  })
}

function missingOf(draft: Draft, certain: boolean): Ask['missing'] {
  if (draft.done || !isForFollowingUp(draft)) return []
  const missing: ('owner' | 'date')[] = []
  if (draft.to === null && !draft.raised) missing.push('owner')
  if (!certain) missing.push('date')
  return missing
}

/** The first whole date of the first page: that of the meeting. */
function headDate(text: string): Day | null {
  const date = datesIn(text.slice(0, 700)).find(each => each.day !== null)
  const iso = /\b\d{4}-\d{2}-\d{2}\b/.exec(text.slice(0, 300))
  return date?.day ?? (iso === null ? null : parseIsoDay(iso[0]))
}
