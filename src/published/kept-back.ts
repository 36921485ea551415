import type { Access } from '#bodies'
import type { Law } from '#calendar'

const READ_ON = '22 November 2026'

/**
 * What lets a council keep back a part of the record of what its executive decided. A statement is
 * made of every executive decision, in private too (regulation 12(1) and (4)). Nothing authorises
 * that confidential information is told, and nothing requires that exempt information is, where the
 * proper officer or whoever decided finds that it is there (regulation 20(2) and (3)). So what is
 * kept back is what is told in it, and not that something was decided.
 */
const ofExecutive: Law = {
  document:
    'Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012 (SI 2012/2089)',
  paragraph: 'regulation 20(2) and (3)',
  reading: {
    kind: 'read',
    on: READ_ON,
    at: 'https://legislation.gov.uk/uksi/2012/2089/regulation/20',
  },
}

/** Of a council and its committees the minutes are open, without what discloses exempt information. */
const ofCouncil: Law = {
  document: 'Local Government Act 1972',
  paragraph: 'section 100C(1)(a)',
  reading: {
    kind: 'read',
    on: READ_ON,
    at: 'a copy of the section; section 100C(1B)(a) for Wales has the same words at https://www.legislation.gov.uk/asc/2021/1/schedule/4/paragraph/8/enacted',
  },
}

/** By which law a decision of a body is kept back; null where no law opens the body. */
export function lawOfKeepingBack(access: Access | null): Law | null {
  // Whoever decides alone decides for the executive, unless a body is named.
  if (access === null || access === 'executive') return ofExecutive
  return access === 'council' ? ofCouncil : null
}
