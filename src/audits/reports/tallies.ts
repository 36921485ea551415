import { type Day, dayIn, type Month, monthOf } from '#calendar'
import { themes } from '#findings'
import { closureOf, grades, gradeWords } from '#practice'
import type { Alert } from '../alert.ts'
import { spreadOf } from '../figures.ts'
import { themesFound } from '../learning/learned.ts'
import type { OpenLoop } from '../loop/gather.ts'
import { countedOf } from '../programme/completion.ts'
import { reliabilityFigure } from '../reliability/reliability.ts'
import type { HeldForReport, Window } from './report.ts'
import type { SpanKey, Tally } from './tally.ts'

/** Every count of a report. @param held as it stood at the end of the month */
export function talliesOf(held: HeldForReport, window: Window): readonly Tally[] {
  return [
    loopTally(held),
    gradesTally(held, window),
    alertsTally(held, window),
    programmeTally(held, window),
    samplesTally(held, window),
    agreementTally(held, window),
    themesTally(held, window),
    exemplarsTally(held, window),
  ]
}

const both: readonly SpanKey[] = ['month', 'year']

/** The same for the month and for the twelve that end with it. */
const twice = <T>(
  all: readonly T[],
  monthOfOne: (one: T) => Month,
  { month }: Window,
): readonly [readonly T[], readonly T[]] => [
  all.filter(one => monthOfOne(one) === month),
  all.filter(one => monthOfOne(one) > month - 12),
]

function loopTally({ loops }: HeldForReport): Tally {
  const certain = certainOf(loops)
  const closed = closureOf(certain).closed
  const verified = certain.filter(each => each.verifiedOn !== null).length
  const late = certain.filter(each => each.isLate).length
  return {
    key: 'loop',
    title: 'What became of what audits found',
    rowHeading: 'How far it has come',
    totalText: 'Found by audits',
    spans: ['now'],
    rows: [
      { key: 'closed', text: 'Put right, and audited again', counts: [closed] },
      { key: 'verified', text: 'Put right, not audited again yet', counts: [verified - closed] },
      {
        key: 'open',
        text: 'Being worked on, in time',
        counts: [certain.length - verified - late],
      },
      { key: 'late', text: 'Overdue', counts: [late] },
    ],
    together: [
      {
        key: 'verified or open',
        text: 'Being worked on, or to be audited again',
        rows: ['verified', 'open'],
      },
    ],
  }
}

/** What waits for moderation is worked on all the same, but is in no measure yet. */
export const certainOf = (loops: readonly OpenLoop[]): readonly OpenLoop[] =>
  loops.filter(({ audit }) => !audit.provisional)

function gradesTally({ audits }: HeldForReport, window: Window): Tally {
  const spreads = twice(audits, each => monthOf(each.auditedOn), window).map(spreadOf)
  return {
    key: 'grades',
    title: 'How the work was graded',
    rowHeading: 'Grade',
    totalText: 'Audits graded',
    spans: both,
    rows: grades.map(grade => ({
      key: grade,
      text: gradeWords[grade],
      counts: spreads.map(({ of }) => of[grade]),
    })),
    together: [
      { key: 'good or better', text: 'Good or outstanding', rows: ['outstanding', 'good'] },
    ],
  }
}

function alertsTally({ alerts }: HeldForReport, window: Window): Tally {
  const spans = twice(alerts, each => monthOf(dayIn(each.raisedAt)), window)
  const row = (key: ReturnType<typeof answerOf>, text: string) => ({
    key,
    text,
    counts: spans.map(all => all.filter(each => answerOf(each) === key).length),
  })
  return {
    key: 'alerts',
    title: 'Alerts about a child’s safety or inadequate work',
    rowHeading: 'What was done',
    totalText: 'Alerts raised',
    spans: both,
    rows: [
      row('in time', 'Acted on in time'),
      row('late', 'Acted on late'),
      row('waiting', 'Not acted on by the end of the month'),
    ],
  }
}

function answerOf({ acted, actBy }: Alert): 'in time' | 'late' | 'waiting' {
  if (acted === null) return 'waiting'
  return acted.at.getTime() <= actBy.getTime() ? 'in time' : 'late'
}

function programmeTally({ owed }: HeldForReport, window: Window): Tally {
  const counted = twice(owed, each => each.month, window).map(countedOf)
  return {
    key: 'programme',
    title: 'The programme of audits',
    rowHeading: 'What came of it',
    totalText: 'Audits asked for',
    spans: both,
    rows: [
      { key: 'on time', text: 'Done by the end of the month', counts: counted.map(c => c.onTime) },
      { key: 'late', text: 'Done late', counts: counted.map(c => c.late) },
      { key: 'exempt', text: 'Let off', counts: counted.map(c => c.exempt) },
      { key: 'open', text: 'Not done', counts: counted.map(c => c.open) },
    ],
    together: [
      {
        key: 'not on time',
        text: 'Done late, let off or not done',
        rows: ['late', 'exempt', 'open'],
      },
    ],
  }
}

function samplesTally({ samples }: HeldForReport, window: Window): Tally {
  const spans = twice(samples, each => monthOf(dayIn(each.drawnAt)), window)
  const drawn = (isThemed: boolean) =>
    spans.map(all =>
      all
        .filter(({ method }) => (method.kind === 'themed') === isThemed)
        .reduce((sum, each) => sum + Math.min(each.size, each.populationSize), 0),
    )
  return {
    key: 'samples',
    title: 'Children’s records drawn by lot',
    rowHeading: 'Drawn',
    totalText: 'Records drawn',
    spans: both,
    rows: [
      { key: 'of all', text: 'Of all children', counts: drawn(false) },
      { key: 'themed', text: 'On a theme', counts: drawn(true) },
    ],
    together: [{ key: 'any', text: 'Of all children, or on a theme', rows: ['of all', 'themed'] }],
  }
}

function agreementTally({ doubled }: HeldForReport, { from }: Window): Tally {
  // Standards are not told apart here, so their intervals are not worked out either.
  const year = inYear(doubled, from).map(each => ({
    ...each,
    first: { ...each.first, standards: {} },
    second: { ...each.second, standards: {} },
  }))
  const { pairs, agreement } = reliabilityFigure(year).overall
  const same = Math.round((agreement?.exact ?? 0) * pairs)
  const near = Math.round((agreement?.adjacent ?? 0) * pairs)
  return {
    key: 'agreement',
    title: 'Work graded by two auditors, the second without seeing the first',
    rowHeading: 'How far they agreed',
    totalText: 'Graded twice',
    spans: ['year'],
    rows:
      agreement === null
        ? [{ key: 'unsaid', text: 'Too few to say how far they agree', counts: [pairs] }]
        : [
            { key: 'same', text: 'The same grade', counts: [same] },
            { key: 'near', text: 'One grade apart', counts: [near - same] },
            { key: 'far', text: 'Further apart', counts: [pairs - near] },
          ],
    together: [{ key: 'not the same', text: 'Another grade', rows: ['near', 'far'] }],
  }
}

export const inYear = <T extends { readonly on: Day }>(all: readonly T[], from: Day) =>
  all.filter(({ on }) => on >= from)

function themesTally({ audits, loops }: HeldForReport, { from, end }: Window): Tally {
  const year = loops.filter(({ foundOn }) => foundOn >= from)
  return {
    key: 'themes',
    title: 'What audits found, by theme',
    rowHeading: 'Theme',
    totalText: 'Findings',
    spans: ['year'],
    rows: themesFound(audits, year, end).map(({ theme, findings }) => ({
      key: theme,
      text: themes[theme],
      counts: [findings],
    })),
  }
}

function exemplarsTally({ exemplars }: HeldForReport, window: Window): Tally {
  const spans = twice(
    exemplars,
    each => (each.approvedAt === null ? 0 : monthOf(dayIn(each.approvedAt))),
    window,
  )
  return {
    key: 'exemplars',
    title: 'Strong work written up for others to learn from',
    rowHeading: 'Written up',
    totalText: 'Examples',
    spans: both,
    rows: [{ key: 'all', text: 'Examples of strong work', counts: spans.map(all => all.length) }],
  }
}
