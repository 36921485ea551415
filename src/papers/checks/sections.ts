import type { Block, Check, Found, Reading } from './fault.ts'
import { bareOf } from './text.ts'

export interface Section {
  readonly heading: Block
  readonly title: string
  readonly body: readonly Block[]
}

/** Headings with what stands under each; a row “Options⇥…” is a section in one line. */
export function sectionsOf({ blocks }: Reading): readonly Section[] {
  const sections: { heading: Block; title: string; body: Block[] }[] = []
  for (const block of blocks) {
    const row = block.kind === 'row' ? /^([^\t]{3,60})\t/.exec(block.text) : null
    if (row !== null) {
      sections.push({ heading: block, title: titleOf(row[1] ?? ''), body: [block] })
    } else if (block.kind === 'heading')
      sections.push({ heading: block, title: titleOf(block.text), body: [] })
    else sections.at(-1)?.body.push(block)
  }
  return sections
}

const titleOf = (text: string): string =>
  bareOf(text)
    .replace(/^\d{1,2}(?:\.\d{1,2}){0,2}\.?\s{1,6}/, '')
    .replace(/[:*\s]{1,5}$/, '')

const optionsHeading =
  /^(?:alternative |other )?options?(?: (?:considered|appraisal|analysis|available|for consideration|and alternatives|considered and rejected))?$|^alternatives?(?: options?)? considered(?: and rejected)?$/i
const realOption =
  /\boptions? (?:\d|one|two|a\b|b\b|i\b|ii\b)|\bdo(?:ing)? nothing|\balternativ|\bno other options?|\bother options?|\brather than\b|\binstead\b|\brejected\b|\bdiscounted\b|\bconsidered but\b|\b(?:first|second|preferred|only|two|three|several|following) options?\b|\bnot to\b|\bcould (?:choose|decide|also|either|be)\b|\bstatus quo\b|\bno change\b/i

export const options: Check = {
  id: 'options',
  title: 'Options',
  looksFor:
    'A section on options in which fewer than two options stand, and no reason why there is one alone',
  rule: 'A decision records the alternative options that were considered and rejected: Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012 (SI 2012/2089) regulations 12 and 13 (text unverified)',
  find: reading =>
    sectionsOf(reading)
      .filter(section => optionsHeading.test(section.title))
      .slice(0, 200)
      .flatMap(section => {
        const said = section.body.map(block => block.text).join('\n')
        const items = section.body.filter(
          block =>
            /^\s{0,12}(?:[-–—*•·◼▪■●]|\(?(?:[a-z]|[ivx]{1,4})[.)])\s/.test(block.text) &&
            !/^\W{0,8}\d{1,3}\.\d/.test(block.text),
        )
        // A heading alone belongs to a table of contents, or to a form nobody has filled in yet.
        if (
          said.trim() === '' &&
          section.body.length === 0 &&
          hasHeadingsAround(reading, section.heading)
        )
          return []
        if (realOption.test(said) || items.length >= 2) return []
        return [
          {
            kind: 'no options' as const,
            says:
              said.trim() === ''
                ? 'The section on options is empty.'
                : 'The section on options has no options in it.',
            severity: 'look again' as const,
            start: section.heading.start,
            end: section.body.at(-1)?.end ?? section.heading.end,
            suggestion:
              'Name at least two options with what speaks for and against each, or write “There is no alternative, because …”.',
          },
        ]
      }),
}

function hasHeadingsAround({ blocks }: Reading, heading: Block): boolean {
  const at = blocks.indexOf(heading)
  return blocks[at - 1]?.kind === 'heading' && blocks[at + 1]?.kind === 'heading'
}

const assessed =
  /\b(equalit(?:y|ies) (?:and \w{3,12} )?impact assessment|EqIA|EIA|data protection impact assessment|DPIA)\b[^.?\n]{0,80}(?:completed|carried out|undertaken|done|attached|produced|screened|required)\b[^.?\n]{0,40}\?\s{0,4}(?:\*{0,2}|[-:\t |]{0,4})\s{0,4}yes\b/gi
const linked =
  /https?:\/\/|\]\(|\bappendix\b|\bappended\b|\bannex\b|\battached\b|\benclosed\b|\bbackground (?:paper|document)/i

export const assessments: Check = {
  id: 'assessments',
  title: 'Impact assessments',
  looksFor:
    'An impact assessment that is said to be completed, with neither a link nor an appendix',
  rule: 'Members must have the assessment before them to have due regard to it: Equality Act 2010 section 149 (text unverified)',
  find: ({ text, blocks }) => {
    const found: Found[] = []
    for (const match of text.matchAll(assessed)) {
      const end = match.index + match[0].length
      const next = blocks.find(block => block.kind === 'heading' && block.start > end)
      const rest = text.slice(end, Math.min(next?.start ?? text.length, end + 600))
      if (linked.test(rest) || linked.test(match[0])) continue
      found.push({
        kind: 'assessment without a link',
        says: `The answer is “Yes”, and the ${match[1]} itself is not linked or attached.`,
        severity: 'look again',
        start: match.index,
        end,
        suggestion: 'Publish the assessment with the paper and link to it.',
      })
      if (found.length > 100) break
    }
    return found
  },
}
