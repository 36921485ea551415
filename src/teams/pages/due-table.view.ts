import { type Day, longDay } from '#calendar'
import { dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { countInWords } from '#performance'
import type { Pressing } from '../due/due-book.ts'
import { type Due, dutyKeys, dutyOf, type DutyKey } from '../due/duty.ts'
import { duePath } from './paths.ts'
import type { ChildLink } from './team.ts'

/** How much of each kind is overdue and comes next; each leads to who they are. */
export function dutiesTable(team: string, { overdue, soon }: Pressing): Html {
  const rows = dutyKeys
    .map(key => ({
      key,
      late: overdue.filter(each => each.duty === key).length,
      next: soon.filter(each => each.duty === key).length,
    }))
    .filter(({ late, next }) => late + next > 0)
  return dataTable({
    caption: 'Overdue and due this week, by kind',
    captionHidden: true,
    compact: true,
    columns: [
      {
        heading: 'What',
        cell: ({ key }) =>
          html`<a class="govuk-link" href="${duePath(team, key)}">${dutyOf(key).what}</a>`,
      },
      { heading: 'Overdue', numeric: true, cell: each => countInWords(each.late) },
      { heading: 'This week', numeric: true, cell: each => countInWords(each.next) },
    ],
    rows,
  })
}

/** Child by child; a child’s record opens through the door that writes down who looked. */
export function dueTable({
  due,
  asOf,
  childOf,
  caption,
}: {
  readonly due: readonly Due[]
  readonly asOf: Day
  readonly childOf: (child: number) => ChildLink
  readonly caption: string
}): Html {
  return dataTable({
    caption,
    captionHidden: true,
    compact: true,
    columns: [
      {
        heading: 'Child',
        cell: ({ child }) => {
          const { id, href } = childOf(child)
          return html`<a class="govuk-link" href="${href}">${id}</a>`
        },
      },
      {
        heading: 'What is due',
        // One cell and not three: it reads on a phone as it does on a desk.
        cell: each =>
          html`${dutyOf(each.duty).what}: ${whenInWords(each, asOf)}.<br><span class="app-muted">${each.since}</span>`,
      },
    ],
    rows: due,
  })
}

/** 'Overdue by 12 days', or the day. */
export function whenInWords({ on }: Pick<Due, 'on'>, asOf: Day): string {
  if (on >= asOf) return longDay(on)
  const days = asOf - on
  return `${longDay(on)}, overdue by ${countInWords(days)} ${days === 1 ? 'day' : 'days'}`
}

/** Education plans and core groups stand in no file that councils make for inspectors. */
export function unsaidView(unsaid: readonly DutyKey[]): Html {
  const names = unsaid.map(key => dutyOf(key).what.toLowerCase())
  return html`<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">What cannot be said</span></summary><div class="govuk-details__text">
<p class="govuk-body">When a personal education plan or a core group is due stands in none of the files that Sightline reads.</p>
${names.length > 0 && html`<p class="govuk-body">No extract speaks for these on the newest day: ${names.join('; ')}.</p>`}</div></details>`
}
