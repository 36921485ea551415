import { z } from 'zod'
import {
  type Answer,
  type Asked,
  type FormValues,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  invalid,
} from '#kit/http/index.ts'
import { longDay } from '#calendar'
import { heading } from '#kit/html/blocks.ts'
import { html } from '#kit/html/html.ts'
import { permits, viewerOf } from '#people'
import { addFinding, editFinding } from '../change.ts'
import { type Finding, isOpen, nameOf, type NewFinding } from '../finding.ts'
import { findingPath, mayReadFinding } from '../in-thread.ts'
import { loopMeasureOf } from '../measure.ts'
import { bringFindings } from '../policy.ts'
import { allFindings } from '../store/index.ts'
import { FindingFields, refusePrivate } from './fields.ts'
import { findingsView } from './findings.view.ts'
import { findingFields, formView } from './form.view.ts'
import { changingOf, type FindingsRooms, placeOf } from './rooms.ts'
import { findingFor } from './shown.ts'

const Filter = z.object({
  state: z.string().max(20).default('open'),
  theme: z.string().max(40).default(''),
  source: z.string().max(40).default(''),
  q: z.string().max(200).default(''),
})

/** `/findings`: the measure of the whole system, and the inbox. */
export function inboxPage(rooms: FindingsRooms): Route {
  return route({
    method: 'GET',
    url: '/findings',
    query: Filter,
    handler: async ({ request, query }) => {
      const place = await placeOf(rooms, request)
      const viewer = viewerOf(request)
      const all = await rooms.db.as(place.council.code, allFindings)
      const readable = all.filter(each => mayReadFinding(viewer, each))
      const body = findingsView({
        measure: loopMeasureOf(readable, place.today),
        findings: readable.filter(each => passes(each, query)),
        all: readable.length,
        filter: query,
        mayBring: permits(bringFindings, viewer),
      })
      return show({ title: 'Findings', current: '/findings', wide: true, body })
    },
  })
}

function passes(finding: Finding, filter: z.output<typeof Filter>): boolean {
  const { state, theme, source, q } = filter
  if (state === 'open' ? !isOpen(finding) : state !== 'all' && finding.state !== state) return false
  if (theme !== '' && finding.theme !== theme) return false
  if (source !== '' && finding.sourceKind !== source) return false
  const text =
    `${finding.number} ${finding.words} ${finding.source} ${finding.owner ?? ''}`.toLowerCase()
  return q
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word))
}

const breadcrumbs = [{ text: 'Findings', href: '/findings' }]

/** `/findings/new`, and `/findings/<id>/change`. */
export function writingPages(rooms: FindingsRooms): {
  readonly bring: readonly Route[]
  readonly change: readonly Route[]
} {
  const form = (asked: Asked, values: FormValues, errors: Refused['errors'] = []): Answer => {
    const fields = findingFields({ values, errors, csrf: asked.csrf() })
    const body = html`${heading({ title: 'Bring a finding', lead: 'What somebody found, in their own words. Who does what about it comes later.' })}
${formView('/findings/new', asked.csrf(), fields, 'Bring it in', '/findings')}`
    return show({ title: 'Bring a finding', breadcrumbs, body })
  }
  const Params = z.object({ id: z.uuid() })
  type Changing = Asked & { readonly params: z.output<typeof Params> }
  const changeForm = async (
    asked: Changing,
    typedValues?: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const finding = await findingFor(rooms, asked.request, asked.params.id)
    const values = typedValues ?? valuesOf(finding)
    const at = findingPath(finding.id)
    const fields = findingFields({ values, errors, csrf: asked.csrf() })
    const title = `Change ${nameOf(finding).toLowerCase()}`
    const body = html`${heading({ title, lead: 'What it said before stays in its history.' })}
${formView(`${at}/change`, asked.csrf(), fields, 'Save the change', at)}`
    const crumbs = [...breadcrumbs, { text: nameOf(finding), href: at }]
    return show({ title, breadcrumbs: crumbs, body })
  }
  return {
    bring: [
      route({
        method: 'GET',
        url: '/findings/new',
        handler: asked => form(asked, { severity: 'medium' }),
      }),
      route({
        method: 'POST',
        url: '/findings/new',
        body: FindingFields,
        handler: async ({ request, body }) => {
          const by = await changingOf(rooms, request)
          const finding = readFinding(body, by.today)
          const { id } = await rooms.db.as(by.authority, trx => addFinding(trx, by, finding))
          return seeOther(findingPath(id))
        },
        refused: ({ values, errors, ...asked }) => form(asked, values, errors),
      }),
    ],
    change: [
      route({
        method: 'GET',
        url: '/findings/:id/change',
        params: Params,
        handler: asked => changeForm(asked),
      }),
      route({
        method: 'POST',
        url: '/findings/:id/change',
        params: Params,
        body: FindingFields,
        handler: async ({ request, params, body }) => {
          const by = await changingOf(rooms, request)
          const fields = readFinding(body, by.today)
          await rooms.db.as(by.authority, trx => editFinding(trx, by, params.id, fields, ''))
          return seeOther(findingPath(params.id))
        },
        refused: ({ values, errors, ...asked }) => changeForm(asked, values, errors),
      }),
    ],
  }
}

function readFinding(body: z.output<typeof FindingFields>, today: number): NewFinding {
  if (body.foundOn > today)
    throw invalid([{ field: 'foundOn', message: 'The date found must not lie in the future.' }])
  refusePrivate(
    { words: body.words, source: body.source, cohortWords: body.cohortWords },
    body.names === 'none',
  )
  return {
    words: body.words,
    sourceKind: body.sourceKind,
    source: body.source,
    foundOn: body.foundOn,
    theme: body.theme,
    severity: body.severity,
    sharedWith: body.sharedWith,
    cohort: {
      indicator: body.cohortIndicator || null,
      dimension: body.cohortDimension || null,
      part: body.cohortPart || null,
      words: body.cohortWords || null,
    },
  }
}

function valuesOf(finding: Finding): FormValues {
  const { cohort } = finding
  return {
    words: finding.words,
    sourceKind: finding.sourceKind,
    source: finding.source,
    foundOn: longDay(finding.foundOn),
    theme: finding.theme,
    severity: finding.severity,
    sharedWith: finding.sharedWith.join(', '),
    cohortIndicator: cohort.indicator ?? '',
    cohortDimension: cohort.dimension ?? '',
    cohortPart: cohort.part ?? '',
    cohortWords: cohort.words ?? '',
  }
}
