import { type Day, longDay, longMonth, monthOf } from '#calendar'
import { type Measure, toldOn } from '#demo'
import type { Exemption, ItemKind, PaperKind } from './meeting.ts'

// Papers of a county that does not exist. Each fits on one page, so that its pages are known before
// anybody asks for the PDF; a test holds them to that.

export interface DemoPaper {
  readonly kind: PaperKind
  readonly title: string
  readonly author: string
  readonly words: string
}

export interface DemoItem {
  readonly title: string
  readonly kind: ItemKind
  readonly presenter: string
  readonly words: string
  readonly exempt?: Exemption
  readonly papers: readonly DemoPaper[]
}

const director = 'Director of children’s services'
const percent = (share: number): string => `${Math.round(share * 100)}%`

const measured: readonly Measure[] = [
  'assessmentOnTime',
  'protectionVisitOnTime',
  'placementVisitInWeek',
  'firstHealthAssessmentOnTime',
  'pathwayReviewOnTime',
  'dentalOnTime',
  'placedFar',
]

/** What moved in the year before a day, as the county's story has it. */
export function performanceItem(on: Day): DemoItem {
  const then = on - 731
  const rows = measured.map(measure => {
    const now = toldOn(measure, on)
    return { says: now.says, now: now.share, before: toldOn(measure, then).share }
  })
  const most = rows.toSorted((a, b) => Math.abs(b.now - b.before) - Math.abs(a.now - a.before))[0]
  const still = rows.filter(row => Math.abs(row.now - row.before) < 0.02).length
  const lead =
    most === undefined || Math.abs(most.now - most.before) < 0.02
      ? 'None of the measures below moved by two points or more in two years.'
      : `The largest change is in ‘${most.says.toLowerCase()}’: ${percent(most.now)}, against ${percent(most.before)} two years before.`
  return {
    title: `Performance to ${longMonth(monthOf(on) - 1)}`,
    kind: 'report',
    presenter: director,
    words: 'To note what moved, and to say what it wants to know about what did not.',
    papers: [
      {
        kind: 'report',
        title: `Performance report to ${longMonth(monthOf(on) - 1)}`,
        author: 'Performance and intelligence team',
        words: `# Purpose
1.1 This report says which measures of services for children moved in the last two years, and which did not.

# What moved
2.1 ${lead}

2.2 ${still} of ${rows.length} measures stood still. A measure that stands still is no news, and no assurance either.

Measure\tNow\tTwo years before
${rows.map(row => `${row.says}\t${percent(row.now)}\t${percent(row.before)}`).join('\n')}

# What is asked
3.1 The meeting is asked to note the report, and to choose one measure to look at in depth.`,
      },
    ],
  }
}

/** What audits of practice found, and whether a re-test says that it changed. */
export function qualityItem(on: Day): DemoItem {
  const isLater = on > 20_514 // 1 March 2026: the re-audit was done.
  return {
    title: 'Quality of practice',
    kind: 'report',
    presenter: 'Principal Social Worker',
    words: 'To note what audits found, and what is re-tested next.',
    papers: [
      {
        kind: 'report',
        title: 'Quality assurance report',
        author: 'Principal Social Worker',
        words: `# Purpose
1.1 This report says what audits of practice found since the last one, and what was re-tested.

# What was found
2.1 Supervision records show what was done but not why: 14 of 30 had no reason for the decision.

2.2 Plans list services and not what will be different for the child, in 11 of 28 audited.

${isLater ? '2.3 The re-audit of 24 assessments found 19 good or better, against 9 of 24 in 2024.' : '2.3 In 2024, 9 of 24 assessments were good or better. The same number will be audited again.'}

# What is next
3.1 Visits are audited next: whether children are seen alone, and what comes of it.

# What is asked
4.1 The meeting is asked to note the report.`,
      },
    ],
  }
}

/** The funding of the plan, with the sum that it comes to. */
export const budgetItem = (): DemoItem => ({
  title: 'Funding of the improvement plan',
  kind: 'report',
  presenter: 'Cabinet member for finance',
  words: 'To agree the funding lines of the plan.',
  papers: [
    {
      kind: 'report',
      title: 'Funding of the improvement plan',
      author: 'Head of Finance',
      words: `# Purpose
1.1 This report asks for the money with which the plan is carried out.

# What it pays for
Line\t£
Twelve more social workers in assessment\t1,175,000
Practice coaches for managers\t420,000
Placements team and foster carer support\t553,000
One form for visits\t140,000
Total\t2,288,000

2.1 The lines come to £2,288,000.

# Options
3.1 To fund all four lines. Recommended.

3.2 To fund the social workers alone. Not recommended: managers would have no coaches.

3.3 To fund none. Not recommended: the plan could not be carried out.

# What is asked
4.1 The meeting is asked to agree the four lines.`,
    },
    {
      kind: 'appendix',
      title: 'Appendix A: equality impact assessment',
      author: 'Head of Finance',
      words: `1.1 Children in care and disabled children are those whom the plan reaches most.

1.2 No group loses by it. What is not known is how far young carers are reached, and a survey will ask.`,
    },
  ],
})

/** The plan, its state and what is late. */
export const planItem = (on: Day): DemoItem => ({
  title: 'The improvement plan',
  kind: 'report',
  presenter: director,
  words: 'To challenge what is late, and to ask for evidence of what is called done.',
  papers: [
    {
      kind: 'report',
      title: 'Improvement plan: state and evidence',
      author: 'Plan owner',
      words: `# Purpose
1.1 This report says how the plan stands on ${longDay(on)}, and which of its lines can show a difference.

# How it stands
2.1 What is done is not the same as what is better. A line is closed when somebody other than its owner has seen the evidence.

2.2 Placements close to home have not moved: ${percent(toldOn('placedFar', on).share)} of new placements are more than 20 miles from home.

2.3 Dental checks need the help of partners: ${percent(toldOn('dentalOnTime', on).share)} were done within a year of the last.

# What is asked
3.1 The meeting is asked to challenge the lines that are late, and to name who answers for each.`,
    },
  ],
})

/** What is spoken only. */
export const verbalItem: DemoItem = {
  title: 'What the director would like the meeting to know',
  kind: 'verbal update',
  presenter: director,
  words: '',
  papers: [],
}

/** What is kept from the public: the terms of a contract that is being bid for. */
export const exemptItem: DemoItem = {
  title: 'Contract for residential placements',
  kind: 'report',
  presenter: 'Head of Commissioning',
  words: 'To agree the contract with the bidder that is named in the report.',
  exempt: {
    paragraph: 3,
    confidential: false,
    words: 'Terms proposed for a contract.',
    publicInterest:
      'The public has an interest in what is paid for placements. While bids are open, telling them would raise what is paid. The sum is published when the contract is signed.',
  },
  papers: [
    {
      kind: 'report',
      title: 'Contract for residential placements: bids',
      author: 'Head of Commissioning',
      words: `# Purpose
1.1 This report compares two bids for twelve residential places.

# The bids
2.1 The first bid is £4.1m a year, the second £4.4m. The second keeps children closer to home.

# What is asked
3.1 The meeting is asked to agree the second bid.`,
    },
  ],
}

export const lateReason =
  'A home for children closes within four weeks. Six children have to be told before the next meeting.'

/** What came after the agenda, with the chair's agreement. */
export const lateItem: DemoItem = {
  title: 'A children’s home that closes',
  kind: 'report',
  presenter: 'Head of Commissioning',
  words: 'To note what is done for the six children.',
  papers: [
    {
      kind: 'report',
      title: 'A children’s home that closes',
      author: 'Head of Commissioning',
      words: `# Purpose
1.1 A home in the county closes in four weeks. This report says what is done for the six children who live there.

# What is done
2.1 Each child has been told by somebody whom they know, and has said where they would like to live.

2.2 Two will move with their carer. For four a place is being found in the county.

# What is asked
3.1 The committee is asked to note this, and to ask for a report when all six have moved.`,
    },
  ],
}
