import { type Line, placeOf } from './lines.ts'
import type { Risk } from './paper-read.ts'

const RISK = /^(?:\d{1,2}[.)]?\s*)?risk\s*(?:\d{1,2}\s*)?(?::|[–—]|\s-\s)\s*(?<risk>\S.*)$/isu
const MITIGATION = /^mitigations?(?:ing actions?)?\s*(?::|[–—]|\s-\s)\s*(?<mitigation>\S.*)$/isu

/** Risks with what is done about them: in one breath, one below the other, or in two columns. */
export function risksOf(lines: readonly Line[]): readonly Risk[] {
  const found: Risk[] = []
  let table: { readonly risk: number; readonly mitigation: number } | null = null
  for (const line of lines) {
    if (line.blank) continue
    if (line.cells.length > 1) {
      const heads = line.cells.map(cell => cell.trim().toLowerCase())
      const risk = heads.findIndex(head => /^risks?(?: identified| description)?$/u.test(head))
      const mitigation = heads.findIndex(
        head => /^(?:mitigat|control|response)/u.test(head) && head.length < 40,
      )
      if (risk >= 0 && mitigation >= 0) table = { risk, mitigation }
      else if (table !== null && (line.cells[table.risk] ?? '') !== '')
        found.push({
          risk: line.cells[table.risk] ?? '',
          mitigation: line.cells[table.mitigation] ?? null,
          place: placeOf([line]),
        })
      continue
    }
    table = null
    const text = line.text.slice(0, 8000)
    const risk = RISK.exec(text)?.groups?.['risk']
    const mitigation = MITIGATION.exec(text)?.groups?.['mitigation']
    const last = found.at(-1)
    if (risk !== undefined) found.push({ ...parted(risk), place: placeOf([line]) })
    else if (mitigation !== undefined && last !== undefined && last.mitigation === null)
      found[found.length - 1] = { ...last, mitigation }
  }
  return found
}

/** "… underperforming. Mitigation: the plan …": risk and mitigation in one breath. */
function parted(text: string): Pick<Risk, 'risk' | 'mitigation'> {
  const word = /\bmitigations?\b\s?(?:[:–—-]\s?)?/iu.exec(text)
  if (word === null || word.index < 3) return { risk: text, mitigation: null }
  return {
    risk: text.slice(0, word.index).trim(),
    mitigation: text.slice(word.index + word[0].length).trim(),
  }
}
