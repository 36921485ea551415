import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { type Day, longDay, parseIsoDay } from '#calendar'
import type { Rooms } from '#council'
import { modernGovClient, type ModernGovPlace } from '#exchange'
import { changingOf, dayFrom, placeOf } from '#findings'
import { heading, progress } from '#kit/html/blocks.ts'
import { button, details, fileUpload, insetText, panel } from '#kit/html/components/index.ts'
import { type Fields, lineField } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  conflict,
  errorOf,
  invalid,
  notFound,
  type Route,
  route,
  seeOther,
  show,
  uploadRoute,
} from '#kit/http/index.ts'
import { type JobContext, type JobKind, jobProgress, type Jobs } from '#kit/jobs/index.ts'
import { allow, behind } from '#people'
import { bringIn, type BroughtIn } from '../moderngov/bring-in.ts'
import { Found, foundIn } from '../moderngov/found.ts'
import { MOST_MEETINGS, readAnswers, readService } from '../moderngov/read.ts'
import { importMeetings } from '../policy.ts'
import { type Import, importById, putImport } from '../store/index.ts'

export interface ImportRooms extends Rooms {
  readonly jobs: Jobs
}

export const MODERNGOV_URL = '/meetings/import-moderngov'
const CURRENT = '/meetings'
const crumbs = [{ text: 'Meetings', href: '/meetings' }]

/** Reads a service, however long it takes. */
export const readServiceJob: JobKind<{
  readonly id: string
  readonly address: string
  readonly from: Day
  readonly to: Day
}> = {
  name: 'published.read-moderngov',
  data: z.object({ id: z.uuid(), address: z.string(), from: z.number(), to: z.number() }),
}

/** Does such a job: what was read waits for a clerk. */
export async function readServiceFor(
  db: Rooms['db'],
  fetch: ModernGovPlace['fetch'],
  asked: z.output<typeof readServiceJob.data>,
  { authority, progress: tell }: Pick<JobContext, 'authority' | 'progress'>,
  at: Date,
): Promise<void> {
  const client = modernGovClient({ fetch, baseUrl: asked.address, agent: 'Sightline' })
  const found = foundIn(await readService(client, asked.from, asked.to, tell), at)
  await db.as(authority, async trx => {
    const kept = await importById(trx, asked.id, true)
    if (kept !== null) await putImport(trx, authority, { ...kept, found })
  })
}

const Body = z.object({
  address: z
    .string()
    .trim()
    .max(300)
    .refine(
      text => URL.canParse(text) && new URL(text).protocol === 'https:',
      'Enter the address of the council’s ModernGov site: it begins with https://.',
    ),
  from: z.string(),
  to: z.string(),
})
const Id = z.object({ id: z.uuid() })
const FILE_BYTES = 20_000_000
const MOST_FILES = 50

/** `/meetings/import-moderngov`: bodies, members and meetings from a council's ModernGov. */
export function importPages(rooms: ImportRooms): readonly Route[] {
  const form = (asked: Asked, fields: Fields): Answer =>
    show({
      title: 'Bring in from ModernGov',
      current: CURRENT,
      breadcrumbs: crumbs,
      body: formView(fields, asked.csrf()),
    })
  const begin = async (
    request: Asked['request'],
    one: Pick<Import, 'source' | 'found'>,
  ): Promise<{ readonly id: string; readonly authority: string }> => {
    const by = await changingOf(rooms, request)
    const id = randomUUID()
    const made = { id, ...one, madeAt: by.at, madeBy: by.actor, job: null }
    await rooms.db.as(by.authority, trx =>
      putImport(trx, by.authority, { ...made, endedAt: null, outcome: null }),
    )
    return { id, authority: by.authority }
  }
  return [
    behind(
      allow(importMeetings),
      route({
        method: 'GET',
        url: MODERNGOV_URL,
        handler: asked => form(asked, { values: {}, errors: [] }),
      }),
      route({
        method: 'POST',
        url: MODERNGOV_URL,
        body: Body,
        handler: async ({ request, body }) => {
          const { address } = body
          const { from, to } = daysOf(body)
          const source = new URL(address).href.replace(/[?#].*$/, '').replace(/\/+$/, '')
          const { id, authority } = await begin(request, { source, found: null })
          const asked = { id, address: source, from, to }
          const job = await rooms.jobs.send(readServiceJob, authority, asked)
          await rooms.db.as(authority, async trx => {
            const kept = await importById(trx, id, true)
            if (kept !== null) await putImport(trx, authority, { ...kept, job })
          })
          return seeOther(`${MODERNGOV_URL}/${id}`)
        },
        refused: ({ values, errors, ...asked }) => form(asked, { values, errors }),
      }),
      uploadRoute({
        url: `${MODERNGOV_URL}/files`,
        fileBytes: FILE_BYTES,
        files: MOST_FILES,
        handler: async ({ request, files }) => {
          const read: { name: string; bytes: Uint8Array }[] = []
          for await (const { name, content } of files)
            read.push({ name: name.slice(0, 100), bytes: await buffer(content) })
          if (read.length === 0)
            throw invalid([{ field: 'files', message: 'Choose at least one file.' }])
          const found = foundIn(readAnswers(read), rooms.now())
          const { id } = await begin(request, { source: 'files', found })
          return seeOther(`${MODERNGOV_URL}/${id}`)
        },
        refused: ({ values, errors, ...asked }) => form(asked, { values, errors }),
      }),
      route({
        method: 'GET',
        url: `${MODERNGOV_URL}/:id`,
        params: Id,
        handler: asked => importPage(rooms, asked, asked.params.id),
      }),
      route({
        method: 'POST',
        url: `${MODERNGOV_URL}/:id`,
        params: Id,
        handler: async ({ request, params }) => {
          const by = await changingOf(rooms, request)
          await rooms.db.as(by.authority, async trx => {
            const kept = await importById(trx, params.id, true)
            if (kept === null) throw notFound()
            const found = Found.safeParse(kept.found)
            if (!found.success) throw conflict('It is not read to its end yet.')
            if (kept.endedAt !== null) throw conflict('It has been brought in already.')
            const outcome = await bringIn(trx, by, kept.source, found.data)
            await putImport(trx, by.authority, { ...kept, endedAt: by.at, outcome })
          })
          return seeOther(`${MODERNGOV_URL}/${params.id}`)
        },
      }),
    ),
  ]
}

function daysOf({ from, to }: z.output<typeof Body>): { readonly from: Day; readonly to: Day } {
  const first = dayFrom(from)
  const last = dayFrom(to)
  const message = 'Enter a date, such as 18 September 2017.'
  if (first === null || last === null)
    throw invalid([
      ...(first === null ? [{ field: 'from', message }] : []),
      ...(last === null ? [{ field: 'to', message }] : []),
    ])
  if (last < first)
    throw invalid([{ field: 'to', message: 'Enter a last day on or after the first.' }])
  return { from: first, to: last }
}

async function importPage(rooms: ImportRooms, { request, csrf }: Asked, id: string) {
  const { council } = await placeOf(rooms, request)
  const { kept, job } = await rooms.db.as(council.code, async trx => {
    const one = await importById(trx, id)
    return { kept: one, job: one?.job == null ? null : await jobProgress(trx, one.job) }
  })
  if (kept === null) throw notFound()
  const found = Found.safeParse(kept.found)
  const page = (title: string, body: Html): Answer =>
    show({
      title,
      current: CURRENT,
      breadcrumbs: [...crumbs, { text: 'Bring in from ModernGov', href: MODERNGOV_URL }],
      body,
    })
  if (kept.endedAt !== null)
    // as: written by this room, in this shape.
    return page('Brought in', broughtView(kept.outcome as BroughtIn))
  if (found.success) return page('What was found', foundView(kept, found.data, csrf()))
  if (job?.state === 'failed')
    return page(
      'It could not be read',
      html`${heading({ title: 'It could not be read', lead: 'Something went wrong on the way. Nothing was brought in; try again later, or bring files.' })}`,
    )
  return page(
    'Reading',
    html`<h1 class="govuk-heading-l">Reading ${kept.source}</h1>
${progress({ title: 'The service is asked one question at a time', words: job?.words ?? 'Waiting', done: job?.done ?? 0, total: job?.total ?? undefined, running: true })}`,
  )
}

function formView(fields: Fields, csrf: Html): Html {
  return html`${heading({ title: 'Bring in from ModernGov', lead: 'Committees, councillors, and meetings with their agendas and minutes. You see what was found before anything is written down, and nothing of it is published.' })}
<form method="post" action="${MODERNGOV_URL}" novalidate>
${csrf}
<h2 class="govuk-heading-m">From the council’s service</h2>
${lineField(fields, 'address', 'Address of the ModernGov site', { hint: 'Such as https://democracy.example.gov.uk' })}
${lineField(fields, 'from', 'Meetings from', { hint: `A date, such as 1 April 2026. ${MOST_MEETINGS} meetings are read at most.`, width: 20 })}
${lineField(fields, 'to', 'To', { width: 20 })}
${button({ text: 'Read the service' })}
</form>
<form method="post" action="${MODERNGOV_URL}/files" enctype="multipart/form-data" novalidate>
${csrf}
<h2 class="govuk-heading-m">From files</h2>
${fileUpload({ id: 'files', name: 'files', multiple: true, label: { text: 'Answers of the service, saved as XML' }, hint: { text: 'From GetCommittees, GetCouncillorsByWard, GetMeetings and GetMeeting.' }, errorMessage: errorOf(fields.errors, 'files') })}
${button({ text: 'Read the files', classes: 'govuk-button--secondary' })}
</form>`
}

function foundView({ id, source }: Import, found: Found, csrf: Html): Html {
  const { bodies, people, meetings, left } = found
  const nothing = bodies.length + people.length + meetings.length === 0
  const names = new Map(bodies.map(each => [each.id, each.name]))
  return html`${heading({ title: 'What was found', caption: source === 'files' ? 'In files' : source })}
${left.length > 0 && insetText({ html: html`<p class="govuk-body">What could not be read, or is left where it is:</p><ul class="govuk-list govuk-list--bullet">${left.slice(0, MOST_SHOWN).map(each => html`<li>${each}</li>`)}</ul>${left.length > MOST_SHOWN && html`<p class="govuk-body">And ${left.length - MOST_SHOWN} more.</p>`}` })}
${nothing && html`<p class="govuk-body">There is nothing to bring in.</p>`}
${
  bodies.length > 0 &&
  listed(
    `Bodies: ${bodies.length}`,
    bodies.map(({ name }) => name),
  )
}
${
  people.length > 0 &&
  listed(
    `People: ${people.length}`,
    people.map(({ name }) => name),
  )
}
${
  meetings.length > 0 &&
  listed(
    `Meetings: ${meetings.length}`,
    meetings.map(each => {
      const day = parseIsoDay(each.day)
      const minuted = each.items.filter(({ minutes }) => minutes !== '').length
      const papers = [...each.items.flatMap(item => item.papers), ...each.papers]
      const added = papers.filter(({ isSupplement }) => isSupplement)
      const tied = added.filter(({ addsTo }) => addsTo !== '').length
      const words = `${names.get(each.body) ?? ''}, ${day === null ? each.day : longDay(day)}: ${each.items.length} items, ${minuted} with minutes`
      return added.length === 0
        ? words
        : `${words}, ${added.length} added later (${tied} of them to a report that is there)`
    }),
  )
}
${
  !nothing &&
  html`<p class="govuk-body">What came in before is not touched. A body that has the same name here is that body. New bodies stay off the public page until you list them, coming meetings are provisional, and minutes are drafts.</p>
<form method="post" action="${MODERNGOV_URL}/${id}" novalidate>${csrf}${button({ text: 'Bring it in', preventDoubleClick: true })}</form>`
}`
}

const MOST_SHOWN = 20

const listed = (title: string, names: readonly string[]): Html =>
  details({
    summaryText: title,
    open: names.length <= MOST_SHOWN,
    html: html`<ul class="govuk-list govuk-list--bullet">${names.map(each => html`<li>${each}</li>`)}</ul>`,
  })

function broughtView({ bodies, people, meetings, before }: BroughtIn): Html {
  const many = (number: number, one: string, more: string): string =>
    number === 1 ? `one ${one}` : `${number} ${more}`
  const words = [
    many(bodies, 'body', 'bodies'),
    many(people, 'person', 'people'),
    many(meetings, 'meeting', 'meetings'),
  ].join(', ')
  return html`${panel({ titleText: 'Brought in', text: `New: ${words}. There before: ${before}.` })}
<p class="govuk-body"><a class="govuk-link" href="/meetings">Meetings</a></p>
<p class="govuk-body"><a class="govuk-link" href="/bodies">Bodies and people</a></p>`
}
