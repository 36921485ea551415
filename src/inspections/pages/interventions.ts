import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Day, longDay } from '#calendar'
import { DayText, formView, maybeText, text } from '#findings'
import { record } from '#journal'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { button, select, summaryList, textarea } from '#kit/html/components/index.ts'
import { lineField } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  errorOf,
  type FormValues,
  invalid,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typed,
} from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import { inspectionPath } from '../in-thread.ts'
import type { Inspection } from '../inspection.ts'
import {
  earliestEnd,
  type Intervention,
  interventionKindKeys,
  interventionKinds,
  nextReview,
  whyNotLifted,
} from '../intervention.ts'
import { recordInspections } from '../policy.ts'
import { addReview, allInterventions, interventionById, writeIntervention } from '../store/index.ts'
import { changingOf, inspectionsFor, type InspectionsRooms, placeOf } from './rooms.ts'

const breadcrumbs = [
  { text: 'Inspections', href: '/inspections' },
  { text: 'Interventions', href: '/interventions' },
]

const maybeMonths = z
  .string()
  .trim()
  .default('')
  .transform((typedMonths, context): number | null => {
    if (typedMonths === '') return null
    const months = Number(typedMonths)
    if (/^\d+$/.test(typedMonths) && months >= 1 && months <= 120) return months
    context.addIssue({ code: 'custom', message: 'Enter a number of months, such as 6.' })
    return z.NEVER
  })

const Fields = z.object({
  kind: z.enum(interventionKindKeys, { error: 'Choose what it is.' }),
  title: maybeText(200),
  issuedOn: DayText('Enter the day it was issued, such as 18 September 2017.'),
  legalBasis: maybeText(300),
  requirements: maybeText(8000),
  reviewMonths: maybeMonths,
  minimumMonths: maybeMonths,
  inspectionId: z.union([z.literal('').transform(() => null), z.uuid()]).default(null),
})
const Params = z.object({ id: z.uuid() })
const ReviewFields = z.object({
  heldOn: DayText('Enter the day of the review, such as 18 September 2017.'),
  words: text(4000, 'Enter what the review found.'),
})
const LiftFields = z.object({
  liftedOn: DayText('Enter the day it was lifted, such as 18 September 2017.'),
  liftedWords: text(2000, 'Enter what it ended with: which letter, and what follows.'),
})

/** `/interventions`: what the Department did, what it requires, and when it is reviewed. */
export function interventionPages(rooms: InspectionsRooms): {
  readonly see: readonly Route[]
  readonly change: readonly Route[]
} {
  const list = route({
    method: 'GET',
    url: '/interventions',
    handler: async ({ request, csrf }) => {
      const { place, inspections } = await inspectionsFor(rooms, request)
      const mayRecord = permits(recordInspections, viewerOf(request))
      const all = await rooms.db.as(place.council.code, allInterventions)
      const body = html`${heading({ title: 'Interventions', caption: 'By the Department for Education', lead: leadOf(all) })}
${mayRecord && button({ text: 'Record an intervention', href: '/interventions/new' })}
${
  all.length === 0
    ? emptyState({
        title: 'None is recorded',
        text: 'Improvement notices, directions, commissioners, advisers, support and supervision.',
      })
    : all.map(each => interventionView(each, inspections, place.today, mayRecord ? csrf() : null))
}`
      return show({
        title: 'Interventions',
        breadcrumbs: breadcrumbs.slice(0, 1),
        current: '/inspections',
        body,
      })
    },
  })
  const form = async (
    asked: Asked,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { inspections } = await inspectionsFor(rooms, asked.request)
    const body = html`${heading({ title: 'Record an intervention' })}
${formView('/interventions/new', asked.csrf(), fieldsView(values, errors, inspections), 'Record it', '/interventions')}`
    return show({ title: 'Record an intervention', breadcrumbs, current: '/inspections', body })
  }
  const found = async (request: Asked['request'], id: string) => {
    const place = await placeOf(rooms, request)
    const intervention = await rooms.db.as(place.council.code, trx => interventionById(trx, id))
    if (intervention === null) throw notFound()
    return intervention
  }
  type Step = Asked & { readonly params: z.output<typeof Params> }
  const stepForm = async (
    { request, csrf, params }: Step,
    step: 'review' | 'lift',
    values: FormValues = {},
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const intervention = await found(request, params.id)
    const isReview = step === 'review'
    const [day, words] = isReview ? ['heldOn', 'words'] : ['liftedOn', 'liftedWords']
    const fields = html`${lineField({ values, errors }, day, isReview ? 'Day of the review' : 'Day it was lifted', { hint: 'Such as 18 September 2017', width: 20 })}
${textarea({ id: words, name: words, label: { text: isReview ? 'What the review found' : 'What it ended with' }, value: typed(values, words), errorMessage: errorOf(errors, words) })}`
    const title = isReview ? 'Add a review' : 'It was lifted'
    const body = html`${heading({ title, caption: intervention.title })}
${formView(`/interventions/${intervention.id}/${step}`, csrf(), fields, 'Save', '/interventions')}`
    return show({ title, breadcrumbs, current: '/inspections', body })
  }
  return {
    see: [list],
    change: [
      route({
        method: 'GET',
        url: '/interventions/new',
        handler: asked => form(asked, {}),
      }),
      route({
        method: 'POST',
        url: '/interventions/new',
        body: Fields,
        handler: async ({ request, body }) => {
          const by = await changingOf(rooms, request)
          const kind = interventionKinds[body.kind]
          if (body.issuedOn > by.today)
            throw invalid([
              { field: 'issuedOn', message: 'The day it was issued must not lie in the future.' },
            ])
          const least = kind.minimumMonths
          if (least !== null && body.minimumMonths !== null && body.minimumMonths < least)
            throw invalid([
              {
                field: 'minimumMonths',
                message: `${kind.name} stands for at least ${least} months.`,
              },
            ])
          const intervention = {
            ...body,
            id: randomUUID(),
            title: body.title === '' ? kind.name : body.title,
            legalBasis: body.legalBasis === '' ? kind.legalBasis : body.legalBasis,
            requirements: body.requirements
              .split('\n')
              .map(each => each.trim())
              .filter(each => each !== ''),
            minimumMonths: body.minimumMonths ?? least,
            liftedOn: null,
            liftedWords: null,
          }
          await rooms.db.as(by.authority, async trx => {
            await writeIntervention(trx, by.authority, intervention)
            await journal(trx, by, 'intervention.recorded', intervention.id)
          })
          return seeOther('/interventions')
        },
        refused: ({ values, errors, ...asked }) => form(asked, values, errors),
      }),
      ...(['review', 'lift'] as const).map(step =>
        route({
          method: 'GET',
          url: `/interventions/:id/${step}`,
          params: Params,
          handler: asked => stepForm(asked, step),
        }),
      ),
      route({
        method: 'POST',
        url: '/interventions/:id/review',
        params: Params,
        body: ReviewFields,
        handler: async ({ request, params, body }) => {
          const intervention = await found(request, params.id)
          const by = await changingOf(rooms, request)
          if (body.heldOn < intervention.issuedOn || body.heldOn > by.today)
            throw invalid([
              {
                field: 'heldOn',
                message: `It was issued on ${longDay(intervention.issuedOn)}. A review comes after that, and not in the future.`,
              },
            ])
          await rooms.db.as(by.authority, async trx => {
            await addReview(trx, by.authority, intervention.id, { id: randomUUID(), ...body })
            await journal(trx, by, 'intervention.reviewed', intervention.id)
          })
          return seeOther('/interventions')
        },
        refused: ({ values, errors, ...asked }) => stepForm(asked, 'review', values, errors),
      }),
      route({
        method: 'POST',
        url: '/interventions/:id/lift',
        params: Params,
        body: LiftFields,
        handler: async ({ request, params, body }) => {
          const intervention = await found(request, params.id)
          const by = await changingOf(rooms, request)
          const why = whyNotLifted(intervention, body.liftedOn)
          if (why === 'before-issue')
            throw invalid([
              {
                field: 'liftedOn',
                message: `It was issued on ${longDay(intervention.issuedOn)} and cannot be lifted before.`,
              },
            ])
          if (why === 'too-early')
            throw invalid([
              {
                field: 'liftedOn',
                message: `It stands for at least ${intervention.minimumMonths} months, to ${longDay(earliestEnd(intervention) ?? 0)}.`,
              },
            ])
          await rooms.db.as(by.authority, async trx => {
            await writeIntervention(trx, by.authority, { ...intervention, ...body })
            await journal(trx, by, 'intervention.lifted', intervention.id)
          })
          return seeOther('/interventions')
        },
        refused: ({ values, errors, ...asked }) => stepForm(asked, 'lift', values, errors),
      }),
    ],
  }
}

async function journal(
  trx: Parameters<typeof record>[0],
  { actor, at }: { readonly actor: string; readonly at: Date },
  action: string,
  id: string,
): Promise<void> {
  await record(trx, { actor, action, subject: { kind: 'intervention', id } }, at)
}

function leadOf(all: readonly Intervention[]): string {
  const standing = all.filter(({ liftedOn }) => liftedOn === null)
  if (all.length === 0) return 'Nothing of the kind is recorded.'
  if (standing.length === 0)
    return `None stands today. ${all.length} ${all.length === 1 ? 'has' : 'have'} ended.`
  return `${standing.map(({ title }) => title).join(', ')}: ${standing.length === 1 ? 'this stands' : 'these stand'} today.`
}

function fieldsView(
  values: FormValues,
  errors: Refused['errors'],
  inspections: readonly Inspection[],
): Html {
  return html`${select({ id: 'kind', name: 'kind', label: { text: 'What is it?' }, items: interventionKindKeys.map(key => ({ value: key, text: interventionKinds[key].name, selected: typed(values, 'kind') === key })), errorMessage: errorOf(errors, 'kind') })}
${lineField({ values, errors }, 'title', 'Title', { hint: 'Leave it empty for the usual one' })}
${lineField({ values, errors }, 'issuedOn', 'Issued on', { hint: 'Such as 18 September 2017', width: 20 })}
${lineField({ values, errors }, 'legalBasis', 'Legal basis', { hint: 'Leave it empty for the usual one' })}
${select({ id: 'inspectionId', name: 'inspectionId', label: { text: 'After which inspection' }, items: [{ value: '', text: 'None' }, ...inspections.map(({ id, title, endedOn }) => ({ value: id, text: `${title}, ${longDay(endedOn)}`, selected: typed(values, 'inspectionId') === id }))] })}
${textarea({ id: 'requirements', name: 'requirements', label: { text: 'What it requires' }, hint: { text: 'One a line' }, value: typed(values, 'requirements'), errorMessage: errorOf(errors, 'requirements') })}
${lineField({ values, errors }, 'reviewMonths', 'Reviewed every so many months', { width: 3 })}
${lineField({ values, errors }, 'minimumMonths', 'Stands for at least so many months', { hint: 'Support and supervision: 12', width: 3 })}`
}

function interventionView(
  intervention: Intervention,
  inspections: readonly Inspection[],
  today: Day,
  csrf: Html | null,
): Html {
  const { id, liftedOn, requirements, reviews } = intervention
  const inspection = inspections.find(each => each.id === intervention.inspectionId)
  const next = nextReview(intervention)
  const earliest = earliestEnd(intervention)
  const rows: { key: { text: string }; value: { text: string } | { html: Html } }[] = [
    { key: { text: 'What it is' }, value: { text: interventionKinds[intervention.kind].name } },
    { key: { text: 'Issued' }, value: { text: longDay(intervention.issuedOn) } },
    { key: { text: 'Legal basis' }, value: { text: intervention.legalBasis } },
    ...(inspection === undefined
      ? []
      : [
          {
            key: { text: 'After' },
            value: {
              html: html`<a class="govuk-link" href="${inspectionPath(inspection.id)}">${inspection.title}</a>`,
            },
          },
        ]),
    ...(requirements.length === 0
      ? []
      : [
          {
            key: { text: 'Requires' },
            value: {
              html: html`<ul class="govuk-list govuk-list--bullet">${requirements.map(each => html`<li>${each}</li>`)}</ul>`,
            },
          },
        ]),
    ...(earliest === null
      ? []
      : [{ key: { text: 'Cannot end before' }, value: { text: longDay(earliest) } }]),
    ...(next === null
      ? []
      : [
          {
            key: { text: 'Next review' },
            value: { text: `${longDay(next)}${next < today ? ': this day has passed' : ''}` },
          },
        ]),
    ...(reviews.length === 0
      ? []
      : [
          {
            key: { text: 'Reviews' },
            value: {
              html: html`<ul class="govuk-list">${reviews.map(each => html`<li><strong>${longDay(each.heldOn)}</strong> ${each.words}</li>`)}</ul>`,
            },
          },
        ]),
    {
      key: { text: 'Lifted' },
      value: {
        text:
          liftedOn === null
            ? 'It stands'
            : `${longDay(liftedOn)}. ${intervention.liftedWords ?? ''}`,
      },
    },
  ]
  return html`<section aria-label="${intervention.title}"><h2 class="govuk-heading-m">${intervention.title} <strong class="govuk-tag ${liftedOn === null ? 'govuk-tag--yellow' : 'govuk-tag--grey'}">${liftedOn === null ? 'Stands' : 'Ended'}</strong></h2>
${summaryList({ rows })}
${csrf !== null && liftedOn === null && html`<p class="govuk-body"><a class="govuk-link" href="/interventions/${id}/review">Add a review</a> &nbsp; <a class="govuk-link" href="/interventions/${id}/lift">It was lifted</a></p>`}
</section>`
}
