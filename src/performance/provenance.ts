import { longDay } from '#calendar'
import { type FrozenExtract, shortId } from '#extracts'
import { COUNTED_HERE } from '#series'
import type { EnteredBy } from './figures.ts'

/** An extract as a figure names it: 'Annex A workbook, 31 March 2026 (3f2a91c0)'. */
export function extractInWords(extract: Pick<FrozenExtract, 'id' | 'title' | 'asOf'>): string {
  return `${extract.title}, ${longDay(extract.asOf)} (${shortId(extract.id)})`
}

/** Who entered a figure: 'entered by Sam Patel, Analyst, on 8 April 2026, source: Supervision record'. */
export function enteredInWords({ name, post, at, source, note }: EnteredBy): string {
  const on = longDay(Math.floor(Date.parse(at) / 86_400_000))
  if (name === COUNTED_HERE) return `counted on ${on} from: ${source}`
  const by = post === '' ? name : `${name}, ${post},`
  return `entered by ${by} on ${on}, source: ${source}${note === '' ? '' : ` (${note})`}`
}

const kinds: Readonly<Record<string, string>> = {
  'annex-a': 'Annex A list',
  ssda903: 'SSDA903',
  cin: 'Children in need census',
  ssd: 'Standard Safeguarding Dataset',
}

/** 'annex-a:4' as 'Annex A list 4'. */
export function sourceInWords(source: string): string {
  const [kind = '', part = ''] = source.split(':')
  return `${kinds[kind] ?? kind} ${part}`.trim()
}
