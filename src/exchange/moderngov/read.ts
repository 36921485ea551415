import { decodeText } from '#kit/files/text.ts'
import { type XmlNode, elementsOf, isNamed, readTree, textOf } from '../xml-tree.ts'
import type { Shape } from './fields.ts'
import {
  committees,
  councillorsByWard,
  meeting,
  meetings,
  type MgCommittees,
  type MgCouncillorsByWard,
  type MgMeeting,
  type MgMeetings,
} from './shapes.ts'

/** What was read, with a sentence for each thing that is wrong with it; or why nothing could be. */
export type MgReading<Value> =
  | { readonly kind: 'read'; readonly value: Value; readonly faults: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string }

/** An answer as it came over the wire, or as text where somebody has decoded it. */
export type MgAnswer = string | Uint8Array

/** The answer of GetCommittees. */
export const readModernGovCommittees = (answer: MgAnswer): MgReading<MgCommittees> =>
  readAs(committees, answer)

/** The answer of GetCouncillorsByWard or GetCouncillorsByWardId. */
export const readModernGovCouncillors = (answer: MgAnswer): MgReading<MgCouncillorsByWard> =>
  readAs(councillorsByWard, answer)

/** The answer of GetMeetings. */
export const readModernGovMeetings = (answer: MgAnswer): MgReading<MgMeetings> =>
  readAs(meetings, answer)

/** The answer of GetMeeting. Its items hold the decisions too: the service has no other way to them. */
export const readModernGovMeeting = (answer: MgAnswer): MgReading<MgMeeting> =>
  readAs(meeting, answer)

function readAs<Value>(wanted: Shape<Value>, answer: MgAnswer): MgReading<Value> {
  const { text, notes } = textFrom(answer)
  const refusal = refusalOf(text)
  if (refusal !== null) return { kind: 'refused', reason: refusal }
  const { root, isCutShort, isTooDeep } = readTree(text)
  const fault = soapFault(root)
  if (fault !== null)
    return { kind: 'refused', reason: `The service answered with an error: ${fault}` }
  const inner = root === null ? null : innermost(root, wanted.name)
  if (inner === null) return { kind: 'refused', reason: notThis(root, wanted.name) }
  const faults = [...notes]
  if (isCutShort) faults.push('The answer stops before its end, so some of it may be missing.')
  if (isTooDeep) faults.push('The answer is nested deeper than any we know; the rest was left out.')
  const value = wanted.read(inner, sentence => faults.push(sentence))
  return { kind: 'read', value, faults: [...new Set(faults)] }
}

function textFrom(answer: MgAnswer): { text: string; notes: readonly string[] } {
  if (typeof answer === 'string') return { text: answer.replace(/^\uFEFF/, '').trim(), notes: [] }
  const { text, notes } = decodeText(answer)
  return { text: text.trim(), notes }
}

/** What is no XML at all, by what servers are known to say. */
function refusalOf(text: string): string | null {
  if (text === '') return 'The service answered with nothing.'
  const missing = missingParameter(text)
  if (missing !== null)
    return `The service says that it was asked without “${missing}”, which it needs.`
  const unknown = /^([\w ]+) Web Service method name is not valid/.exec(text)
  if (unknown) return `This service has no ${unknown[1]}.`
  if (/^<(!doctype html|html)\b/i.test(text)) {
    const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1]?.trim() ?? ''
    return `The service answered with a web page${title === '' ? '' : ` (“${title.slice(0, 80)}”)`} and not with data.`
  }
  if (!text.startsWith('<'))
    return `The service answered with words and not with data: “${text.slice(0, 80)}”.`
  return null
}

/** The parameter that the service says it was not given, or null. */
export function missingParameter(text: string): string | null {
  return /^(?:[\w.]+Exception: )?Missing parameter: (\w+)/.exec(text.trim())?.[1] ?? null
}

function soapFault(root: XmlNode | null): string | null {
  if (root === null || !isNamed(root, 'envelope')) return null
  const fault = firstNamed(root, 'fault')
  if (fault === null) return null
  const words = firstNamed(fault, 'faultstring') ?? firstNamed(fault, 'text') ?? fault
  return textOf(words).replace(/\s+/g, ' ').trim().slice(0, 200)
}

/** The wanted element: the root, inside an envelope, or as escaped text inside `<string>`. */
function innermost(root: XmlNode, name: string): XmlNode | null {
  if (isNamed(root, name)) return root
  const inside = firstNamed(root, name)
  if (inside !== null) return inside
  const text = elementsOf(root).length === 0 ? textOf(root).trim() : ''
  const escaped = text.startsWith('<') ? readTree(text).root : null
  return escaped !== null && isNamed(escaped, name) ? escaped : null
}

function firstNamed(node: XmlNode, name: string): XmlNode | null {
  for (const each of elementsOf(node)) {
    const found = isNamed(each, name) ? each : firstNamed(each, name)
    if (found !== null) return found
  }
  return null
}

function notThis(root: XmlNode | null, wanted: string): string {
  if (root === null) return 'The service answered with something that is not XML.'
  return `The service answered with “${root.name}” where “${wanted}” was expected.`
}
