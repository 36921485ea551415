import { type CodeSet, isProblem, readCode } from '../values.ts'

// Some columns of the dataset hold JSON: a list of codes, or flags by name with 'Y' for those set.

/** The words of a JSON list, the names of the flags that are set, or the words of plain text. */
export function jsonWords(text: string): string[] {
  const parsed = parse(text)
  if (Array.isArray(parsed)) return parsed.map(String)
  if (parsed !== null && typeof parsed === 'object')
    return Object.entries(parsed)
      .filter(([, value]) => isSet(value))
      .map(([name]) => name)
  return text.split(/[\s,;|[\]"]+/).filter(word => word !== '')
}

const known = new WeakMap<CodeSet, Map<string, string>>()

/** The first flag that is set, by the code set's word for it; '' where none is or none is known. */
export function jsonFlags(text: string, set: CodeSet): string {
  if (text === '') return ''
  let readings = known.get(set)
  if (readings === undefined) known.set(set, (readings = new Map()))
  const before = readings.get(text)
  if (before !== undefined) return before
  const found = jsonWords(text)
    .map(word => readCode(word, set))
    .find(reading => !isProblem(reading) && reading.value !== '')
  const word = found === undefined || isProblem(found) ? '' : found.value
  if (readings.size < 10_000) readings.set(text, word)
  return word
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isSet = (value: unknown): boolean =>
  value === true || value === 1 || (typeof value === 'string' && /^(y|yes|1|true)$/i.test(value))
