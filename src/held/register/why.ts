import type { ForGood } from './table.ts'

// Why something is kept for good. A council that decides otherwise needs a rule of retention for it,
// and whoever builds that has to know what rests on it.

/** What was done about what was found, by whom and with what effect. */
export const record: ForGood = {
  because:
    'What was found, promised and done is answered for at every later inspection. It is about the council’s work; no child is to be named in it.',
}

export const publicRecord: ForGood = {
  because:
    'Agendas, minutes and reports are the council’s public record. The law says how long they have to be open at the least, and nothing here closes them after that.',
  laws: [
    {
      document: 'Local Government Act 1972',
      paragraph: 'section 100C(1): minutes, agendas and reports, six years',
      reading: {
        kind: 'unverified',
        because: 'read on 22 November 2026 in a copy that is not at legislation.gov.uk',
      },
    },
    {
      document: 'Local Government Act 1972',
      paragraph: 'section 100D(2): background papers, four years',
      reading: {
        kind: 'read',
        on: '22 November 2026',
        at: 'https://www.legislation.gov.uk/ukpga/1972/70/section/100D/2000-10-01, as it stood then',
      },
    },
  ],
}

/** Who drew and graded, beside whom, and after which practice: a grade counts or does not because of it. */
export const grading: ForGood = {
  because:
    'Whether grades can be relied on is shown by who gave them and had learned to. Grades are counted for good, and so is this.',
}

/** How the council has set things up, and who decided it when. */
export const settings: ForGood = {
  because:
    'A figure or a grade has to be explained by what held when it was made: who decided it, when and why.',
}

export const figures: ForGood = {
  because: 'A figure is a count in which no child stands, and later ones are compared with it.',
}

export const account: ForGood = {
  because:
    'What was done is shown with who did it, and an account that is no longer used can be closed.',
}
