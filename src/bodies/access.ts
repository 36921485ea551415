import type { Law } from '#calendar'
import type { Access } from './body.ts'

export interface AccessWords {
  readonly name: string
  readonly says: string
  /** Null where no law opens it. */
  readonly law: Law | null
}

/** What each regime means for whoever wants to come and read, and where it is written. */
export const accessWords: Readonly<Record<Access, AccessWords>> = {
  council: {
    name: 'Open to the public, as the council and its committees are',
    says: 'Agenda and reports are open five clear days before, and minutes afterwards. An item is taken in private only for a reason that the law names.',
    law: {
      document: 'Local Government Act 1972',
      paragraph: 'part VA (sections 100A to 100K)',
      reading: {
        kind: 'unverified',
        because:
          'the sections were read in copies and in the regulations that amended them (21 November 2026)',
      },
    },
  },
  executive: {
    name: 'Open to the public, as the executive is',
    says: 'Agenda and reports are open five clear days before. Key decisions and meetings in private are announced 28 clear days before.',
    law: {
      document:
        'Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012 (SI 2012/2089)',
      paragraph: 'regulations 5, 6, 10 and 11',
      reading: {
        kind: 'read',
        on: '21 November 2026',
        at: 'legislation.gov.uk',
      },
    },
  },
  none: {
    name: 'Not open to the public by law',
    says: 'No law gives the public a right to come or to read. What it publishes it chooses itself.',
    law: null,
  },
}
