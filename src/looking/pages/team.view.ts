import { type Day, longDay } from '#calendar'
import { barTable, emptyState, heading } from '#kit/html/blocks.ts'
import { dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { type Colleague, DAYS_LATER, type Kind, kindWords } from '../looking.ts'
import type { UseCount } from '../store/index.ts'
import { lengthInWords } from './words.ts'

export interface TeamLookingModel {
  readonly team: string
  readonly from: Day
  readonly to: Day
  readonly counts: readonly UseCount[]
  /** The people of the team as they are recorded, and anybody else of it who has looked. */
  readonly people: readonly Colleague[]
  /** Whose own row is shown: those of everybody for the manager, of nobody outside the team. */
  readonly shownPeople: readonly Colleague[]
  readonly sees: 'manager' | 'member' | 'outside'
}

export function teamLookingView(model: TeamLookingModel): Html {
  const { team, from, to, counts, sees } = model
  const lead = {
    manager: `What your team opened from ${longDay(from)} to ${longDay(to)}. The director sees the first table, without names, ${DAYS_LATER} days later.`,
    member: `What your team opened from ${longDay(from)} to ${longDay(to)}, and what you opened. The director sees the first table, without names, ${DAYS_LATER} days later.`,
    outside: `What the team opened from ${longDay(from)} to ${longDay(to)}. The team has seen this for ${DAYS_LATER} days. People are not shown outside their team.`,
  }[sees]
  return html`${heading({ title: `How ${team} uses Sightline`, caption: 'Who looks', lead })}
${
  counts.length === 0
    ? emptyState({
        title: 'Nobody has looked in these four weeks',
        text: 'The team’s page shows what has changed in its figures.',
        action: { text: `Figures of ${team}`, href: `/teams/${encodeURIComponent(team)}` },
      })
    : html`${kindsView(model)}${peopleView(model)}`
}`
}

function kindsView({ counts, people }: TeamLookingModel): Html {
  const byKind = Map.groupBy(counts, each => each.kind)
  const rows = kinds.flatMap(kind => {
    const all = byKind.get(kind)
    if (all === undefined) return []
    const views = total(all)
    const lookers = new Set(all.map(each => each.viewer)).size
    return [
      {
        name: kindWords[kind],
        value: views,
        text: views.toLocaleString('en-GB'),
        note: `${lookers} of ${people.length} people`,
      },
    ]
  })
  return html`<section class="app-section"><h2 class="govuk-heading-m">What the team opened</h2>
${barTable({
  caption: 'Pages by kind',
  captionHidden: true,
  nameHeading: 'Kind of page',
  valueHeading: 'Times',
  noteHeading: 'By how many',
  rows,
})}</section>`
}

/** By name and never by how often: it is not a race. */
function peopleView({ counts, shownPeople, sees }: TeamLookingModel): Html | null {
  if (sees === 'outside') return null
  const rows = shownPeople.toSorted((a, b) => a.name.localeCompare(b.name))
  const of = (id: string) => counts.filter(each => each.viewer === id)
  return html`<section class="app-section"><h2 class="govuk-heading-m">${sees === 'manager' ? 'Who opened what' : 'What you opened'}</h2>
${sees === 'manager' && html`<p class="govuk-body">In the order of names. How much somebody needs to look depends on their work, so this is a reason to ask what would help and not a measure of anybody.</p>`}
${dataTable({
  caption: sees === 'manager' ? 'Who opened what' : 'What you opened',
  captionHidden: true,
  compact: true,
  rows,
  columns: [
    { heading: 'Name', cell: each => each.name },
    ...shownKinds(counts).map(kind => ({
      heading: kindWords[kind],
      numeric: true,
      cell: (each: Colleague) => total(of(each.id).filter(count => count.kind === kind)),
    })),
    {
      heading: 'Time',
      numeric: true,
      // None is known of somebody who opened one page at a time.
      cell: each =>
        lengthInWords(of(each.id).reduce((sum, count) => sum + count.seconds, 0) || null),
    },
  ],
})}</section>`
}

const kinds: readonly Kind[] = [
  'overview',
  'indicators',
  'teams',
  'children',
  'record',
  'data',
  'looking',
  'other',
]

function shownKinds(counts: readonly UseCount[]): readonly Kind[] {
  return kinds.filter(kind => counts.some(each => each.kind === kind))
}

function total(counts: readonly UseCount[]): number {
  return counts.reduce((sum, each) => sum + each.views, 0)
}
