import { monthNames } from '#calendar'
import { isNhsNumber, isPupilNumber } from './numbers-of-people.ts'
import type { Check, Found, Severity } from './fault.ts'
import { matchesIn } from './text.ts'

const never =
  'No child may be known from what is published: UK GDPR article 5(1)(c), Data Protection Act 2018, and in proceedings Children Act 1989 section 97 (texts unverified)'

const said = (
  match: { readonly index: number; readonly 0: string },
  what: string,
  suggestion: string,
  severity: Severity = 'stops publication',
): Found => ({
  kind: 'child could be known',
  says: what,
  severity,
  start: match.index,
  end: match.index + match[0].length,
  suggestion,
})

export const identity: Check = {
  id: 'identity',
  title: 'Children who could be known',
  looksFor:
    'Names of children, NHS and pupil numbers, numbers of case records, dates of birth, an age with a name or a street. “Child A” is fine',
  rule: never,
  find: ({ text, paper }) =>
    [
      ...givenNames(text, paper.childNames ?? []),
      ...nhsNumbers(text),
      ...pupilNumbers(text),
      ...recordNumbers(text),
      ...birthDates(text),
      ...calledNames(text),
      ...ages(text),
      ...homes(text),
    ].toSorted((a, b) => a.start - b.start),
}

const letter = '[\\p{L}\\p{N}]'

function givenNames(text: string, names: readonly string[]): readonly Found[] {
  const wanted = [...new Set(names.map(name => name.trim()).filter(name => name.length >= 2))]
  return wanted.flatMap(name => {
    const escaped = name
      .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll(/\s+/g, String.raw`\s{1,4}`)
    // A short name is looked for as it is written: “May” is not “may”.
    const flags = name.includes(' ') ? 'giu' : 'gu'
    const pattern = new RegExp(`(?<!${letter})${escaped}(?!${letter})`, flags)
    return [...matchesIn(text, pattern)]
      .filter(match => !isMonth(text, match, name))
      .map(match =>
        said(
          match,
          'This may be the name of a child.',
          'Write “Child A”, or leave the passage out.',
        ),
      )
  })
}

/** “April” and “June” are names, and months before a year or after a day. */
function isMonth(text: string, match: RegExpExecArray, name: string): boolean {
  if (!monthNames.includes(name)) return false
  const after = text.slice(match.index + name.length, match.index + name.length + 6)
  const tail = text.slice(match.index + name.length, match.index + name.length + 16)
  const before = text.slice(Math.max(0, match.index - 6), match.index)
  return (
    /^,? \d{4}/.test(after) ||
    monthNames.some(other =>
      /^(?:,| and| to| or|–|-) ?$/.test(tail.slice(0, tail.indexOf(other))),
    ) ||
    /\d(?:st|nd|rd|th)? $/.test(before) ||
    /\b(?:in|by|of|to|until|since|from) $/.test(before)
  )
}

function nhsNumbers(text: string): readonly Found[] {
  const found: Found[] = []
  for (const match of matchesIn(text, /(?<![\d£.,/-])\d{3}([ -]?)\d{3}\1\d{4}(?![\d.,/-]\d|\d)/g)) {
    if (!isNhsNumber(match[0].replaceAll(/\D/g, ''))) continue
    const before = text.slice(Math.max(0, match.index - 60), match.index)
    if (/(?:tel|telephone|phone|fax|mobile|https?:\/\/\S{0,60}|[=/_])[:.\s]{0,3}$/i.test(before))
      continue
    const certain = match[1] !== '' || /NHS/i.test(before)
    found.push(
      said(
        match,
        certain ? 'This is a valid NHS number.' : 'These ten digits would be a valid NHS number.',
        'Take the number out.',
        certain ? 'stops publication' : 'look again',
      ),
    )
  }
  return found
}

function pupilNumbers(text: string): readonly Found[] {
  return [...matchesIn(text, /(?<![A-Za-z\d])[A-HJ-NP-RT-Z]\d{11}[\dA-Z](?![A-Za-z\d])/g)].flatMap(
    match => {
      const named = /\b(?:UPN|pupil number)\b.{0,20}$/is.test(
        text.slice(Math.max(0, match.index - 40), match.index),
      )
      return isPupilNumber(match[0]) || named
        ? [said(match, 'This is a unique pupil number.', 'Take the number out.')]
        : []
    },
  )
}

const record =
  /\b(?:LCS|Liquidlogic|Mosaic|ICS|CareFirst|Azeus|child(?:'s|’s)?|client|person|case)\s{0,2}(?:case |person |record |file |system )?(?:ID|number|no\.?|ref(?:erence)?)\s{0,2}[:#-]?\s{0,2}(?:[A-Z]{1,4}[-/]?)?\d{4,12}\b/gi

function recordNumbers(text: string): readonly Found[] {
  return [...matchesIn(text, record)].map(match =>
    said(match, 'This is the number of a case record.', 'Take the number out.'),
  )
}

const born =
  /\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)[:\s]{1,3}(?:\d{1,2}[/. -]\d{1,2}[/. -]\d{2,4}|\d{1,2}(?:st|nd|rd|th)? [A-Za-z]{3,9},? \d{2,4})\b/gi

function birthDates(text: string): readonly Found[] {
  return [...matchesIn(text, born)].map(match =>
    said(
      match,
      'This is a date of birth.',
      'Take the date out; an age in years is nearly always enough.',
    ),
  )
}

const called =
  /\b(?:child|boy|girl|baby|infant|toddler|teenager|pupil|young person|sibling|brother|sister|son|daughter|twins)(?:,? (?:who is |who was )?(?:called|named)|,? known (?:to us )?as) ([A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20})?)\b/g
const related =
  /\b(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he family's) (?:(?:elder|older|younger|little|baby|eldest|youngest|teenage|adopted|foster|disabled) )?(?:son|daughter|baby|grandson|granddaughter|brother|sister|twins),? ([A-Z][a-z]{2,20})\b(?! (?:Council|Centre|School|Service|Team))/g

function calledNames(text: string): readonly Found[] {
  return [...matchesIn(text, called), ...matchesIn(text, related)]
    .filter(
      match =>
        !/^(?:Child|Young|Person|Baby|Looked|The|A|An|Care|January|February|March|April|May|June|July|August|September|October|November|December)\b/.test(
          match[1] ?? '',
        ),
    )
    .map(match =>
      said(match, 'This may be the name of a child.', 'Write “Child A”, or leave the passage out.'),
    )
}

// Words that begin a sentence or name many, before “aged 7”.
const many =
  /^(?:Children|Child|Boys?|Girls?|Young|People|Persons?|Pupils?|Those|Anyone|All|Any|Adults?|Students?|Learners?|Males?|Females?|Siblings?|Babies|Baby|Infants?|Teenagers?|Residents?|Leavers?|Everyone|And|Or|Are|Is|Was|Were|Group|Groups|Population|Year|Ages?|Both|Most|Some|Many|Others?|Relevant|Asylum|Seekers|Number|Percentage|Care|Women|Men|Parents|Carers|Council|County|Those|Been|From|Of)$/

function ages(text: string): readonly Found[] {
  const pattern =
    /\b([A-Z][a-z]{2,20}),? (?:\(aged \d{1,2}\)|aged (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)\b(?!\s?(?:-|–|to|and|or|\+|years? (?:and|or))\s?(?:\d|over|under|above|below)?))/g
  return [...matchesIn(text, pattern)]
    .filter(match => !many.test(match[1] ?? '') && !/aged (?:1[89]|[2-9]\d)/.test(match[0]))
    .map(match =>
      said(
        match,
        'A name and an age stand together, which may be a child’s.',
        'Leave the name or the age out.',
      ),
    )
}

const street =
  '(?:Road|Street|Lane|Avenue|Close|Drive|Way|Court|Crescent|Gardens?|Terrace|Place|Grove|Hill|Row|Walk|Mews|Rise|Green)'
const home = new RegExp(
  String.raw`\b(?:aged? (?:\d{1,2}|[a-z]{3,9})|child|boy|girl|baby|pupil|famil(?:y|ies)|sibling|mother|father)\b[^.\n]{0,40}\b(?:of|from|lives? (?:at|in|on)|living (?:at|in|on)|resident (?:at|in)|home (?:at|in)) (?:\d{1,4}[a-z]?,? )?(?:[A-Z][a-z']{1,20} ){1,3}${street}\b`,
  'g',
)

function homes(text: string): readonly Found[] {
  return [...matchesIn(text, home)].map(match =>
    said(
      match,
      'A child or family and the street where they live stand together.',
      'Leave the street out.',
    ),
  )
}

const privateMail =
  /\b[\w.+-]{1,60}@(?:gmail|googlemail|hotmail|yahoo|outlook|live|icloud|aol|btinternet|sky|talktalk|virginmedia|ntlworld|msn|protonmail|me)\.(?:com|co\.uk|net|org|uk)\b/gi
const mobile = /(?<![\d+])(?:\+44\s?\(?0?\)?\s?7|07)\d{3}[ -]?\d{3}[ -]?\d{3}(?!\d)/g

export const privatePeople: Check = {
  id: 'private',
  title: 'Addresses of private persons',
  looksFor: 'E-mail addresses at private providers and numbers of mobile telephones',
  rule: 'Only what the purpose needs is published of a person: UK GDPR article 5(1)(c) (text unverified)',
  find: ({ text }) => [
    ...[...matchesIn(text, privateMail)].map(match => ({
      ...said(
        match,
        'This is an address at a private e-mail provider.',
        'Leave it out, or give the address of the post.',
        'look again',
      ),
      kind: 'private person' as const,
    })),
    ...[...matchesIn(text, mobile)].map(match => ({
      ...said(
        match,
        'This is the number of a mobile telephone, perhaps a person’s own.',
        'Leave it out, or give the number of the office.',
        'look again',
      ),
      kind: 'private person' as const,
    })),
  ],
}
