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
} from '#kit/http/index.ts'
import { heading } from '#kit/html/blocks.ts'
import { button, select } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { viewerOf } from '#people'
import { changeInspection, makeInspection } from '../change.ts'
import { type FrameworkKey, frameworkOf } from '../frameworks/index.ts'
import { inspectionPath } from '../in-thread.ts'
import {
  frameworksFor,
  type InspectionKind,
  inspectionKindKeys,
  inspectionKinds,
} from '../inspection.ts'
import { othersOf } from './bring.ts'
import { Framework, InspectionFields, Kind, saidIn, valuesOf } from './fields.ts'
import { inspectionForm } from './form.view.ts'
import { changingOf, inspectionFor, type InspectionsRooms, placeOf } from './rooms.ts'

const breadcrumbs = [{ text: 'Inspections', href: '/inspections' }]
const Params = z.object({ id: z.uuid() })
const Choice = z.object({ kind: Kind.optional(), framework: Framework.optional() })

/** `/inspections/new`: by hand, first its kind and framework, then what it says. */
export function newPages(rooms: InspectionsRooms): readonly Route[] {
  const form = async (
    { request, csrf }: Asked,
    kind: InspectionKind,
    framework: FrameworkKey | null,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const place = await placeOf(rooms, request)
    const body = html`${heading({ title: 'Record an inspection', lead: 'What they found, in their words. Each recommendation becomes a finding that somebody owns.' })}
${inspectionForm({
  kind,
  framework,
  values,
  errors,
  csrf: csrf(),
  colleagues: await othersOf(rooms, place.council.code, viewerOf(request).id),
  action: '/inspections/new',
  submit: 'Record it',
  back: '/inspections',
  asksInbox: true,
  hasPages: false,
})}`
    return show({ title: 'Record an inspection', breadcrumbs, current: '/inspections', body })
  }
  return [
    route({
      method: 'GET',
      url: '/inspections/new',
      query: Choice,
      handler: ({ query, ...asked }) => {
        const { kind, framework } = query
        if (kind === undefined)
          return show({
            title: 'Record an inspection',
            breadcrumbs,
            current: '/inspections',
            body: kindView(),
          })
        const allowed = frameworksFor[kind] ?? []
        if (allowed.length > 1 && (framework == null || !allowed.includes(framework)))
          return show({
            title: 'Record an inspection',
            breadcrumbs,
            current: '/inspections',
            body: frameworkView(kind, allowed),
          })
        return form(asked, kind, framework ?? allowed[0] ?? null, { inbox: 'yes' })
      },
    }),
    route({
      method: 'POST',
      url: '/inspections/new',
      body: InspectionFields,
      handler: async ({ request, body }) => {
        const by = await changingOf(rooms, request)
        const said = saidIn(body, null, by.actor, by.today)
        const { id } = await rooms.db.as(by.authority, trx =>
          makeInspection(trx, by, said, body.inbox === 'yes'),
        )
        return seeOther(inspectionPath(id))
      },
      refused: ({ values, errors, ...asked }) => {
        const kind = Kind.catch('full').parse(values['kind'])
        return form(asked, kind, Framework.catch(null).parse(values['framework']), values, errors)
      },
    }),
  ]
}

function kindView(): Html {
  return html`${heading({ title: 'Record an inspection', lead: 'If you have the report as a PDF, bring it instead: most of this is then filled in.' })}
<form method="get" action="/inspections/new">
${select({ id: 'kind', name: 'kind', label: { text: 'What kind was it?' }, items: inspectionKindKeys.map(key => ({ value: key, text: inspectionKinds[key] })) })}
<div class="govuk-button-group">${button({ text: 'Continue' })}<a class="govuk-link" href="/inspections/bring">Bring the report</a></div>
</form>`
}

function frameworkView(kind: InspectionKind, allowed: readonly FrameworkKey[]): Html {
  return html`${heading({ title: 'Under which framework?', caption: inspectionKinds[kind], lead: 'Its judgements and the words of its grades follow from it.' })}
<form method="get" action="/inspections/new">
<input type="hidden" name="kind" value="${kind}">
${select({ id: 'framework', name: 'framework', label: { text: 'Framework' }, items: allowed.map(key => ({ value: key, text: frameworkOf(key).name })) })}
<div class="govuk-button-group">${button({ text: 'Continue' })}<a class="govuk-link" href="/inspections/new">Choose another kind</a></div>
</form>`
}

/** `/inspections/<id>/change`. */
export function changePages(rooms: InspectionsRooms): readonly Route[] {
  type Shown = Asked & { readonly params: z.output<typeof Params> }
  const page = async (
    { request, csrf, params }: Shown,
    again: Pick<Refused, 'values' | 'errors'> | null = null,
  ): Promise<Answer> => {
    const { place, inspection } = await inspectionFor(rooms, request, params.id)
    const at = inspectionPath(inspection.id)
    const body = html`${heading({ title: `Change ${inspection.title}`, lead: 'What it said before is kept.' })}
${inspectionForm({
  kind: inspection.kind,
  framework: inspection.framework,
  values: again?.values ?? valuesOf(inspection),
  errors: again?.errors ?? [],
  csrf: csrf(),
  colleagues: await othersOf(rooms, place.council.code, viewerOf(request).id),
  action: `${at}/change`,
  submit: 'Save the change',
  back: at,
  asksInbox: false,
  hasPages: false,
})}`
    const crumbs = [...breadcrumbs, { text: inspection.title, href: at }]
    return show({
      title: 'Change an inspection',
      breadcrumbs: crumbs,
      current: '/inspections',
      body,
    })
  }
  return [
    route({
      method: 'GET',
      url: '/inspections/:id/change',
      params: Params,
      handler: asked => page(asked),
    }),
    route({
      method: 'POST',
      url: '/inspections/:id/change',
      params: Params,
      body: InspectionFields,
      handler: async ({ request, params, body }) => {
        const { inspection } = await inspectionFor(rooms, request, params.id)
        const by = await changingOf(rooms, request)
        const said = saidIn(body, inspection.documentId, by.actor, by.today)
        await rooms.db.as(by.authority, trx => changeInspection(trx, by, inspection.id, said))
        return seeOther(inspectionPath(inspection.id))
      },
      refused: ({ values, errors, ...asked }) => page(asked, { values, errors }),
    }),
  ]
}
