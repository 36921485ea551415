import type { Check, Found } from './fault.ts'
import { plain } from './text.ts'

interface Slip {
  readonly pattern: RegExp
  /** What should stand there; null when the match is no slip after all. */
  readonly instead: (match: RegExpExecArray, text: string) => string | null
  readonly what: (written: string) => string
}

// “had had”, “that that”, “is is”, “on on” and “who who” can be right, and are not here.
const doubled =
  /\b(the|a|an|of|by|to|and|with|for|from|at|was|were|are|will|would|be|been|has|have|not|or|we|their|they|which|this|these|as|its|our|between|into|about)\s{1,4}\1\b(?!['-])/gi
const doubledThat =
  /\bthat\s{1,4}(that)\s{1,4}(?:the|a|an|it|they|he|she|we|there|these|those|this|all|no|members|officers|children|council|cabinet)\b/gi
// “moved in in 2019” is right.
const doubledIn =
  /(?<!\b(?:come|comes|came|coming|bring|brings|brought|put|puts|take|takes|taken|took|move|moves|moved|moving|log|logs|logged|live|lives|sit|sits|fit|fits|fed|feed|set|sets|kick|kicks|kicked|hand|handed|step|stepped|check|checked|check|drop|dropped|join|joined|buy|bought|built|break)\s{1,4})\bin\s{1,4}(in)\b(?![-–])/gi
const itIs =
  /\b(of|in|on|with|by|from|continue|continues|continued|meet|meets|met|fulfil|deliver|delivers|submit|publish|published|improve|improved|extend|complete|completed|review|reviewed) it's (?!a\b|an\b|the\b|not\b|been\b|just\b|only\b|no\b|now\b|going\b|all\b|also\b|really\b|very\b|so\b|too\b|as\b|being\b|hard\b|important\b|clear\b|because\b|what\b|about\b|more\b|difficult\b|possible\b|likely\b|worth\b)([a-z]{3,20})/gi
const of = /\b(could|should|would|must|might) of (?!course\b)([a-z]{2,15})\b/gi
const an =
  /(?<![\w'-])an ((?!honest|hour|heir|honour|herb|unus|x)[bcdfgjklmnpqrstvwyz][a-z]{2,20})\b/g
const a =
  /(?<=[a-z,;:] )(?<!\b(?:option|part|section|appendix|schedule|annex|paragraph|category|group|grade|figure|table|clause|item|point|plan|type|class|hepatitis|vitamin|child|person|site|band|level) )a ((?!one|once|eu|ewe|ouija)[aeio][a-z]{3,20})\b/g

const slipKinds: readonly Slip[] = [
  {
    pattern: doubled,
    instead: match => match[1] ?? '',
    what: written => `“${written}”: a word stands twice.`,
  },
  {
    pattern: doubledThat,
    instead: match => match[0].replace(/^that\s{1,4}/i, ''),
    what: () => '“that that”: a word stands twice.',
  },
  {
    pattern: doubledIn,
    instead: () => 'in',
    what: written => `“${written}”: a word stands twice.`,
  },
  {
    pattern: itIs,
    instead: match => match[0].replace(/it's/i, 'its'),
    what: written => `“${written}”: “it’s” is short for “it is”; “its” is meant.`,
  },
  {
    pattern: of,
    instead: match => `${match[1]} have ${match[2]}`,
    what: written => `“${written}”: “have” is meant.`,
  },
  {
    pattern: an,
    instead: match => `a ${match[1]}`,
    what: written => `“${written}”: “a” stands before this sound.`,
  },
  {
    pattern: a,
    instead: match => `an ${match[1]}`,
    what: written => `“${written}”: “an” stands before this sound.`,
  },
]

export const slips: Check = {
  id: 'slips',
  title: 'Slips of the pen',
  looksFor:
    'Words that stand twice (“by by”), “it’s” for “its”, “would of”, “a” and “an”: only what is certain',
  rule: 'Minutes are a lasting public record, and what is wrong in them stays: good practice, no duty of law',
  find: ({ paper, blocks }) => {
    const meant = new Set((paper.words ?? []).map(word => word.toLowerCase()))
    const found: Found[] = []
    for (const block of blocks) {
      const text = plain(block.text)
      for (const slip of slipKinds)
        for (const match of text.matchAll(slip.pattern)) {
          const written = match[0].replaceAll(/\s+/g, ' ')
          const instead = slip.instead(match, text)
          if (instead === null || meant.has(written.toLowerCase())) continue
          found.push({
            kind: 'slip',
            says: slip.what(written),
            severity: 'look again',
            start: block.start + match.index,
            end: block.start + match.index + match[0].length,
            suggestion: `Write “${instead.replaceAll(/\s+/g, ' ')}”.`,
          })
        }
      if (found.length > 500) break
    }
    return found.toSorted((x, y) => x.start - y.start)
  },
}
