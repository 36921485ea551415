import { monthNames } from '#calendar'
import type { Check, Found } from './fault.ts'
import { sentencesOf } from './text.ts'

const share = /(?<![\d.,/])\d{1,3}(?:\.\d{1,2})?\s?(?:%|per cent\b|percent\b)/gi
const count =
  /(?<![\d.,/£:-])(?!(?:19|20)\d{2}\b)(?:\d{2,3}|\d{1,3}(?:,\d{3}){1,2})(?= (?:of these |[a-z-]{3,15} ){0,2}(?:children|cases|placements|referrals|assessments|carers|care leavers|young people|social workers|families|visits|audits|vacancies|plans)\b)/g
const bareCount =
  /\b(?:had been|was|were|is now|now stood at|stood at|rose to|fell to|increased to|reduced to) (\d{2,4})(?=[.;,]|$)/gi
const months = monthNames.join('|')
const period = new RegExp(
  String.raw`\b(?:${months})\b|\b(?:19|20)\d{2}\b|\bQ[1-4]\b|\bquarter\b|\bas (?:at|of) \d|\byear to date\b|\bfinancial year\b|\d{4}[/-]\d{2}`,
  'i',
)
const source =
  /\b(?:report|data|dashboard|scorecard|table|appendix|annex|according to|source|survey|census|audit|statistics|published|benchmark|neighbours|https?:)\b/i
const target =
  /\b(?:target|at least|up to|aim(?:s|ed)? (?:to|for)|should be|no more than|minimum|maximum|around the age|aged?)\b/i

export const figures: Check = {
  id: 'figures',
  title: 'Figures without a source or period',
  looksFor:
    'Shares and numbers of children, placements, cases and the like where neither the period nor the source is in the paragraph',
  rule: 'A figure that members rely on can be traced to its source and period: good practice, no duty of law',
  find: ({ blocks }) => {
    const places: { start: number; end: number; written: string }[] = []
    for (const block of blocks) {
      if (block.kind === 'row' || block.kind === 'heading' || !/\d/.test(block.text)) continue
      for (const sentence of sentencesOf(block)) {
        if (sentence.text.length > 1_500) continue
        if (period.test(sentence.text) || source.test(sentence.text) || target.test(sentence.text))
          continue
        for (const pattern of [share, count, bareCount])
          for (const match of sentence.text.matchAll(pattern)) {
            const lead = match[1] === undefined ? 0 : match[0].length - match[1].length
            const start = sentence.start + match.index + lead
            if (places.some(each => each.start === start)) continue
            places.push({
              start,
              end: sentence.start + match.index + match[0].length,
              written: match[1] ?? match[0],
            })
          }
      }
      if (places.length > 100) break
    }
    places.sort((a, b) => a.start - b.start)
    // One fault for all of them: each alone is small, and a list of many is not read.
    const [first, ...rest] = places
    if (first === undefined) return []
    const shown = places.slice(0, 8).map(each => each.written.trim())
    const found: Found = {
      kind: 'figure without source',
      says: `${places.length === 1 ? 'One figure has' : `${places.length} figures have`} neither a period nor a source beside them: ${shown.join(', ')}${places.length > 8 ? ' and others' : ''}.`.replace(
        'beside them',
        places.length === 1 ? 'beside it' : 'beside them',
      ),
      severity: 'look again',
      start: first.start,
      end: first.end,
      also: rest.slice(0, 30),
      suggestion:
        'Say from which report and for which period each figure is, or bind it to an indicator.',
    }
    return [found]
  },
}
