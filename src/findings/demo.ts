import { parseIsoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { addFinding, type Changing, takeStep } from './change.ts'
import { noCohort, type NewFinding, type Severity, type SourceKind } from './finding.ts'
import type { Theme } from './themes.ts'

/** A finding of the demonstration, by a name that the demonstration's plan knows it by. */
interface DemoFinding {
  readonly key: string
  readonly kind: SourceKind
  readonly source: string
  readonly words: string
  readonly theme: Theme
  readonly on: string
  readonly severity: Severity
  readonly indicator?: string
  readonly owner?: string
  readonly sharedWith?: readonly string[]
  /** How it ended, where it did; what is answered by the plan is put into action by the plan. */
  readonly end?:
    | { readonly step: 'decline' | 'close'; readonly words: string; readonly on: string }
    | { readonly step: 'merge'; readonly into: string; readonly on: string }
    | { readonly step: 'new' }
    | {
        readonly step: 'verified'
        readonly words: string
        readonly on: string
        readonly closed?: string
      }
}

const ilacs = 'ILACS inspection, May 2024'

/** What anybody found in a county that does not exist, told as such findings are told. */
export const demoFindings: readonly DemoFinding[] = [
  {
    key: 'rec-1',
    kind: 'inspection',
    source: `${ilacs}, recommendation 1`,
    words:
      'The timeliness and quality of assessments, so that children’s needs are understood without delay.',
    theme: 'assessments',
    on: '2024-05-17',
    severity: 'high',
    indicator: 'AS01',
    owner: 'Head of Assessment',
    end: {
      step: 'verified',
      words:
        'Nine in ten assessments have been finished within 45 working days since summer 2025, and the re-audit of 24 found 19 good.',
      on: '2026-03-12',
      closed: '2026-03-30',
    },
  },
  {
    key: 'rec-2',
    kind: 'inspection',
    source: `${ilacs}, recommendation 2`,
    words:
      'The regularity of visits to children on child protection plans, including whether children are seen alone.',
    theme: 'visits',
    on: '2024-05-17',
    severity: 'high',
    indicator: 'CP15',
    owner: 'Head of Safeguarding',
  },
  {
    key: 'rec-3',
    kind: 'inspection',
    source: `${ilacs}, recommendation 3`,
    words: 'The timeliness of initial health assessments when children come into care.',
    theme: 'health',
    on: '2024-05-17',
    severity: 'high',
    indicator: 'HE01',
    owner: 'Integrated care board',
    sharedWith: ['Integrated care board'],
  },
  {
    key: 'rec-4',
    kind: 'inspection',
    source: `${ilacs}, recommendation 4`,
    words:
      'Management oversight and supervision, so that decisions and their reasons are recorded and drift is challenged.',
    theme: 'management-oversight',
    on: '2024-05-17',
    severity: 'high',
    owner: 'Assistant Director, Safeguarding',
  },
  {
    key: 'rec-5',
    kind: 'inspection',
    source: `${ilacs}, recommendation 5`,
    words: 'The sufficiency of placements close to home for children in care.',
    theme: 'placements',
    on: '2024-05-17',
    severity: 'high',
    indicator: 'CA07A',
    owner: 'Head of Commissioning',
  },
  {
    key: 'rec-6',
    kind: 'inspection',
    source: `${ilacs}, recommendation 6`,
    words: 'The timeliness of pathway plan reviews and the offer to care leavers aged 21 and over.',
    theme: 'care-leavers',
    on: '2024-05-17',
    severity: 'medium',
    indicator: 'LC07',
    owner: 'Head of Leaving Care',
  },
  {
    key: 'visit-missing',
    kind: 'monitoring-visit',
    source: 'Focused visit, October 2025: vulnerable adolescents',
    words:
      'Return home interviews are offered more often but are not always used to inform safety plans.',
    theme: 'missing-and-exploitation',
    on: '2025-10-09',
    severity: 'high',
    indicator: 'MI02',
    owner: 'Head of Adolescent Services',
  },
  {
    key: 'peer-assess',
    kind: 'peer-review',
    source: 'Peer review, November 2023',
    words:
      'Assessments take too long and their quality varies: children’s needs are not always understood without delay.',
    theme: 'assessments',
    on: '2023-11-23',
    severity: 'medium',
    end: { step: 'merge', into: 'rec-1', on: '2024-06-20' },
  },
  {
    key: 'peer-voice',
    kind: 'peer-review',
    source: 'Peer review, November 2023',
    words: 'Children’s views are gathered but seldom change what a plan says.',
    theme: 'voice',
    on: '2023-11-23',
    severity: 'medium',
    owner: 'Principal Social Worker',
  },
  {
    key: 'audit-supervision',
    kind: 'audit',
    source: 'Practice audit cycle, September 2025',
    words:
      'Supervision records show what was done but not why: 14 of 30 had no reason for the decision.',
    theme: 'management-oversight',
    on: '2025-09-30',
    severity: 'medium',
    owner: 'Principal Social Worker',
  },
  {
    key: 'audit-plans',
    kind: 'audit',
    source: 'Practice audit cycle, December 2025',
    words: 'Plans list services and not what will be different for the child, in 11 of 28 audited.',
    theme: 'plans',
    on: '2025-12-19',
    severity: 'medium',
    owner: 'Head of Safeguarding',
  },
  {
    key: 'audit-alone',
    kind: 'audit',
    source: 'Themed audit of visits, February 2026',
    words:
      'Children in care were seen, but in one visit of three not alone and no reason was recorded.',
    theme: 'visits',
    on: '2026-02-27',
    severity: 'high',
    indicator: 'CA17',
    owner: 'Head of Children in Care',
  },
  {
    key: 'complaint-worker',
    kind: 'complaint',
    source: 'Stage 2 complaint, April 2025',
    words: 'The family had four social workers in a year and told their story each time.',
    theme: 'workforce',
    on: '2025-04-15',
    severity: 'medium',
    indicator: 'CA21',
    owner: 'Head of Workforce',
  },
  {
    key: 'complaint-contact',
    kind: 'complaint',
    source: 'Complaints of 2025, annual report',
    words: 'Eleven of 46 complaints were about calls to the front door that nobody returned.',
    theme: 'front-door',
    on: '2026-04-30',
    severity: 'medium',
    end: { step: 'new' },
  },
  {
    key: 'children-moves',
    kind: 'children-survey',
    source: 'Children in care council, June 2025',
    words:
      'We find out that we are moving on the day. We want to know before, and to see the place.',
    theme: 'placements',
    on: '2025-06-12',
    severity: 'high',
    owner: 'Head of Commissioning',
  },
  {
    key: 'children-dentist',
    kind: 'children-survey',
    source: 'Survey of children in care, March 2026',
    words: 'Nobody can find us a dentist since the clinic in town closed.',
    theme: 'health',
    on: '2026-03-20',
    severity: 'high',
    indicator: 'HE03',
    owner: 'Integrated care board',
    sharedWith: ['Integrated care board'],
  },
  {
    key: 'parents-words',
    kind: 'parents-survey',
    source: 'Parents’ forum, October 2025',
    words:
      'Reports for conferences arrive the evening before and are written in words we do not use.',
    theme: 'family-feedback',
    on: '2025-10-22',
    severity: 'medium',
    owner: 'Head of Safeguarding',
  },
  {
    key: 'staff-system',
    kind: 'staff-survey',
    source: 'Staff survey, January 2025',
    words: 'Recording the same visit in three places takes an hour that children do not get.',
    theme: 'data-and-recording',
    on: '2025-01-31',
    severity: 'medium',
    owner: 'Head of Systems',
    end: {
      step: 'verified',
      words:
        'One form since June 2025. The staff survey of January 2026 has the time down from 61 to 24 minutes.',
      on: '2026-02-06',
    },
  },
  {
    key: 'staff-caseload',
    kind: 'staff-survey',
    source: 'Staff survey, January 2026',
    words: 'Caseloads in two assessment teams are too high to see children as often as we should.',
    theme: 'workforce',
    on: '2026-01-30',
    severity: 'high',
    indicator: 'WF05',
    owner: 'Head of Workforce',
  },
  {
    key: 'review-neglect',
    kind: 'case-review',
    source: 'Local child safeguarding practice review, 2024',
    words:
      'Long-standing neglect was seen by several agencies and no one put the pieces together in a chronology.',
    theme: 'partnership',
    on: '2024-09-26',
    severity: 'high',
    owner: 'Safeguarding partnership',
    sharedWith: ['Integrated care board', 'Police'],
  },
  {
    key: 'mock-court',
    kind: 'mock-inspection',
    source: 'Mock inspection of court work, March 2025',
    words:
      'Letters before proceedings are clear, but four of nine families waited more than a month for a first meeting.',
    theme: 'pre-proceedings',
    on: '2025-03-14',
    severity: 'medium',
    owner: 'Head of Safeguarding',
    end: {
      step: 'verified',
      words: 'Of 16 families since, 15 had their meeting within 15 working days.',
      on: '2025-12-11',
      closed: '2026-01-08',
    },
  },
  {
    key: 'scrutiny-repeat',
    kind: 'scrutiny',
    source: 'Scrutiny committee, September 2025',
    words:
      'The committee asks why one child in four who is referred was referred in the year before.',
    theme: 'front-door',
    on: '2025-09-18',
    severity: 'medium',
    indicator: 'FD07',
    owner: 'Head of Assessment',
  },
  {
    key: 'data-dental',
    kind: 'data-quality',
    source: 'Data quality report, July 2025',
    words:
      'Dental checks are written down by two services in two places, so the figure was too low by some.',
    theme: 'data-and-recording',
    on: '2025-07-11',
    severity: 'low',
    end: {
      step: 'decline',
      words:
        'The two lists were joined for the July extract, and the figure still fell. It is real.',
      on: '2025-08-01',
    },
  },
  {
    key: 'board-partners',
    kind: 'board',
    source: 'Improvement board, February 2026',
    words:
      'Police attend strategy meetings; health often send apologies and do not share what they know.',
    theme: 'strategy-and-protection',
    on: '2026-02-11',
    severity: 'high',
    owner: 'Integrated care board',
    sharedWith: ['Integrated care board', 'Police'],
  },
  {
    key: 'self-fostering',
    kind: 'self-evaluation',
    source: 'Self-evaluation, 2026',
    words: 'Few private fostering arrangements are known, fewer than in counties like ours.',
    theme: 'private-fostering',
    on: '2026-06-05',
    severity: 'low',
    end: { step: 'new' },
  },
  {
    key: 'complaint-closed',
    kind: 'complaint',
    source: 'Stage 1 complaints, spring 2025',
    words: 'Letters to parents went to an old address after a separation.',
    theme: 'data-and-recording',
    on: '2025-05-02',
    severity: 'medium',
    owner: 'Head of Systems',
    end: {
      step: 'close',
      words: 'The address check was put on the weekly list.',
      on: '2025-06-27',
    },
  },
]

/** Fills the demonstration's inbox. Gives each finding's identifier by its name, for the plan. */
export async function fillDemoFindings(
  trx: Trx,
  authority: string,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  const on = (iso: string, name: string): Changing => {
    const today = parseIsoDay(iso) ?? 0
    const at = new Date(today * 86_400_000 + 10 * 3_600_000)
    return { authority, actor: 'demonstration', actorName: name, at, today }
  }
  const inOrder = demoFindings.toSorted((a, b) => a.on.localeCompare(b.on))
  for (const each of inOrder) {
    const { id } = await addFinding(trx, on(each.on, 'Quality lead'), newFinding(each))
    ids.set(each.key, id)
  }
  for (const each of inOrder) {
    const id = ids.get(each.key) ?? ''
    const { end } = each
    if (end?.step === 'new') continue
    const by = on(each.on, 'Quality lead')
    const fields = { owner: each.owner ?? null, ownerId: null }
    await takeStep(trx, by, id, 'triage', { fields })
    if (end?.step === 'merge')
      await takeStep(trx, on(end.on, 'Quality lead'), id, 'merge', {
        into: ids.get(end.into) ?? '',
      })
    if (end?.step === 'decline')
      await takeStep(trx, on(end.on, 'Quality lead'), id, 'decline', { words: end.words })
    if (end?.step === 'close' || end?.step === 'verified') {
      await takeStep(trx, by, id, 'act')
      const step = end.step === 'close' ? 'close' : 'verify'
      await takeStep(trx, on(end.on, 'Quality lead'), id, step, { words: end.words })
      if (end.step === 'verified' && end.closed !== undefined)
        await takeStep(trx, on(end.closed, 'Quality lead'), id, 'close', {
          words: 'Verified, and nothing is left to do.',
        })
    }
  }
  return ids
}

function newFinding(each: DemoFinding): NewFinding {
  return {
    sourceKind: each.kind,
    source: each.source,
    words: each.words,
    theme: each.theme,
    foundOn: parseIsoDay(each.on) ?? 0,
    severity: each.severity,
    cohort: each.indicator === undefined ? noCohort : { ...noCohort, indicator: each.indicator },
    sharedWith: each.sharedWith ?? [],
  }
}
