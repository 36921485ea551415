import { longDay } from '#calendar'
import { type FrozenExtract, shortId } from '#extracts'

/** An extract as a figure names it: 'Annex A workbook, 31 March 2026 (3f2a91c0)'. */
export function extractInWords(extract: Pick<FrozenExtract, 'id' | 'title' | 'asOf'>): string {
  return `${extract.title}, ${longDay(extract.asOf)} (${shortId(extract.id)})`
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
