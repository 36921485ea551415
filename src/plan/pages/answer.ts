import { z } from 'zod'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { select } from '#kit/html/components/index.ts'
import { html } from '#kit/html/html.ts'
import {
  type Asked,
  errorOf,
  invalid,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import {
  brief,
  changingOf,
  findingById,
  findingPath,
  formView,
  mayReadFinding,
  nameOf,
} from '#findings'
import { answerFinding } from '../ties.ts'
import { linePath } from '../in-thread.ts'
import { isOpenLine, isWork } from '../line.ts'
import { linesIn, type PlanRooms, seenBy } from './rooms.ts'

const Params = z.object({ finding: z.uuid() })
type Request = Asked & { readonly params: z.output<typeof Params> }

/** `/plans/answer/<finding>`: turns a finding into an action, new or already in a plan. */
export function answerPages(rooms: PlanRooms): readonly Route[] {
  const page = async (asked: Request, errors: Refused['errors'] = []) => {
    const seen = await seenBy(rooms, asked.request)
    const { finding: id } = asked.params
    const finding = await rooms.db.as(seen.authority, trx => findingById(trx, id))
    if (finding === null || !mayReadFinding(seen.viewer, finding)) throw notFound()
    const { plans } = seen.gathered
    const lines = plans.flatMap(plan =>
      linesIn(seen, plan.id).filter(each => isWork(each.line) && isOpenLine(each.line)),
    )
    const title = 'Turn into an action'
    const body = html`${heading({ title, caption: nameOf(finding) })}
<p class="govuk-body">${brief(finding.words, 400)}</p>
${
  plans.length === 0
    ? emptyState({
        title: 'There is no plan yet',
        text: 'An action stands in a plan.',
        action: { text: 'Make a plan', href: '/plans/new' },
      })
    : html`<h2 class="govuk-heading-m">Add a new action</h2>
<ul class="govuk-list">${plans.map(plan => html`<li><a class="govuk-link" href="/plans/${plan.id}/lines/new?answers=${finding.id}">In ${plan.title}</a></li>`)}</ul>`
}
${
  lines.length > 0 &&
  html`<h2 class="govuk-heading-m">Or let one answer it that is in a plan already</h2>
${formView(`/plans/answer/${finding.id}`, asked.csrf(), select({ id: 'line', name: 'line', label: { text: 'Project or action' }, items: [{ value: '', text: 'Choose one' }, ...lines.map(each => ({ value: each.line.id, text: `${each.number} ${brief(each.line.title, 80)}` }))], errorMessage: errorOf(errors, 'line') }), 'It answers this', findingPath(finding.id))}`
}`
    const breadcrumbs = [
      { text: 'Findings', href: '/findings' },
      { text: nameOf(finding), href: findingPath(finding.id) },
    ]
    return show({ title, breadcrumbs, body })
  }
  return [
    route({
      method: 'GET',
      url: '/plans/answer/:finding',
      params: Params,
      handler: asked => page(asked),
    }),
    route({
      method: 'POST',
      url: '/plans/answer/:finding',
      params: Params,
      body: z.object({ line: z.string().max(40).default('') }),
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        if (!z.uuid().safeParse(body.line).success)
          throw invalid([{ field: 'line', message: 'Choose a project or an action.' }])
        await rooms.db.as(by.authority, trx => answerFinding(trx, by, body.line, params.finding))
        return seeOther(linePath(body.line))
      },
      refused: ({ errors, values: _values, ...asked }) => page(asked, errors),
    }),
  ]
}
