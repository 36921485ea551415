import { z } from 'zod'
import { longDay } from '#calendar'
import { heading } from '#kit/html/blocks.ts'
import { html } from '#kit/html/html.ts'
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
import { changingOf, DayText, formView, maybeText, text } from '#findings'
import { recordVersion, snapshotNow } from '../decide.ts'
import { decidePlans } from '../policy.ts'
import { versionsOf } from '../store/index.ts'
import { differenceOf, versionKindKeys } from '../version.ts'
import { planCrumbs, planIn, planPath, type PlanRooms, seenBy } from './rooms.ts'
import { differenceView, versionFields, versionsView, versionView } from './versions.view.ts'

const Decision = z
  .object({
    kind: z.enum(versionKindKeys, { error: 'Choose what happened.' }),
    decidedOn: DayText('Enter when it was decided, such as 18 September 2017.'),
    decidedBy: text(200, 'Enter who decided it.'),
    meeting: maybeText(200),
    consulted: maybeText(300),
    delegation: maybeText(3000),
    reason: maybeText(2000),
  })
  .superRefine((body, context) => {
    const need = (field: 'meeting' | 'consulted' | 'delegation' | 'reason', message: string) => {
      if (body[field] === '') context.addIssue({ code: 'custom', path: [field], message })
    }
    if (body.kind === 'approved') need('meeting', 'Enter the meeting that approved it.')
    if (body.kind !== 'delegated change') return
    need('consulted', 'Enter who was consulted.')
    need('delegation', 'Enter the words of the delegation that the change is made within.')
    need('reason', 'Enter why it was changed.')
  })

const Params = z.object({ id: z.uuid() })
type Request = Asked & { readonly params: z.output<typeof Params> }

/** `/plans/<id>/versions`: every version, any of them as it was, and what changed between two. */
export function versionPages(rooms: PlanRooms): readonly Route[] {
  const versionsFor = async ({ request, params }: Request) => {
    const seen = await seenBy(rooms, request)
    const plan = planIn(seen, params.id)
    const versions = await rooms.db.as(seen.authority, trx => versionsOf(trx, plan.id))
    return { seen, plan, versions }
  }
  const now = (authority: string, planId: string) =>
    rooms.db.as(authority, trx => snapshotNow(trx, planId))
  return [
    route({
      method: 'GET',
      url: '/plans/:id/versions',
      params: Params,
      handler: async asked => {
        const { seen, plan, versions } = await versionsFor(asked)
        const [last] = versions
        const since =
          last === undefined
            ? null
            : differenceOf(last.snapshot, await now(seen.authority, plan.id))
        const body = versionsView(plan, versions, since, permits(decidePlans, seen.viewer))
        return show({ title: 'Versions', breadcrumbs: planCrumbs(plan), body })
      },
    }),
    route({
      method: 'GET',
      url: '/plans/:id/versions/:number',
      params: z.object({ id: z.uuid(), number: z.coerce.number().int().min(1) }),
      handler: async asked => {
        const { plan, versions } = await versionsFor(asked)
        const version = versions.find(each => each.number === asked.params.number)
        if (version === undefined) throw notFound()
        const title = `Version ${version.number}`
        return show({ title, breadcrumbs: planCrumbs(plan), body: versionView(version) })
      },
    }),
    route({
      method: 'GET',
      url: '/plans/:id/versions/difference',
      params: Params,
      query: z.object({
        from: z.coerce.number().int().min(1),
        to: z.coerce.number().int().min(1).optional(),
      }),
      handler: async asked => {
        const { seen, plan, versions } = await versionsFor(asked)
        const { from, to } = asked.query
        const before = versions.find(each => each.number === from)
        const after = versions.find(each => each.number === to)
        if (before === undefined || (to !== undefined && after === undefined)) throw notFound()
        const snapshot = after?.snapshot ?? (await now(seen.authority, plan.id))
        const difference = differenceOf(before.snapshot, snapshot)
        const end = to === undefined ? 'the plan as it is now' : `version ${to}`
        const body = differenceView(plan, `version ${from}`, end, difference)
        return show({ title: 'What changed', breadcrumbs: planCrumbs(plan), body })
      },
    }),
  ]
}

/** `/plans/<id>/versions/new`: what was decided about the plan, and by whom. */
export function decidePages(rooms: PlanRooms): readonly Route[] {
  const form = async (
    asked: Request,
    values: FormValues | null,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const seen = await seenBy(rooms, asked.request)
    const plan = planIn(seen, asked.params.id)
    const at = `${planPath(plan.id)}/versions`
    const shown = values ?? { kind: 'draft', decidedOn: longDay(seen.today) }
    const title = 'Record a version'
    const body = html`${heading({ title, caption: plan.title, lead: 'The plan as it stands now is written down and can be read again as it is.' })}
${formView(`${at}/new`, asked.csrf(), versionFields(shown, errors), title, at)}`
    return show({ title, breadcrumbs: planCrumbs(plan), body })
  }
  return [
    route({
      method: 'GET',
      url: '/plans/:id/versions/new',
      params: Params,
      handler: asked => form(asked, null),
    }),
    route({
      method: 'POST',
      url: '/plans/:id/versions/new',
      params: Params,
      body: Decision,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        if (body.decidedOn > by.today)
          throw invalid([{ field: 'decidedOn', message: 'The date must not lie in the future.' }])
        await rooms.db.as(by.authority, trx => recordVersion(trx, by, params.id, body))
        return seeOther(`${planPath(params.id)}/versions`)
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
  ]
}
