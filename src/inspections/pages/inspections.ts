import { type Day, longDay } from '#calendar'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { button, dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { type Route, route, show } from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import { historyOf } from '../history.ts'
import { inspectionPath } from '../in-thread.ts'
import {
  gradeShort,
  type Inspection,
  inspectionKinds,
  isAsked,
  isEmbargoed,
  overallOf,
} from '../inspection.ts'
import { recordInspections, seeBoard } from '../policy.ts'
import { historyView } from './history.view.ts'
import { inspectionsFor, type InspectionsRooms } from './rooms.ts'

/** `/inspections`: one history of all that was said from outside. */
export function inspectionsPage(rooms: InspectionsRooms): Route {
  return route({
    method: 'GET',
    url: '/inspections',
    handler: async ({ request }) => {
      const { place, inspections } = await inspectionsFor(rooms, request)
      const viewer = viewerOf(request)
      const body = html`${heading({ title: 'Inspections', caption: 'What was said from outside', lead: leadOf(inspections, place.today) })}
${placesView(permits(recordInspections, viewer), permits(seeBoard, viewer))}
${
  inspections.length === 0
    ? emptyState({
        title: 'No inspection is recorded yet',
        text: 'Bring the last report: its grades and recommendations are read from it, and you confirm them beside the pages they came from.',
        ...(permits(recordInspections, viewer) && {
          action: { text: 'Bring a report', href: '/inspections/bring' },
        }),
      })
    : html`${historyView(historyOf(inspections), place.today)}
${listView(inspections, place.today)}`
}`
      return show({ title: 'Inspections', current: '/inspections', wide: true, body })
    },
  })
}

function placesView(mayRecord: boolean, seesBoard: boolean): Html {
  return html`<div class="govuk-button-group">${mayRecord && html`${button({ text: 'Bring a report', href: '/inspections/bring' })}${button({ text: 'Record by hand', href: '/inspections/new', classes: 'govuk-button--secondary' })}`}<a class="govuk-link" href="/interventions">Interventions</a>${seesBoard && html`<a class="govuk-link" href="/board">Improvement board</a>`}<a class="govuk-link" href="/library">Library of reports</a></div>`
}

/** Where the council stands, in a sentence: the last grade and what was asked since. */
export function leadOf(inspections: readonly Inspection[], today: Day): string {
  const external = inspections.filter(each => each.kind === 'full' && each.judgements.length > 0)
  const [last] = external
  if (last === undefined) return 'Inspections, visits, letters and reviews, in one history.'
  const asked = last.points.filter(isAsked).length
  const grade = overallOf(last)
  const said =
    grade === null
      ? `${last.judgements.length} judgements and no overall one`
      : gradeShort[grade.grade].toLowerCase()
  const since = inspections.filter(each => each.endedOn > last.endedOn && each.endedOn <= today)
  return `The last inspection ended on ${longDay(last.endedOn)}: ${said}, with ${asked} ${asked === 1 ? 'recommendation' : 'recommendations'}. ${since.length === 0 ? 'Nobody has looked from outside since.' : `There ${since.length === 1 ? 'has been 1 look' : `have been ${since.length} looks`} since, from outside or by the council itself.`}`
}

function listView(inspections: readonly Inspection[], today: Day): Html {
  return dataTable({
    caption: 'All of them, the newest first',
    captionSize: 'm',
    columns: [
      { heading: 'Ended', cell: each => longDay(each.endedOn) },
      {
        heading: 'What',
        names: true,
        cell: each =>
          html`<a class="govuk-link" href="${inspectionPath(each.id)}">${each.title}</a>${isEmbargoed(each, today) && html` <strong class="govuk-tag govuk-tag--red">Under embargo</strong>`}`,
      },
      { heading: 'Kind', cell: each => inspectionKinds[each.kind] },
      { heading: 'Overall', cell: each => gradeCell(each) },
      { heading: 'Asked', numeric: true, cell: each => each.points.filter(isAsked).length },
      {
        heading: 'Published',
        cell: each => (each.publishedOn === null ? 'Not published' : longDay(each.publishedOn)),
      },
    ],
    rows: inspections,
  })
}

function gradeCell(inspection: Inspection): string {
  const overall = overallOf(inspection)
  if (overall !== null) return gradeShort[overall.grade]
  const { judgements } = inspection
  return judgements.length === 0 ? 'No grade' : `${judgements.length} judgements, none overall`
}
