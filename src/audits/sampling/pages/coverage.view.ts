import { type Day, longDay } from '#calendar'
import { barTable, heading, keyFigures } from '#kit/html/blocks.ts'
import { details } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { FEWEST, type Reach } from '#practice'
import type { Coverage } from '../sample.ts'

export interface CoverageModel {
  readonly coverage: Coverage
  readonly asOf: Day
  readonly since: 'year' | 'ever'
  readonly showsWorkers: boolean
}

/** Whom audits have reached: the least audited first. */
export function coverageView({ coverage, asOf, since, showsWorkers }: CoverageModel): Html {
  const when = since === 'ever' ? 'ever' : 'in the last 12 months'
  const never = coverage.teams.filter(each => each.audited === 0)
  const lead =
    never.length === 0
      ? `Every team that holds children had at least one record audited ${when}.`
      : `${never.length === 1 ? '1 team has' : `${never.length} teams have`} had no record audited ${when}: ${never.map(each => each.name).join(', ')}.`
  return html`${heading({ title: 'Whom audits have reached', lead })}
<p class="govuk-body">${since === 'ever' ? html`<a class="govuk-link" href="/audits/samples/coverage">The last 12 months</a>` : html`<a class="govuk-link" href="/audits/samples/coverage?since=ever">Ever</a>`}</p>
${keyFigures([
  {
    label: `Children open on ${longDay(asOf)}`,
    value: coverage.children.toLocaleString('en-GB'),
  },
  {
    label: `With a record audited ${when}`,
    value: coverage.audited.toLocaleString('en-GB'),
  },
])}
${bars('By team', 'Team', coverage.teams)}
${bars('By plan', 'Plan', coverage.plans)}
${bars('By what their records touch', 'Theme', coverage.themes)}
${showsWorkers && workersView(coverage.workers)}`
}

/** A service has hundreds of workers: those with most to say first, and the others one click away. */
const WORKERS = 20
const workersView = (workers: readonly Reach[]): Html =>
  html`${bars('By worker', 'Worker', workers.slice(0, WORKERS))}${
    workers.length > WORKERS &&
    details({
      summaryText: `${(workers.length - WORKERS).toLocaleString('en-GB')} more`,
      html: html`${bars('More workers', 'Worker', workers.slice(WORKERS))}`,
    })
  }`

function bars(caption: string, nameHeading: string, rows: readonly Reach[]): Html | false {
  if (rows.length === 0) return false
  return barTable({
    caption,
    nameHeading,
    valueHeading: 'Audited',
    noteHeading: 'Children',
    max: 1,
    rows: rows.map(({ name, children, audited }) => ({
      name,
      value: children < FEWEST ? undefined : audited / children,
      text: audited === 0 ? 'Never' : `${audited} of ${children}`,
      note: children < FEWEST ? `${children}: too few for a share` : String(children),
    })),
  })
}
