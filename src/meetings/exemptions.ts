import type { Law } from '#calendar'
import type { Exemption } from './meeting.ts'

const READ_ON = '21 November 2026'
const SCHEDULE = 'Local Government Act 1972'

/**
 * What is exempt, in the words of part 1 of Schedule 12A to the Local Government Act 1972 as it
 * stands for England since 1 March 2006 (legislation.gov.uk, read 21 November 2026).
 */
export const exemptParagraphs = {
  1: 'Information relating to any individual.',
  2: 'Information which is likely to reveal the identity of an individual.',
  3: 'Information relating to the financial or business affairs of any particular person (including the authority holding that information).',
  4: 'Information relating to any consultations or negotiations, or contemplated consultations or negotiations, in connection with any labour relations matter arising between the authority or a Minister of the Crown and employees of, or office holders under, the authority.',
  5: 'Information in respect of which a claim to legal professional privilege could be maintained in legal proceedings.',
  6: 'Information which reveals that the authority proposes to give under any enactment a notice under or by virtue of which requirements are imposed on a person, or to make an order or direction under any enactment.',
  7: 'Information relating to any action taken or to be taken in connection with the prevention, investigation or prosecution of crime.',
} as const
export type ExemptParagraph = keyof typeof exemptParagraphs
export const exemptParagraphKeys = [1, 2, 3, 4, 5, 6, 7] as const

/** Exempt only while the public interest in keeping it back is the greater. */
export const publicInterestTest: Law = {
  document: SCHEDULE,
  paragraph: 'Schedule 12A, part 2, paragraph 10',
  reading: {
    kind: 'read',
    on: READ_ON,
    at: 'https://rochdale.gov.uk, guidance that quotes it',
  },
}

/** By which words the public is left out of a meeting. */
export const exclusionLaw: Law = {
  document: SCHEDULE,
  paragraph: 'section 100A(4)',
  reading: {
    kind: 'unverified',
    because:
      'subsections (1) to (3) and the explanatory note of SI 2006/88, which says what subsection (4) permits, were read on 22 November 2026, and not its own words',
  },
}

export const executiveExclusionLaw: Law = {
  document:
    'Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012 (SI 2012/2089)',
  paragraph: 'regulation 4(2)(b)',
  reading: {
    kind: 'read',
    on: READ_ON,
    at: 'https://legislation.gov.uk/uksi/2012/2089/part/2',
  },
}

export const paragraphWords = (paragraph: number): string =>
  exemptParagraphs[exemptParagraphKeys.find(key => key === paragraph) ?? 1]

/** What anybody may read of something that is kept from the public. */
export function exemptLine({ paragraph, confidential, words }: Exemption): string {
  const why =
    paragraph === null
      ? 'Not for publication: confidential information, which the law or a court forbids to disclose.'
      : `Not for publication: paragraph ${paragraph} of part 1 of Schedule 12A to the Local Government Act 1972. ${paragraphWords(paragraph)}`
  return [why, confidential && paragraph !== null ? 'It is confidential too.' : '', words]
    .filter(each => each !== '')
    .join(' ')
}

/** The resolution by which a meeting leaves the public out, for the items for which it is to hold. */
export function resolutionToExclude(
  items: readonly { readonly number: string; readonly exempt: Exemption | null }[],
  access: 'council' | 'executive' | 'none',
): string {
  const closed = items.filter(({ exempt }) => exempt !== null)
  const paragraphs = [...new Set(closed.flatMap(({ exempt }) => exempt?.paragraph ?? []))].toSorted(
    (a, b) => a - b,
  )
  const numbers = listed(closed.map(({ number }) => number))
  const which = closed.length === 1 ? `item ${numbers}` : `items ${numbers}`
  const law =
    access === 'executive'
      ? 'regulation 4(2) of SI 2012/2089'
      : 'section 100A(4) of the Local Government Act 1972'
  if (paragraphs.length === 0)
    return `That the public leave the meeting for ${which}, in which confidential information would be disclosed.`
  const named = `${paragraphs.length === 1 ? 'paragraph' : 'paragraphs'} ${listed(paragraphs.map(String))}`
  return `That under ${law} the public be excluded from the meeting for ${which}, because exempt information as defined in ${named} of part 1 of Schedule 12A to that Act is likely to be disclosed, and in all the circumstances of the case the public interest in maintaining the exemption outweighs the public interest in disclosing the information.`.replace(
    'to that Act',
    access === 'executive' ? 'to the Local Government Act 1972' : 'to that Act',
  )
}

function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
}
