import type { Law } from '#calendar'

const READ_ON = '21 November 2026'
const SI_2012_2089 =
  'Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012 (SI 2012/2089)'
const at = (address: string): Law['reading'] => ({ kind: 'read', on: READ_ON, at: address })

/** What makes a decision a key decision. */
export const keyDecisionLaw: Law = {
  document: SI_2012_2089,
  paragraph: 'regulation 8(1)',
  reading: at('https://www.legislation.gov.uk/uksi/2012/2089/part/3/made'),
}

/** What its notice has to state. */
export const noticeLaw: Law = {
  document: SI_2012_2089,
  paragraph: 'regulation 9(1)(a) to (h)',
  reading: at('https://www.legislation.gov.uk/uksi/2012/2089/part/3/made'),
}

/** What the record of a decision taken at a meeting has to hold. */
export const recordLaw: Law = {
  document: SI_2012_2089,
  paragraph: 'regulation 12(2)',
  reading: at('https://www.legislation.gov.uk/uksi/2012/2089/regulation/12'),
}

/** The same for a member or an officer who decides alone. */
export const recordByOneLaw: Law = {
  document: SI_2012_2089,
  paragraph: 'regulation 13',
  reading: {
    kind: 'unverified',
    because:
      'regulation 12, which is alike, and section 9G(4) and (5) of the Local Government Act 2000, on which it rests, were read on 22 November 2026; the regulation was not found',
  },
}

export const specialUrgencyLaw: Law = {
  document: SI_2012_2089,
  paragraph: 'regulation 11(1) and (2)',
  reading: {
    kind: 'read',
    on: '22 November 2026',
    at: 'https://www.legislation.gov.uk/uksi/2012/2089/regulation/11',
  },
}

/** Which decisions of officers have to be written down. */
export const officerLaw: Law = {
  document: 'Openness of Local Government Bodies Regulations 2014 (SI 2014/2095)',
  paragraph: 'regulation 7(1) to (4)',
  reading: {
    kind: 'read',
    on: '22 November 2026',
    at: 'https://nearlylegal.co.uk/2014/08/reasons-reasons-reasons, which quotes it',
  },
}
