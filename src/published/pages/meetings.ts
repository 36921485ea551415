import { z } from 'zod'
import { type Day, isoDay } from '#calendar'
import type { PublishedMeeting } from '#exchange'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { button, select } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { type Route, route, show } from '#kit/http/index.ts'
import type { PublicRecord } from '../record.ts'
import { byDay, meetingLine } from './parts.view.ts'
import { CURRENT, homeCrumb, type PublicRooms, readingOf } from './reading.ts'

const Query = z.object({
  body: z.string().max(40).default(''),
  year: z.string().max(4).default(''),
})

/** `/public/meetings`: those that are coming and those that were held, of all bodies or of one. */
export function meetingsPage(rooms: PublicRooms): Route {
  return route({
    method: 'GET',
    url: '/public/meetings',
    query: Query,
    handler: async ({ request, query }) => {
      const { record, today } = await readingOf(rooms, request)
      return show({
        title: 'Meetings',
        current: CURRENT,
        breadcrumbs: [homeCrumb],
        body: meetingsView(record, query, today),
      })
    },
  })
}

function meetingsView(record: PublicRecord, asked: z.output<typeof Query>, today: Day): Html {
  const ofBody = record.published.meetings.filter(
    each => asked.body === '' || each.body === asked.body,
  )
  const coming = ofBody.filter(each => each.starts.day >= today)
  const before = ofBody.filter(each => each.starts.day < today)
  const years = [...new Set(before.map(yearOf))].toSorted().toReversed()
  const year = years.find(each => each === asked.year) ?? years[0] ?? ''
  const link = (each: string) =>
    `/public/meetings?year=${each}${asked.body === '' ? '' : `&body=${encodeURIComponent(asked.body)}`}#earlier`
  return html`${heading({ title: 'Meetings', lead: 'Agendas and papers come out before a meeting, and minutes after it.' })}
${chooseView(record, asked.body)}
<h2 class="govuk-heading-m">Coming</h2>
${
  coming.length === 0
    ? emptyState({
        title: 'None is arranged',
        text: 'New meetings are shown here as soon as they are announced.',
      })
    : listOf(
        record,
        coming.toSorted((a, b) => a.starts.day - b.starts.day),
      )
}
${
  year !== '' &&
  html`<h2 class="govuk-heading-m" id="earlier">Held in ${year}</h2>
${listOf(record, before.filter(each => yearOf(each) === year).toSorted(byDay))}
${
  years.length > 1 &&
  html`<nav aria-label="Years"><p class="govuk-body">Other years: ${years
    .filter(each => each !== year)
    .map(each => html`<a class="govuk-link" href="${link(each)}">${each}</a> `)}</p></nav>`
}`
}`
}

const yearOf = ({ starts }: PublishedMeeting): string => isoDay(starts.day).slice(0, 4)

const listOf = (record: PublicRecord, meetings: readonly PublishedMeeting[]): Html =>
  html`<ul class="govuk-list govuk-list--spaced">${meetings.map(each => meetingLine(record, each))}</ul>`

function chooseView({ published }: PublicRecord, chosen: string): Html | false {
  const used = new Set(published.meetings.map(({ body }) => body))
  const bodies = published.bodies.filter(({ id }) => used.has(id))
  return (
    bodies.length > 1 &&
    html`<form method="get" action="/public/meetings" novalidate>
${select({
  id: 'body',
  name: 'body',
  label: { text: 'Which body' },
  items: [
    { value: '', text: 'All' },
    ...bodies.map(({ id, name }) => ({ value: id, text: name, selected: id === chosen })),
  ],
})}
${button({ text: 'Show', classes: 'govuk-button--secondary' })}
</form>`
  )
}
