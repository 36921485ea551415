import { citeLaw, type Day, type Law, longDay } from '#calendar'

/** What is kept for a time, from when the time runs, and how long where a council has not decided. */
export const kinds = {
  extracts: {
    title: 'Extracts of children’s records',
    from: 'they were loaded',
    // Ten years hold two inspections and the statistics of a plan. It is for the council to decide:
    // the case records themselves are kept by it for as long as the law says, elsewhere.
    months: 120,
  },
  sessions: { title: 'Sessions of people who signed in', from: 'they ended', months: 3 },
  attempts: { title: 'Counts of failed sign-ins', from: 'the last of them', months: 1 },
  looking: { title: 'The record of who looked at what', from: 'they looked', months: 13 },
  // Longer than who looked at a page: a misuse of a child's record may come to light after years.
  openings: {
    title: 'The record of opened children’s records and of conversations about looking',
    from: 'it was made',
    months: 72,
  },
  // Whoever asked to follow the public site and never said that it was them.
  subscriptions: {
    title: 'E-mail addresses of people who asked for news and did not confirm it',
    from: 'they asked',
    months: 1,
  },
  // Two inspections of a council's services lie within it. What was written of a child, and whose work
  // it was, is wanted no longer than that; what it was graded is counted for good.
  audits: {
    title: 'The words of practice audits, and the names and references in them and in samples',
    from: 'the audit or the draw',
    months: 72,
  },
  // Who owed, was excused, was reminded and read what: for the programme's year and the two before, with
  // which its figures are compared. Reasons of exemptions may speak of health.
  auditors: {
    title: 'Records of what auditors owed, were excused from and read',
    from: 'they ended or were noted',
    months: 36,
  },
  // An address is wanted to send the answer to, and a question that was not taken is in no minutes.
  askers: {
    title: 'E-mail addresses of people who asked a meeting, and questions that were not taken',
    from: 'they came',
    months: 12,
  },
  // As long as taking part with an interest can be prosecuted.
  interests: {
    title: 'Registered interests that are over',
    from: 'they ended',
    months: 36,
    laws: [
      {
        document: 'Localism Act 2011',
        paragraph: 'section 29(3): what is over need not stay in the register',
        reading: {
          kind: 'unverified',
          because: 'read on 22 November 2026 in the Bill as introduced, clause 29(3)',
        },
      },
      {
        document: 'Localism Act 2011',
        paragraph: 'section 34: no prosecution after three years',
        reading: { kind: 'unverified', because: 'the section was not read' },
      },
    ],
  },
  tokens: {
    title: 'Tokens for programs that are good no longer',
    from: 'they ended',
    months: 3,
  },
  // What somebody brings as a table may say more than was taken from it.
  sheets: {
    title: 'Rows of tables that were brought',
    from: 'they were brought',
    months: 12,
  },
  // What was done, by whom and when has to be provable for as long as the system is in use, and no
  // child is named in it.
  journal: { title: 'The journal', from: 'it was written', months: null },
} as const satisfies Readonly<Record<string, Kept>>

interface Kept {
  readonly title: string
  readonly from: string
  /** Null: for good. */
  readonly months: number | null
  readonly laws?: readonly Law[]
}

export type Kind = keyof typeof kinds

export function isKind(text: string): text is Kind {
  return Object.hasOwn(kinds, text)
}

/** A council's own decision, from a day on. */
export interface Rule {
  readonly kind: Kind
  readonly from: Day
  /** Null: for good. */
  readonly months: number | null
  readonly because: string
  readonly setBy: string
  readonly setAt: Date
}

/** How long a kind is kept as of a day: what was decided last of what holds by then, or the default. */
export function monthsKept(rules: readonly Rule[], kind: Kind, today: Day): number | null {
  const [newest] = rules
    .filter(rule => rule.kind === kind && rule.from <= today)
    .toSorted((a, b) => b.from - a.from || b.setAt.getTime() - a.setAt.getTime())
  return newest === undefined ? kinds[kind].months : newest.months
}

/** The paragraphs that a default leans on, with whether they were read. */
function lawsOf(kind: Kind): readonly string[] {
  const kept: Kept = kinds[kind]
  return (kept.laws ?? []).map(citeLaw)
}

/** 'Extracts of children’s records are kept for 10 years after they were loaded.' */
export function ruleInWords(kind: Kind, months: number | null): string {
  const { title, from } = kinds[kind]
  const isOne = ['looking', 'openings', 'journal'].includes(kind)
  const kept = `${title} ${isOne ? 'is' : 'are'} kept`
  return months === null
    ? `${kept} for good.`
    : `${kept} for ${periodInWords(months)} after ${from}.`
}

function periodInWords(months: number): string {
  const [many, unit] = months % 12 === 0 ? [months / 12, 'year'] : [months, 'month']
  return `${many} ${unit}${many === 1 ? '' : 's'}`
}

/** The rule of each kind as of a day, for a page or a terminal. */
export function rulesInWords(rules: readonly Rule[], today: Day): readonly string[] {
  // The keys of an object that is written above.
  const names = Object.keys(kinds) as Kind[]
  return names.flatMap(kind => [
    `${kind}: ${ruleInWords(kind, monthsKept(rules, kind, today))}`,
    ...lawsOf(kind).map(law => `  See ${law}.`),
    ...rules
      .filter(rule => rule.kind === kind && rule.from > today)
      .map(rule => `  from ${longDay(rule.from)}: ${ruleInWords(kind, rule.months)}`),
  ])
}
