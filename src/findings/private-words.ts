import { isNhsNumber } from '#papers'

/** What in free text could say which child or person it is about. */
export interface PrivateWords {
  /** Never belongs in a finding: the text is refused. */
  readonly never: readonly { readonly what: string; readonly text: string }[]
  /** May be a name: a person is asked to look. */
  readonly perhaps: readonly string[]
}

/**
 * Looks for what could say who a child is. It errs on the side of asking: a person decides on names,
 * but nobody needs an NHS number, a pupil number or a date of birth in the words of a finding.
 */
export function privateWordsIn(text: string): PrivateWords {
  return {
    never: [...nhsNumbers(text), ...pupilNumbers(text), ...birthDates(text)],
    perhaps: namesIn(text),
  }
}

export const isClean = ({ never, perhaps }: PrivateWords): boolean =>
  never.length === 0 && perhaps.length === 0

function nhsNumbers(text: string) {
  return [...text.matchAll(/(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/g)]
    .map(match => match[0])
    .filter(found => isNhsNumber(found.replaceAll(/\D/g, '')))
    .map(found => ({ what: 'an NHS number', text: found }))
}

function pupilNumbers(text: string) {
  return [...text.matchAll(/\b[A-Z]\d{11}[0-9A-Z]\b/g)].map(match => ({
    what: 'a unique pupil number',
    text: match[0],
  }))
}

function birthDates(text: string) {
  const date = String.raw`\d{1,2}[/. -](?:\d{1,2}|[A-Za-z]{3,9})[/. -]\d{2,4}`
  const pattern = new RegExp(
    String.raw`\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)[:\s]*${date}`,
    'gi',
  )
  return [...text.matchAll(pattern)].map(match => ({ what: 'a date of birth', text: match[0] }))
}

const titles = /\b(?:Mr|Mrs|Ms|Miss|Dr|Master)\.? [A-Z][a-z]+(?: [A-Z][a-z]+)?/g
const called =
  /\b(?:called|named|child|boy|girl|mother|father|sibling|brother|sister) ([A-Z][a-z]{2,}(?: [A-Z][a-z]+)?)/g
const pairs =
  /(?<![.!?:•“"‘'(]\s{0,2})(?<!^)\b[A-Z][a-z]+(?:[-’'][A-Z]?[a-z]+)? [A-Z][a-z]+(?:[-’'][A-Z]?[a-z]+)?\b/g

function namesIn(text: string): readonly string[] {
  const found = [
    ...[...text.matchAll(titles)].map(match => match[0]),
    ...[...text.matchAll(called)].map(match => match[1] ?? ''),
    ...[...text.matchAll(pairs)].map(match => match[0]),
  ]
  return [...new Set(found)].filter(name => !isKnown(name))
}

/** Capitals that are no name of a person: bodies, laws, months, places that a service is called by. */
const known = new Set(
  (
    'Ofsted Children Services Service Social Care Work Worker Workers Council County Board Improvement Plan ' +
    'Safeguarding Partnership Family Families Early Help Health Education Act Care Leavers Leaver Department ' +
    'Police Public Law Outline Local Authority Virtual School Head Independent Reviewing Officer Officers ' +
    'Chair Director Cabinet Committee Scrutiny Overview Member Lead Corporate Parenting Panel Edge Front Door ' +
    'Multi Agency Hub Team Teams North South East West Central January February March April May June July ' +
    'August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday ' +
    'England Wales English Working Together National Framework Annex Schools Academy Clinical Commissioning ' +
    'Group Integrated Board Trust Foundation Royal Hospital Personal Adviser Advisers Return Home Interview ' +
    'Strengths Difficulties Questionnaire Practice Review Serious Case Signs Safety Inspection Inspectors ' +
    'Inspector Majesty Chief Executive Special Educational Needs Human Resources Quality Assurance Audit ' +
    'Fostering Adoption Agency Regional Private Youth Justice Offending The This These That And All When ' +
    'Senior Leaders Managers Manager Ensure Improve Strategy Meetings Pathway Child Protection In Need'
  ).split(' '),
)

const isKnown = (name: string): boolean => name.split(/[ -]/).some(word => known.has(word))

/** The text with what must not be kept put out of sight. */
export function masked(text: string): string {
  let clean = text
  for (const { text: found, what } of privateWordsIn(text).never)
    clean = clean.replaceAll(found, `[${what} left out]`)
  return clean
}
