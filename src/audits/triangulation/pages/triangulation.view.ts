import { longDay } from '#calendar'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { dataTable, details, insetText, summaryList } from '#kit/html/components/index.ts'
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

const AUDITS = viewNames.audits.toLowerCase()

export function triangulationView(found: Triangulation): Html {
  const { teams, from, to, useUntil } = found
  const lead =
    'What audits found in a team’s work, beside timeliness, caseloads, supervision, complaints and use of the data. Where they do not agree is where to ask.'
  if (teams.length === 0)
    return html`${heading({ title: 'Do the views of a team agree?', lead })}
${emptyState({ title: 'There is nothing to hold beside each other yet', text: 'It takes audits that are handed in, and records that are loaded.' })}`
  const apart = disagreeing(teams)
  // What audits say against the figures comes before what the figures say against each other.
  const [ofAudits = [], ofOthers = []] = [true, false].map(wanted =>
    apart.filter(({ good, poor }) => [...good, ...poor].includes(AUDITS) === wanted),
  )
  const { judged, said, byChance } = chanceOf(teams)
  const byName = new Map(teams.map(each => [each.team, each]))
  const apartNames = new Set(apart.map(({ team }) => team))
  const alone = teams.filter(each => !apartNames.has(each.team) && isAnythingSaid(each))
  const silent = teams.filter(each => !isAnythingSaid(each))
  return html`${heading({ title: 'Do the views of a team agree?', caption: `${longDay(from)} to ${longDay(to)}`, lead })}
<h2 class="govuk-heading-m">Where they disagree</h2>
${
  apart.length === 0
    ? html`<p class="govuk-body">No team has one view that is better than the county and another that is worse, as far as can be said.</p>`
    : html`${ofAudits.length === 0 && html`<p class="govuk-body">No team’s audits lie apart from the county while another view says the opposite. These teams have other views that do not agree.</p>`}${[...ofAudits, ...ofOthers].map(each => teamCard(byName.get(each.team), disagreementInWords(each)))}`
}
${insetText({ text: `${judged} figures of teams could be held beside the county; ${said} ${said === 1 ? 'lies' : 'lie'} apart from it. Chance alone would give at most about ${byChance}. A disagreement is a question and no answer.` })}
${
  alone.length > 0 &&
  html`<h2 class="govuk-heading-m">Where something can be said, and nothing contradicts it</h2>
<p class="govuk-body">In the order of their names, not of their results. A view is called better or worse where there are at least ${FEWEST} and the county’s figure lies outside the team’s interval.</p>
${alone.map(each => teamCard(each))}`
}
${silent.length > 0 && silentView(silent, useUntil !== null)}
<p class="govuk-body">${useUntil === null ? 'How teams use the data is seen by the director and the leadership team.' : `Use of the data is shown to ${longDay(useUntil)}: the team itself sees it two weeks earlier.`}</p>`
}

const isAnythingSaid = ({ views }: TeamSeen): boolean =>
  Object.values(views).some(({ view }) => view !== 'unsaid')

/** One team: what can be said of it first, and the rest folded away. */
function teamCard(seen: TeamSeen | undefined, sentence = ''): Html | false {
  if (seen === undefined) return false
  const there = viewKeys.flatMap(key => {
    const view = seen.views[key]
    return view === undefined ? [] : [{ key, view }]
  })
  const rest = there.filter(({ view }) => view.view === 'unsaid')
  return summaryList({
    card: { title: { text: seen.team, headingLevel: 3 } },
    rows: [
      ...(sentence === '' ? [] : [{ key: { text: 'In short' }, value: { text: sentence } }]),
      ...there
        .filter(({ view }) => view.view !== 'unsaid')
        .map(({ key, view }) => ({
          key: { text: viewNames[key] },
          value: { html: html`<strong>${words[view.view]}</strong>${apartView(view)}` },
        })),
      ...(rest.length === 0
        ? []
        : [
            {
              key: { text: words.unsaid },
              value: {
                html: details({
                  summaryText: rest.map(({ key }) => viewNames[key]).join(', '),
                  classes: 'govuk-!-margin-bottom-0',
                  html: html`${rest.map(({ key, view }) => html`<p class="govuk-body"><strong>${viewNames[key]}</strong> ${view.words}</p>${figuresView(view)}`)}`,
                }),
              },
            },
          ]),
    ],
  })
}

const figuresView = ({ figures }: Pick<Seen, 'figures'>): Html | false =>
  figures.length > 0 &&
  html`<ul class="govuk-list">${figures.map(each => html`<li>${figureInWords(each)}</li>`)}</ul>`

/** The figures that make a view what it is; those beside them that do not are folded away. */
function apartView(seen: Seen): Html {
  const [apart = [], rest = []] = [true, false].map(wanted =>
    seen.figures.filter(each => (each.view === seen.view) === wanted),
  )
  // A view may rest on words alone, as that nobody looked.
  if (apart.length === 0) return html`${figuresView(seen)}`
  return html`${figuresView({ figures: apart })}${
    rest.length > 0 &&
    details({
      summaryText: `${rest.length} more, no different`,
      classes: 'govuk-!-margin-bottom-0',
      html: html`${figuresView({ figures: rest })}`,
    })
  }`
}

function silentView(silent: readonly TeamSeen[], withUse: boolean): Html {
  return details({
    summaryText: `${silent.length} ${silent.length === 1 ? 'team' : 'teams'} of which nothing can be said yet`,
    html: html`<p class="govuk-body">Each of their views rests on fewer than ${FEWEST}, lies too close to the county to be told from it, has figures on both sides of it, or was not counted.</p>
${dataTable<TeamSeen>({
  caption: 'Teams of which nothing can be said yet',
  captionHidden: true,
  compact: true,
  stacked: true,
  columns: [
    { heading: 'Team', cell: ({ team }) => team },
    ...viewKeys
      .filter(key => key !== 'use' || withUse)
      .map(key => ({
        heading: viewNames[key],
        cell: ({ views }: TeamSeen) => silentCell(views[key]),
      })),
  ],
  rows: silent,
})}`,
  })
}

const silentCell = (seen: Seen | undefined): Html =>
  seen === undefined
    ? html`Not counted.`
    : html`${seen.words}${seen.figures.length > 0 && details({ summaryText: seen.figures.length === 1 ? 'The figure' : `${seen.figures.length} figures`, html: html`${figuresView(seen)}` })}`

/** 'Timeliness and supervision are better than the county, and audits are worse.' */
function disagreementInWords({ good, poor }: Disagreement): string {
  const listed = (names: readonly string[]): string =>
    names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
  const better = listed(good)
  return `${better.charAt(0).toUpperCase()}${better.slice(1)} better than the county, ${listed(poor)} worse.`
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
