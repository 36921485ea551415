import { type CustomTypesConfig, types as standard } from 'pg'

const { builtins } = standard
const DATE_ARRAY = 1182
const INT8_ARRAY = 1016
const TEXT_ARRAY = 1009

const own = new Map<number, (text: string) => unknown>([
  // A date has no time of day and no zone: a Date object would move it across midnight.
  [builtins.DATE, text => text],
  [DATE_ARRAY, text => textArray(text)],
  [builtins.INT8, safeInteger],
  [INT8_ARRAY, text => textArray(text).map(each => (each === null ? null : safeInteger(each)))],
])

/** How values come back: `date` as 'YYYY-MM-DD', `bigint` as a number, or an error if too large. */
export const types: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : own.get(oid)) ?? standard.getTypeParser(oid, format),
}

function safeInteger(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number))
    throw new RangeError(`${text} is too large a number to count with.`)
  return number
}

function textArray(text: string): (string | null)[] {
  // The published types leave arrays out of the list of type numbers, and give any.
  const parse = standard.getTypeParser(TEXT_ARRAY as number) as (text: string) => (string | null)[]
  return parse(text)
}
