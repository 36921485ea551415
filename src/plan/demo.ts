import { type Day, parseIsoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import {
  addLine,
  type Changing,
  changePlan,
  closeLine,
  disputeVerdict,
  giveUpdate,
  hear,
  makePlan,
} from './change.ts'
import { updateDay } from './cycle.ts'
import { fund, recordVersion } from './decide.ts'
import { answerFinding, linkMeasure } from './ties.ts'
import { demoPlan, type DemoLine } from './demo-plan.ts'
import type { LineKind } from './line.ts'
import { penceFrom } from './money.ts'

const day = (iso: string): Day => parseIsoDay(iso) ?? 0

/**
 * Fills the demonstration with a plan of three themes that answers its findings: approved, submitted,
 * changed under delegated authority, with two years of updates of which some are late.
 * @param findings identifiers of the findings by their names, as `fillDemoFindings` gives them
 */
export async function fillDemoPlan(
  trx: Trx,
  authority: string,
  findings: ReadonlyMap<string, string>,
  today: Day,
): Promise<string> {
  const on = (when: Day, actorName = 'Director of Children’s Services'): Changing => ({
    authority,
    actor: 'demonstration',
    actorName,
    at: new Date(when * 86_400_000 + 11 * 3_600_000),
    today: when,
  })
  const start = on(day('2024-07-01'))
  const cycle = { cycleWeeks: 6, firstUpdateOn: day('2024-09-05') }
  const planId = await makePlan(trx, start, {
    ...cycle,
    title: 'Improvement plan 2024 to 2027',
    fromPlan: null,
    headlinePence: penceFrom('£2.4m'),
    headlineWords: '£2.4m',
    resourceWords: 'The council’s improvement fund',
  })
  for (const [title, amount] of demoPlan.funding) await fund(trx, start, planId, title, amount)

  const ids = new Map<DemoLine, string>()
  const make = async (line: DemoLine, kind: LineKind, parent: string | null): Promise<void> => {
    const by = on(day(line.madeOn ?? '2024-07-01'))
    const id = await addLine(trx, by, planId, parent, {
      kind,
      title: line.title,
      difference: line.difference ?? '',
      ownerId: null,
      owner: line.owner ?? null,
      organisation: line.organisation ?? null,
      partners: line.partners ?? [],
      startsOn: line.starts === undefined ? null : day(line.starts),
      dueOn: line.due === undefined ? null : day(line.due),
      sharedWith: line.organisation === undefined ? [] : [line.organisation],
    })
    ids.set(line, id)
    for (const measure of line.measures ?? []) await linkMeasure(trx, by, id, measure)
    for (const key of line.answers ?? []) {
      const finding = findings.get(key)
      if (finding !== undefined) await answerFinding(trx, by, id, finding)
    }
    for (const title of line.milestones ?? []) await make(milestoneOf(line, title), 'milestone', id)
    for (const below of line.below ?? [])
      await make(below, kind === 'theme' ? 'project' : 'action', id)
  }
  const isFirst = (line: DemoLine): boolean => line.madeOn === undefined
  const themes = demoPlan.themes.map(theme => ({
    ...theme,
    below: (theme.below ?? []).map(project => ({
      ...project,
      below: (project.below ?? []).filter(isFirst),
    })),
  }))
  for (const theme of themes) await make(theme, 'theme', null)

  await recordVersion(trx, on(day('2024-07-04')), planId, {
    ...blank,
    kind: 'draft',
    decidedOn: day('2024-07-04'),
    decidedBy: 'Improvement board',
    reason: 'For the board and for cabinet to look at.',
  })
  await changePlan(trx, on(day('2024-07-10')), planId, {
    title: 'Children first: improvement plan 2024 to 2027',
  })
  await recordVersion(trx, on(day('2024-07-18')), planId, {
    ...blank,
    kind: 'approved',
    decidedOn: day('2024-07-18'),
    decidedBy: 'Cabinet',
    meeting: 'Cabinet, 18 July 2024',
  })
  await recordVersion(trx, on(day('2024-08-22')), planId, {
    ...blank,
    kind: 'submitted',
    decidedOn: day('2024-08-22'),
    decidedBy: 'Director of Children’s Services',
    reason:
      'Sent to the Secretary of State and the Chief Inspector, three working days before its day.',
  })
  await addLater(trx, on, planId, themes, make, ids)
  await recordVersion(trx, on(day('2026-03-05')), planId, {
    ...blank,
    kind: 'delegated change',
    decidedOn: day('2026-03-05'),
    decidedBy: 'Director of Children’s Services',
    consulted: 'The cabinet member for children',
    delegation:
      'to make such changes to the plan as are needed to answer findings of inspectors, audits and children, in consultation with the cabinet member',
    reason: 'The focused visit of October 2025 and the children in care council asked for more.',
  })
  await tellStory(trx, on, ids, cycle, today)
  return planId
}

/** A milestone of a line that was closed had been reached by then. */
function milestoneOf({ closed, owner }: DemoLine, title: string): DemoLine {
  if (closed === undefined) return { title }
  const reached = {
    delivery: 'complete',
    updates: ['It is reached.'],
    silentSince: closed.on,
  } as const
  return { title, ...reached, ...(owner !== undefined && { owner }) }
}

const blank = { meeting: '', consulted: '', delegation: '', reason: '' }

/** Actions that were added after the plan was submitted. */
async function addLater(
  trx: Trx,
  on: (when: Day) => Changing,
  planId: string,
  themes: readonly DemoLine[],
  make: (line: DemoLine, kind: LineKind, parent: string | null) => Promise<void>,
  ids: ReadonlyMap<DemoLine, string>,
): Promise<void> {
  for (const [at, theme] of demoPlan.themes.entries())
    for (const [place, project] of (theme.below ?? []).entries()) {
      const made = themes[at]?.below?.[place]
      const parent = made === undefined ? undefined : ids.get(made)
      for (const line of (project.below ?? []).filter(each => each.madeOn !== undefined))
        if (parent !== undefined) await make(line, 'action', parent)
    }
  await changePlan(trx, on(day('2026-03-02')), planId, {})
}

async function tellStory(
  trx: Trx,
  on: (when: Day, who?: string) => Changing,
  ids: ReadonlyMap<DemoLine, string>,
  cycle: { readonly cycleWeeks: number; readonly firstUpdateOn: Day },
  today: Day,
): Promise<void> {
  for (const [line, id] of ids) {
    const owner = line.owner ?? line.organisation ?? 'Owner'
    const begins = Math.max(day(line.starts ?? '2024-07-01'), day(line.madeOn ?? '2024-07-01'))
    const ends = line.closed === undefined ? today : day(line.closed.on)
    const last = line.silentSince === undefined ? ends : Math.min(ends, day(line.silentSince))
    for (const [nth, words] of (line.updates ?? []).entries()) {
      const due = lastUpdateDay(cycle, last) - 3 - 42 * ((line.updates?.length ?? 1) - 1 - nth)
      if (due <= begins || due >= ends) continue
      const isLastWord = nth === (line.updates?.length ?? 0) - 1
      await giveUpdate(trx, on(due, owner), id, {
        words,
        delivery: isLastWord ? (line.delivery ?? 'on track') : 'on track',
        forecastOn: line.forecast === undefined ? null : day(line.forecast),
      })
    }
    for (const voice of line.voices ?? [])
      await hear(trx, on(day(voice.on), 'Quality lead'), id, {
        kind: voice.kind,
        says: voice.says,
        heardOn: day(voice.on),
        source: voice.source,
        words: voice.words,
      })
    if (line.dispute !== undefined)
      await disputeVerdict(trx, on(today - 20, owner), id, 'no evidence', line.dispute)
  }
  // Parts before the whole: nothing is closed above what is open.
  for (const [line, id] of [...ids].toReversed())
    if (line.closed !== undefined)
      await closeLine(trx, on(day(line.closed.on), 'Quality lead'), id, line.closed.evidence)
}

function lastUpdateDay(
  cycle: { readonly cycleWeeks: number; readonly firstUpdateOn: Day },
  until: Day,
): Day {
  let nth = 0
  while (updateDay(cycle, nth + 1) <= until) nth++
  return updateDay(cycle, nth)
}
