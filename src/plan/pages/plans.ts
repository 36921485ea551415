import { z } from 'zod'
import { addWorkingDays, longDay } from '#calendar'
import { heading } from '#kit/html/blocks.ts'
import { html } from '#kit/html/html.ts'
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
import { permits } from '#people'
import { changingOf, DayText, formView, maybeText, text } from '#findings'
import { changePlan, makePlan } from '../change.ts'
import { writePlans } from '../policy.ts'
import { planFields, plansView } from './plans.view.ts'
import { linesIn, planCrumbs, planIn, planPath, type PlanRooms, seenBy } from './rooms.ts'

export const PlanFields = z.object({
  title: text(200, 'Enter a title, such as ‘Improvement plan 2026’.'),
  cycleWeeks: z.coerce.number().int().min(1).max(26).default(6),
  firstUpdateOn: DayText('Enter the day of the first updates, such as 18 September 2017.'),
  resourceWords: maybeText(300).transform(words => words || null),
})

/** `/plans`: every plan. */
export function plansPage(rooms: PlanRooms): Route {
  return route({
    method: 'GET',
    url: '/plans',
    handler: async ({ request }) => {
      const seen = await seenBy(rooms, request)
      const body = plansView({
        plans: seen.gathered.plans.map(plan => ({ plan, lines: linesIn(seen, plan.id) })),
        mayWrite: permits(writePlans, seen.viewer),
        today: seen.today,
      })
      return show({ title: 'Plans', current: '/plans', wide: true, body })
    },
  })
}

/** `/plans/new`, and `/plans/<id>/change`. */
export function planFormPages(rooms: PlanRooms): readonly Route[] {
  const Params = z.object({ id: z.uuid() })
  type Request = Asked & { readonly params: z.output<typeof Params> }
  const newForm = async (
    asked: Asked,
    typedValues?: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { today } = await changingOf(rooms, asked.request)
    const values = typedValues ?? { firstUpdateOn: longDay(addWorkingDays(today + 41, 1)) }
    const title = 'Make a plan'
    const body = html`${heading({ title })}${formView('/plans/new', asked.csrf(), planFields(values, errors), title, '/plans')}`
    return show({ title, breadcrumbs: planCrumbs(), body })
  }
  const changeForm = async (
    asked: Request,
    typedValues?: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const plan = planIn(await seenBy(rooms, asked.request), asked.params.id)
    const values = typedValues ?? {
      title: plan.title,
      cycleWeeks: String(plan.cycleWeeks),
      firstUpdateOn: longDay(plan.firstUpdateOn),
      resourceWords: plan.resourceWords ?? '',
    }
    const title = 'Change the plan'
    const at = planPath(plan.id)
    const body = html`${heading({ title, caption: plan.title })}${formView(`${at}/change`, asked.csrf(), planFields(values, errors), 'Save', at)}`
    return show({ title, breadcrumbs: planCrumbs(plan), body })
  }
  return [
    route({ method: 'GET', url: '/plans/new', handler: asked => newForm(asked) }),
    route({
      method: 'POST',
      url: '/plans/new',
      body: PlanFields,
      handler: async ({ request, body }) => {
        const by = await changingOf(rooms, request)
        const plan = { ...body, fromPlan: null, headlinePence: null, headlineWords: null }
        const id = await rooms.db.as(by.authority, trx => makePlan(trx, by, plan))
        return seeOther(planPath(id))
      },
      refused: ({ values, errors, ...asked }) => newForm(asked, values, errors),
    }),
    route({
      method: 'GET',
      url: '/plans/:id/change',
      params: Params,
      handler: asked => changeForm(asked),
    }),
    route({
      method: 'POST',
      url: '/plans/:id/change',
      params: Params,
      body: PlanFields,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx => changePlan(trx, by, params.id, body))
        return seeOther(planPath(params.id))
      },
      refused: ({ values, errors, ...asked }) => changeForm(asked, values, errors),
    }),
  ]
}
