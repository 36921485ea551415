import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { changingOf, dayFrom, formView, maybeText, text } from '#findings'
import { record } from '#journal'
import { details } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  type FormValues,
  invalid,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import { permits } from '#people'
import { type BodyPlan, type Entry, USUAL_CAPACITY, type Workplan } from '../entry.ts'
import { keepCommitments } from '../policy.ts'
import type { CommitmentsRooms } from '../rooms.ts'
import { insertOwnEntry, ownEntries, ownEntryById, updateOwnEntry } from '../store/index.ts'
import { fieldsOf } from './field.view.ts'
import { workplanFor } from './gather-workplan.ts'
import { commitmentsCrumb, seenBy } from './seen.ts'
import { bodyPath, bodyPlanView, workplanView } from './workplan.view.ts'

const Params = z.object({ body: z.string().min(1).max(200) })
const OwnFields = z.object({
  title: text(200, 'Enter what the body is to hear.'),
  when: text(120, 'Enter a date, such as 18 September 2017, or words such as ‘autumn’.'),
  source: maybeText(200),
})
const workplanCrumb = { text: 'Workplan', href: '/workplan' }

/** `/workplan` and `/workplan/<body>`: what meetings are to hear; and what a body adds itself. */
export function workplanPages(rooms: CommitmentsRooms): {
  readonly see: readonly Route[]
  readonly keep: readonly Route[]
} {
  const bodyPage = async (
    { request, csrf, params }: Asked & { readonly params: z.output<typeof Params> },
    values: FormValues = {},
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const seen = await seenBy(rooms, request)
    const workplan = await workplanFor(rooms, seen)
    const plan = bodyIn(workplan, params.body)
    const mayKeep = permits(keepCommitments, seen.viewer)
    const remove = (entry: Entry): Html | false =>
      mayKeep &&
      entry.source === 'own' &&
      html`<form class="govuk-!-margin-top-2" method="post" action="/workplan/entries/${entry.id}/off">${csrf()}<button type="submit" class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0" data-module="govuk-button">Take off<span class="govuk-visually-hidden"> ${entry.title}</span></button></form>`
    const add = mayKeep && addView(plan, values, errors, csrf())
    const body = bodyPlanView(plan, workplan.dates, USUAL_CAPACITY, add, remove)
    return show({
      title: `Workplan: ${plan.bodyName}`,
      breadcrumbs: [commitmentsCrumb, workplanCrumb],
      current: '/meetings',
      wide: true,
      body,
    })
  }
  return {
    see: [
      route({
        method: 'GET',
        url: '/workplan',
        handler: async ({ request }) => {
          const body = workplanView(await workplanFor(rooms, await seenBy(rooms, request)))
          return show({
            title: 'Workplan',
            breadcrumbs: [commitmentsCrumb],
            current: '/meetings',
            wide: true,
            body,
          })
        },
      }),
      route({
        method: 'GET',
        url: '/workplan/:body',
        params: Params,
        handler: asked => bodyPage(asked),
      }),
    ],
    keep: [
      route({
        method: 'POST',
        url: '/workplan/:body',
        params: Params,
        body: OwnFields,
        handler: async ({ request, params, body }) => {
          const seen = await seenBy(rooms, request)
          const plan = bodyIn(await workplanFor(rooms, seen), params.body)
          const by = await changingOf(rooms, request)
          const on = dayFrom(body.when)
          if (on !== null && on < by.today)
            throw invalid([{ field: 'when', message: 'Enter a date that is not yet past.' }])
          const id = randomUUID()
          await rooms.db.as(by.authority, async trx => {
            const place = (await ownEntries(trx)).length
            const entry = {
              id,
              bodyId: plan.bodyId,
              bodyName: plan.bodyName,
              title: body.title,
              on,
              onWords: on === null ? body.when : null,
              source: body.source || 'Added by hand',
              place,
              takenOff: null,
              takenOffWords: null,
            }
            await insertOwnEntry(trx, by.authority, entry, by)
            await record(trx, journalOf(by.actor, 'workplan.added', id), by.at)
          })
          return seeOther(bodyPath(plan))
        },
        refused: ({ values, errors, ...asked }) => bodyPage(asked, values, errors),
      }),
      route({
        method: 'POST',
        url: '/workplan/entries/:id/off',
        params: z.object({ id: z.uuid() }),
        handler: async ({ request, params }) => {
          const by = await changingOf(rooms, request)
          const entry = await rooms.db.as(by.authority, async trx => {
            const found = await ownEntryById(trx, params.id)
            if (found === null) throw notFound()
            await updateOwnEntry(trx, {
              ...found,
              takenOff: by.today,
              takenOffWords: `By ${by.actorName}`,
            })
            await record(trx, journalOf(by.actor, 'workplan.taken-off', found.id), by.at)
            return found
          })
          return seeOther(bodyPath(entry))
        },
      }),
    ],
  }
}

const journalOf = (actor: string, action: string, id: string) => ({
  actor,
  action,
  subject: { kind: 'workplan', id },
  detail: {},
})

/** A body that has nothing before it has a plan all the same, if it is known by that name. */
function bodyIn({ bodies }: Workplan, key: string): BodyPlan {
  const found = bodies.find(
    each => each.bodyId === key || each.bodyName.toLowerCase() === key.toLowerCase(),
  )
  if (found === undefined) throw notFound()
  return found
}

function addView(plan: BodyPlan, values: FormValues, errors: Refused['errors'], csrf: Html): Html {
  const field = fieldsOf(values, errors)
  return details({
    summaryText: 'Add something to its plan',
    open: errors.length > 0,
    html: html`${formView(
      bodyPath(plan),
      csrf,
      html`${field('title', 'What it is to hear', 'For example, ‘Annual report of complaints’')}
${field('when', 'When', 'A date, such as 18 September 2017, or words, such as ‘autumn’', 'govuk-input--width-20')}
${field('source', 'Who wants it', 'Optional. For example, ‘Asked for by the chair’')}`,
      'Add it',
    )}`,
  })
}
