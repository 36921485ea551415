import { longDay, parseIsoDay } from '#calendar'
import { type Html, html } from '#kit/html/html.ts'
import type { Held, HeldPart, HeldValue } from './held.ts'

/** A page of its own, without anything from elsewhere: it is read where Sightline is not. */
export function heldView({ person, authority, at, parts }: Held): Html {
  const day = longDay(Math.floor(at.getTime() / 86_400_000))
  const who = person.kind === 'child' ? 'the child' : 'the person'
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>What Sightline holds about ${person.id}</title></head>
<body>
<h1>What Sightline holds about ${who} known as ${person.id}</h1>
<p>Council ${authority}, ${day}. Sightline reads copies of what the council’s case system handed over on certain days, and counts. The case record itself is held by that system.</p>
<p>This file is personal. Keep it as you would keep the record itself.</p>
${parts.length === 0 && html`<p>Nothing is held.</p>`}
${parts.map(partView)}
</body>
</html>
`
}

function partView({ source, sourceId, title, columns, rows }: HeldPart): Html {
  // What was recorded in no row would be most of the columns of some lists.
  const places = columns.map((_, place) => place).filter(place => isInAny(rows, place))
  return html`<h2>${title}</h2>
<p>From: ${source}${sourceId !== null && ` (${sourceId.slice(0, 8)})`}</p>
<table border="1" cellpadding="4">
<thead><tr>${places.map(place => html`<th scope="col">${columns[place]?.means}</th>`)}</tr></thead>
<tbody>${rows.map(row => html`<tr>${places.map(place => html`<td>${inWords(row[place] ?? null)}</td>`)}</tr>`)}</tbody>
</table>
`
}

function isInAny(rows: HeldPart['rows'], place: number): boolean {
  return rows.some(row => row[place] !== null && row[place] !== '' && row[place] !== undefined)
}

function inWords(value: HeldValue): string | number {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number') return value
  const day = parseIsoDay(value)
  return day === null ? value : longDay(day)
}
