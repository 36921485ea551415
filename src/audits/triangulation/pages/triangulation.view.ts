import { longDay } from '#calendar'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { dataTable, details, insetText } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { type Disagreement, FEWEST, percent } from '#practice'
import type { Triangulation } from '../gather.ts'
import {
  type Beside,
  chanceOf,
  disagreeing,
  type Seen,
  type TeamSeen,
  viewKeys,
  viewNames,
} from '../triangle.ts'

const words = {
  good: 'Better than the county',
  poor: 'Worse than the county',
  unsaid: 'Cannot be said',
}

export function triangulationView(found: Triangulation): Html {
  const { teams, from, to, useUntil } = found
  const lead =
    'What audits found in a team’s work, beside timeliness, caseloads, supervision, complaints and use of the data. Where they do not agree is where to ask.'
  if (teams.length === 0)
    return html`${heading({ title: 'Do the views of a team agree?', lead })}
${emptyState({ title: 'There is nothing to hold beside each other yet', text: 'It takes audits that are handed in, and records that are loaded.' })}`
  const apart = disagreeing(teams)
  const { judged, said, byChance } = chanceOf(teams)
  const shown = viewKeys.filter(key => key !== 'use' || useUntil !== null)
  return html`${heading({ title: 'Do the views of a team agree?', caption: `${longDay(from)} to ${longDay(to)}`, lead })}
<h2 class="govuk-heading-m">Where they disagree</h2>
${apart.length === 0 ? html`<p class="govuk-body">No team has one view that is better than the county and another that is worse, as far as can be said.</p>` : html`<ul class="govuk-list govuk-list--bullet">${apart.map(each => html`<li>${disagreementInWords(each)}</li>`)}</ul>`}
${insetText({ text: `${judged} figures of teams could be held beside the county; ${said} ${said === 1 ? 'lies' : 'lie'} apart from it. Chance alone would give at most about ${byChance}. A disagreement is a question and no answer.` })}
<h2 class="govuk-heading-m">Every team</h2>
<p class="govuk-body">In the order of their names, not of their results. A view is called better or worse where there are at least ${FEWEST} and the county’s figure lies outside the team’s interval.</p>
${dataTable<TeamSeen>({
  caption: 'How each view of each team looks beside the county',
  captionHidden: true,
  compact: true,
  columns: [
    { heading: 'Team', cell: ({ team }) => team },
    ...shown.map(key => ({
      heading: viewNames[key],
      cell: ({ views }: TeamSeen) => seenCell(views[key]),
    })),
  ],
  rows: teams,
})}
<p class="govuk-body">${useUntil === null ? 'How teams use the data is seen by the director and the leadership team.' : `Use of the data is shown to ${longDay(useUntil)}: the team itself sees it two weeks earlier.`}</p>`
}

/** 'Assessment North: good timeliness, poor audits.' */
export function disagreementInWords({ team, good, poor }: Disagreement): string {
  const listed = (names: readonly string[]): string =>
    names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
  return `${team}: good ${listed(good)}, poor ${listed(poor)}.`
}

function seenCell(seen: Seen | undefined): Html {
  if (seen === undefined) return html`${words.unsaid}`
  const said =
    seen.view === 'unsaid' ? html`${words.unsaid}` : html`<strong>${words[seen.view]}</strong>`
  return html`${said}${seen.words !== '' && html`<br>${seen.words}`}${
    seen.figures.length > 0 &&
    details({
      summaryText: seen.figures.length === 1 ? 'The figure' : `${seen.figures.length} figures`,
      html: html`<ul class="govuk-list">${seen.figures.map(each => html`<li>${figureInWords(each)}</li>`)}</ul>`,
    })
  }`
}

/** With few the count comes first, and the interval always stands beside it. */
function figureInWords(figure: Beside): string {
  const { name, numerator, denominator, share, interval, county, unit } = figure
  if (unit === 'children a worker')
    return `${name}: ${share.toFixed(1)} (${numerator} children, ${denominator} workers; between ${interval.low.toFixed(1)} and ${interval.high.toFixed(1)} if chance is allowed for). County: ${county.toFixed(1)}.`
  const between = `between ${percent(interval.low)} and ${percent(interval.high)} if chance is allowed for`
  const own =
    denominator < FEWEST
      ? `${numerator} of ${denominator}; ${between}`
      : `${percent(share)} (${numerator} of ${denominator}; ${between})`
  return `${name}: ${own}. County: ${percent(county)}.`
}
