import type { Day } from '#calendar'
import { teamName } from '#children'
import type { Candidate } from '#practice'
import {
  assessments,
  careEpisodes,
  careLeavers,
  childView,
  type Cursor,
  cursorOver,
  type Field,
  type Fields,
  type History,
  involvements,
  type List,
  missingEpisodes,
  needEpisodes,
  needPlans,
  protectionPlans,
} from '#records'

/** How a child stands with the service, from what binds most to what binds least. */
export const planKinds = {
  care: 'In care',
  protection: 'On a child protection plan',
  leaver: 'Leaving care',
  'need plan': 'On a child in need plan',
  need: 'In need, without a plan',
  other: 'Otherwise allocated',
} as const
export type PlanKind = keyof typeof planKinds

/** What a record can be about; the codes are factors of assessments in the children in need census. */
export const riskThemes: Readonly<
  Record<string, { readonly title: string; readonly factors: readonly string[] }>
> = {
  'domestic abuse': { title: 'Domestic abuse', factors: ['3A', '3B', '3C'] },
  'mental health': { title: 'Mental health', factors: ['4A', '4B', '4C'] },
  'alcohol or drugs': {
    title: 'Alcohol or drugs',
    factors: ['1A', '1B', '1C', '2A', '2B', '2C'],
  },
  neglect: { title: 'Neglect', factors: ['16A'] },
  'emotional abuse': { title: 'Emotional abuse', factors: ['17A'] },
  'physical abuse': { title: 'Physical abuse', factors: ['18A', '18B', '18C'] },
  'sexual abuse': { title: 'Sexual abuse', factors: ['19A', '19B', '19C'] },
  exploitation: { title: 'Exploitation and gangs', factors: ['11A', '12A', '13A', '24A'] },
  missing: { title: 'Going missing', factors: ['10A'] },
  'self-harm': { title: 'Self-harm', factors: ['15A'] },
  'outside the area': { title: 'Placed outside the area', factors: [] },
  'again on a plan': { title: 'On a plan for the second time or more', factors: [] },
  baby: { title: 'Under one year old', factors: [] },
  disability: { title: 'Disability', factors: [] },
}

export const themeTitle = (key: string): string => riskThemes[key]?.title ?? key

/**
 * How risk is weighed for a risk-weighted draw: ours, and shown where it is used. No guidance sets it.
 * A child starts with 1, so that nobody is out of reach.
 */
export const riskWeights: Readonly<Record<string, number>> = {
  'on a child protection plan': 2,
  neglect: 1,
  'sexual abuse': 1,
  'physical abuse': 1,
  exploitation: 2,
  missing: 2,
  'self-harm': 1,
  'outside the area': 1,
  'again on a plan': 1,
  baby: 1,
}

const YEAR = 365

/**
 * The children who are open to the service at the end of a day, each by a reference that stands for
 * them, with team and worker as they were recorded then. The same history and day give the same.
 * @param refOf the reference of a child's identifier
 */
export function populationOn(
  history: History,
  on: Day,
  refOf: (id: string) => string,
): readonly Candidate[] {
  const found = new Map<number, Draft>()
  const names = new Map<string, string>()
  const nameOf = (code: string): string => {
    const known = names.get(code) ?? (code === '' ? '' : teamName(history, code))
    names.set(code, known)
    return known
  }
  const draftOf = (child: number): Draft => {
    const draft = found.get(child) ?? { team: '', worker: '', plans: new Set(), themes: new Set() }
    found.set(child, draft)
    return draft
  }
  const take = (child: number, row: { readonly team: string; readonly worker: string }): Draft => {
    const draft = draftOf(child)
    if (draft.team === '') draft.team = nameOf(row.team)
    if (draft.worker === '') draft.worker = row.worker
    return draft
  }
  // The allocation says whose work it is; the others only where there is none.
  eachOpen(history, involvements, on, row => void take(row.child.number, row))
  eachOpen(history, careEpisodes, on, row => {
    const draft = take(row.child.number, row)
    draft.plans.add('care')
    if (row.outsideArea === true) draft.themes.add('outside the area')
  })
  eachOpen(history, protectionPlans, on, row => {
    const draft = take(row.child.number, row)
    draft.plans.add('protection')
    if ((row.earlierPlans ?? 0) > 0) draft.themes.add('again on a plan')
    if (row.latestCategory === 'NEG' || row.firstCategory === 'NEG') draft.themes.add('neglect')
    if (row.latestCategory === 'SAB') draft.themes.add('sexual abuse')
  })
  eachOpen(history, needPlans, on, row => void take(row.child.number, row).plans.add('need plan'))
  eachOpen(history, needEpisodes, on, row => void take(row.child.number, row).plans.add('need'))
  eachRow(history, careLeavers, row => {
    const draft = found.get(row.child.number)
    if (draft !== undefined && row.asOn !== null && row.asOn <= on && row.asOn > on - YEAR)
      draft.plans.add('leaver')
  })
  addThemes(history, on, found)
  const view = childView(history)
  return [...found].map(([child, draft]) => {
    view.number = child
    if (view.ageOn(on) < 1) draft.themes.add('baby')
    if (view.disabled === true) draft.themes.add('disability')
    const plan = planOf(draft.plans)
    const themes = [...draft.themes].toSorted()
    return {
      child: refOf(view.id),
      team: draft.team,
      worker: draft.worker,
      plan,
      themes,
      risk: riskOf(plan, themes),
    }
  })
}

interface Draft {
  team: string
  worker: string
  readonly plans: Set<PlanKind>
  readonly themes: Set<string>
}

export function riskOf(plan: string, themes: readonly string[]): number {
  const onPlan = plan === 'protection' ? (riskWeights['on a child protection plan'] ?? 0) : 0
  return themes.reduce((sum, theme) => sum + (riskWeights[theme] ?? 0), 1 + onPlan)
}

// as: the keys of a record are its own.
const planOrder = Object.keys(planKinds) as PlanKind[]

function planOf(plans: ReadonlySet<PlanKind>): PlanKind {
  return planOrder.find(each => plans.has(each)) ?? 'other'
}

/** Factors of assessments of the last two years, and going missing in the last one. */
function addThemes(history: History, on: Day, found: ReadonlyMap<number, Draft>): void {
  const byFactor = new Map(
    Object.entries(riskThemes).flatMap(([key, { factors }]) =>
      factors.map(factor => [factor, key] as const),
    ),
  )
  eachRow(history, assessments, row => {
    const draft = found.get(row.child.number)
    const done = row.authorisedOn ?? row.startedOn
    if (draft === undefined || done === null || done > on || done <= on - 2 * YEAR) return
    for (const factor of row.factors.split(' ')) {
      const theme = byFactor.get(factor)
      if (theme !== undefined) draft.themes.add(theme)
    }
  })
  eachRow(history, missingEpisodes, row => {
    const { startedOn } = row
    if (startedOn === null || startedOn > on || startedOn <= on - YEAR) return
    found.get(row.child.number)?.themes.add('missing')
  })
}

function eachRow<F extends Fields>(
  history: History,
  list: List<string, F>,
  take: (row: Cursor<F>) => void,
): void {
  const open = cursorOver(history, list)
  if (open === null) return
  for (let row = 0; row < open.table.length; row++) {
    if ((open.table.child[row] ?? -1) < 0) continue
    open.cursor.row = row
    take(open.cursor)
  }
}

type Spell = { readonly startedOn: Field<'day'>; readonly endedOn: Field<'day'> }

/** Rows whose spell is open at the end of a day. */
function eachOpen<F extends Fields & Spell>(
  history: History,
  list: List<string, F>,
  on: Day,
  take: (row: Cursor<F>) => void,
): void {
  eachRow(history, list, row => {
    // as: both fields are days, as the type of the list says.
    const { startedOn, endedOn } = row as unknown as { startedOn: Day | null; endedOn: Day | null }
    if (startedOn === null || startedOn > on || (endedOn !== null && endedOn <= on)) return
    take(row)
  })
}
