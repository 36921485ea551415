import { z } from 'zod'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { button, dataTable, input, insetText, warningText } from '#kit/html/components/index.ts'
import { html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  errorOf,
  type FormValues,
  invalid,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typed,
} from '#kit/http/index.ts'
import { permits } from '#people'
import { changingOf, formView, maybeText } from '#findings'
import { changePlan } from '../change.ts'
import { fund, unfund } from '../decide.ts'
import { fundingCheck, inPounds, penceFrom } from '../money.ts'
import { writePlans } from '../policy.ts'
import { fundingOf } from '../store/index.ts'
import { planCrumbs, planIn, planPath, type PlanRooms, seenBy } from './rooms.ts'

const Params = z.object({ id: z.uuid() })
type Request = Asked & { readonly params: z.output<typeof Params> }

/** `/plans/<id>/funding`: what it costs, and whether the lines come to what is said. */
export function fundingPages(rooms: PlanRooms): {
  readonly see: Route
  readonly write: readonly Route[]
} {
  const page = async (
    asked: Request,
    values: FormValues = {},
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const seen = await seenBy(rooms, asked.request)
    const plan = planIn(seen, asked.params.id)
    const lines = await rooms.db.as(seen.authority, trx => fundingOf(trx, plan.id))
    const check = fundingCheck(
      lines.map(line => line.pence),
      plan.headlinePence,
    )
    const mayWrite = permits(writePlans, seen.viewer)
    const at = `${planPath(plan.id)}/funding`
    const field = (id: string, label: string, hint: string, value: string) =>
      input({
        id,
        name: id,
        label: { text: label },
        hint: { text: hint },
        value,
        errorMessage: errorOf(errors, id),
      })
    const body = html`${heading({ title: 'Funding', caption: plan.title })}
${lines.length > 0 || plan.headlinePence !== null ? (check.agrees ? insetText({ text: check.words }) : warningText({ text: check.words, iconFallbackText: 'Warning' })) : ''}
${
  lines.length === 0
    ? emptyState({
        title: 'No funding lines yet',
        text: 'Add each amount and what it is for. The sum is checked against what the plan says.',
      })
    : dataTable({
        caption: 'Funding lines',
        captionHidden: true,
        columns: [
          { heading: 'For', cell: line => line.title },
          { heading: 'As written', cell: line => line.words },
          { heading: 'Amount', numeric: true, cell: line => inPounds(line.pence) },
          ...(mayWrite
            ? [
                {
                  heading: 'Take away',
                  cell: (line: (typeof lines)[number]) =>
                    html`<form method="post" action="${at}/remove">${asked.csrf()}<input type="hidden" name="line" value="${line.id}">${button({ html: html`Take away<span class="govuk-visually-hidden"> ${line.title}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}</form>`,
                },
              ]
            : []),
        ],
        rows: lines,
        foot: ['Together', '', inPounds(check.totalPence), ...(mayWrite ? [''] : [])],
      })
}
${
  mayWrite &&
  html`<h2 class="govuk-heading-m">Add a line</h2>
${formView(at, asked.csrf(), html`${field('title', 'What it is for', 'For example, ‘Twelve more social workers’', typed(values, 'title'))}${field('amount', 'Amount', 'For example, £1.175m, 800k or £42,500', typed(values, 'amount'))}`, 'Add this line')}
<h2 class="govuk-heading-m">What the plan says it costs</h2>
${formView(`${at}/headline`, asked.csrf(), field('headline', 'Headline', 'As it is said in public, for example £9m. Leave it empty where nothing is said.', typed(values, 'headline') || (plan.headlineWords ?? '')), 'Save the headline')}`
}`
    return show({ title: 'Funding', breadcrumbs: planCrumbs(plan), body })
  }
  const back = ({ params }: Pick<Request, 'params'>) => seeOther(`${planPath(params.id)}/funding`)
  const refused = ({ values, errors, ...asked }: Request & Refused) => page(asked, values, errors)
  return {
    see: route({
      method: 'GET',
      url: '/plans/:id/funding',
      params: Params,
      handler: asked => page(asked),
    }),
    write: [
      route({
        method: 'POST',
        url: '/plans/:id/funding',
        params: Params,
        body: z.object({ title: maybeText(200), amount: maybeText(40) }),
        handler: async ({ request, params, body }) => {
          if (body.title === '')
            throw invalid([{ field: 'title', message: 'Enter what the money is for.' }])
          const by = await changingOf(rooms, request)
          await rooms.db.as(by.authority, trx => fund(trx, by, params.id, body.title, body.amount))
          return back({ params })
        },
        refused,
      }),
      route({
        method: 'POST',
        url: '/plans/:id/funding/remove',
        params: Params,
        body: z.object({ line: z.uuid() }),
        handler: async ({ request, params, body }) => {
          const by = await changingOf(rooms, request)
          await rooms.db.as(by.authority, trx => unfund(trx, by, params.id, body.line))
          return back({ params })
        },
      }),
      route({
        method: 'POST',
        url: '/plans/:id/funding/headline',
        params: Params,
        body: z.object({ headline: maybeText(40) }),
        handler: async ({ request, params, body }) => {
          const pence = body.headline === '' ? null : penceFrom(body.headline)
          if (body.headline !== '' && pence === null)
            throw invalid([{ field: 'headline', message: 'Enter an amount such as £9m.' }])
          const by = await changingOf(rooms, request)
          const fields = { headlinePence: pence, headlineWords: body.headline || null }
          await rooms.db.as(by.authority, trx => changePlan(trx, by, params.id, fields))
          return back({ params })
        },
        refused,
      }),
    ],
  }
}
