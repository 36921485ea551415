import { type ShortForms, actorsIn } from './actors.ts'

/** What stands after “ACTION:”. */
export interface Label {
  /** Where the label begins in the sentence. */
  readonly at: number
  readonly owner: string | null
  /** The work, when it is said there and not in the paragraph before. */
  readonly what: string
  readonly done: boolean
}

const label =
  /(?:^[\W_]{0,6}|[([]\s?)(?:ACTIONS?|Actions?(?: [Pp]oints?| [Rr]equired| [Aa]greed| [Ii]tem)?|AP)\s?(?:\d{1,3}(?:[./]\d{1,4}){0,2})?\s?(?:\(([^()]{2,80})\)|(?:by|for|on) ([A-Z][^:]{1,60}?))?\*{0,2}\s{0,3}(?::|\s[-–—]\s|(?<=ACTION)\s(?=[A-Z]))\*{0,2}\s{0,12}/
const finished = /[([]?\b(?:completed?|done|closed|discharged)\b[^)\]]{0,40}[)\]]?\.?/i
const initials = /^[A-Z]{2,4}(?:\s?(?:\/|&|,|and)\s?[A-Z]{2,4}){0,3}$/
const verb =
  /^(?:to |will |should |would |shall )?(?:also )?(provide|circulate|send|share|bring|report|review|update|arrange|confirm|check|contact|write|produce|prepare|investigate|add|invite|follow|liaise|speak|raise|explore|consider|present|submit|ensure|amend|find|look|ask|obtain|organise|set|meet|publish|draft|develop|complete|forward|include|feed|clarify|discuss|distribute|schedule|attend|monitor|take|make|collate|establish|seek|give|come|email|e-mail|advise|inform|respond|chase|work|identify|consult|undertake|carry|convene|upload|attach|issue|agree|lead|create|remind|request|supply|nominate|let|read|visit|pass|close|book|host|lobby|map|test|audit|recruit)\b/i

/** The label of an action at the beginning of a sentence or in brackets within it; null without one. */
export function labelIn(text: string, shortForms: ShortForms): Label | null {
  const match = label.exec(text)
  if (match === null) return null
  const inBrackets = /^[([]/.test(match[0].trim())
  const rest = text.slice(match.index + match[0].length)
  const close = inBrackets ? rest.search(/[)\]]/) : -1
  const said = (close === -1 ? rest : rest.slice(0, close)).trim()
  const done = finished.test(said) && !verb.test(said)
  const what = done ? said.replace(finished, '').trim() : said
  const named = match[1] ?? match[2] ?? null
  // “Action: none” and a bare heading “Actions:” ask for nothing.
  if (/^(?:none|nil|n\/a|no action)\b/i.test(what) || (what === '' && named === null && !done))
    return null
  return { at: match.index, owner: named?.trim() ?? ownerIn(what, shortForms), what, done }
}

/** “Jane Lowe”, “JL/PM”, “Head of Service to …”, “Provide … (JL)”, “Provide … – Owner: JL”. */
function ownerIn(what: string, shortForms: ShortForms): string | null {
  const bare = what.replace(/[.;\s]{1,4}$/, '')
  if (initials.test(bare)) return bare
  const owned =
    /\b(?:owner|lead|by whom|responsible|who)\s{0,2}[:–-]\s{0,2}([A-Z][^.;,()\n]{1,60})/i.exec(bare)
  if (owned !== null) return (owned[1] ?? '').trim()
  const lead =
    /^((?:the )?[A-Z][^.;:\n]{1,90}?) (?:to|will|should|would|shall) ([a-z-]{2,15})\b/i.exec(bare)
  if (
    lead !== null &&
    !verb.test(bare) &&
    (verb.test(lead[2] ?? '') || initials.test(lead[1] ?? ''))
  )
    return (lead[1] ?? '').replace(/^the /i, '')
  const dashed = /^([A-Z][^:–—\n]{1,60}?)\s?(?::|\s[-–—])\s/.exec(bare)
  if (dashed !== null && (dashed[1] ?? '').split(' ').length <= 8 && !verb.test(bare))
    return (dashed[1] ?? '').trim()
  const last = /[([]([A-Z][^()[\]]{1,60})[)\]]$|\s[-–—]\s([A-Z][^.;–—]{1,60})$/.exec(bare)
  if (last !== null) return (last[1] ?? last[2] ?? '').trim()
  if (verb.test(bare)) return null
  const actors = actorsIn(bare, shortForms).filter(
    actor => actor.kind !== 'group' || actor.name !== 'members',
  )
  const words = bare.split(/\s+/).length
  if (words <= 8 && !/\b(?:is|was|be|the|a)\b/.test(bare)) return bare
  return actors[0]?.start !== undefined && actors[0].start < 6 ? actors[0].name : null
}

/** “Jane Lowe to circulate the figures”, as an item of a list without a label. */
export function ownedItem(text: string): { readonly owner: string; readonly what: string } | null {
  const match =
    /^[\W_]{0,6}(?:\d{1,3}(?:\.\d{1,3}){0,3}[.)]?\s{1,9}|\(?[a-z][.)]\s{1,9})?((?:The )?[A-Z][^.;:\n]{1,90}?) to ([a-z-]{2,15}\b[^\n]*)/.exec(
      text,
    )
  const [, owner = '', what = ''] = match ?? []
  if (match === null || !verb.test(what) || verb.test(owner)) return null
  return { owner: owner.replace(/^The /, ''), what }
}
