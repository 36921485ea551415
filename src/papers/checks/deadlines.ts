import { datesIn } from './dates-in.ts'
import type { Check, Found } from './fault.ts'
import { plain, sentencesOf } from './text.ts'

const days =
  /\b(\d{1,3}|two|three|five|seven|ten|fourteen|twenty|twenty[- ]eight|thirty|sixty|seventy)(?:-|\s{1,3})days?\b(?! (?:a week|per week|per year|old|later|leave|holiday|each|of (?:industrial|strike|leave|absence|training|provision|care)))/gi
const unit = /\b(?:working|calendar|clear|school|business|consecutive|sitting|court)\b/i
const deadline =
  /\b(?:deadline|due (?:by|on|date)|no later than|submi(?:t|ts|tted|ssion)|respon(?:d|se) (?:to|within|is)|repl(?:y|ies) within|notice of|call(?:ed)?[- ]in|appeal(?:s|ed)?|must be (?:sent|published|made|received|lodged)|required to)\b/i
const required =
  /\b(?:within|deadline|gave|had|has|have|allow(?:s|ed)?|gives?|at least|no later than|notice of|period of|of)\s{1,3}(?:a |the |up to |its |their )?(?:period of )?$/i

export const dayUnits: Check = {
  id: 'days',
  title: 'Days of what kind',
  looksFor:
    '“days” beside a deadline without saying whether they are working, calendar or clear days',
  rule: 'A deadline says its unit and from when it is counted, so that anybody can count it: for an improvement plan 70 working days, Education and Inspections Act 2006 section 137 and its regulations (text unverified)',
  find: ({ blocks }) => {
    const found: Found[] = []
    for (const block of blocks)
      for (const sentence of sentencesOf(block)) {
        if (sentence.text.length > 1_500 || !deadline.test(sentence.text)) continue
        for (const match of sentence.text.matchAll(days)) {
          const around = sentence.text.slice(
            Math.max(0, match.index - 30),
            match.index + match[0].length + 40,
          )
          const before = plain(sentence.text.slice(Math.max(0, match.index - 40), match.index))
          if (unit.test(around) || !required.test(before)) continue
          found.push({
            kind: 'days without a unit',
            says: `“${match[0]}” stands beside a deadline and does not say whether working or calendar days are meant.`,
            severity: 'look again',
            start: sentence.start + match.index,
            end: sentence.start + match.index + match[0].length,
            suggestion: lastDay(sentence.text, match[0]),
          })
        }
      }
    return found
  },
}

function lastDay(sentence: string, written: string): string {
  const date = datesIn(sentence)[0]
  const until = date === undefined ? '' : ` and ends on ${sentence.slice(date.start, date.end)}`
  return `Write “${written.replace(/days?$/i, 'working days')}” or “calendar days”, and the day from which the count runs${until}.`
}

const judged = /\b(?:judged|rated|graded|overall effectiveness|inadequate|requires improvement)\b/i
const therefore =
  /\b(?:therefore|because of this|as a (?:result|consequence)|consequently|for this reason|hence)\b[^.]{0,80}\b(?:required|requirement|obliged|must|has to|have to)\b[^.]{0,60}\b(?:improvement plan|action plan|statement of (?:proposed )?action)\b/i

export const deadlineReason: Check = {
  id: 'reason',
  title: 'Why a deadline holds',
  looksFor: 'A plan after an inspection that is said to be required because of the grade',
  rule: 'Education and Inspections Act 2006 section 137(3): a written statement of action follows every such report, whatever its grade (text unverified)',
  find: ({ blocks }) => {
    const found: Found[] = []
    for (const block of blocks) {
      if (!judged.test(block.text)) continue
      const match = therefore.exec(block.text)
      if (match === null) continue
      found.push({
        kind: 'reason for a deadline',
        says: 'The plan is said to be required because of the grade; the law asks for a statement of action after every such report.',
        severity: 'look again',
        start: block.start + match.index,
        end: block.start + match.index + match[0].length,
        suggestion:
          'Name the provision that requires the plan, and the day from which its time runs.',
      })
    }
    return found
  },
}
