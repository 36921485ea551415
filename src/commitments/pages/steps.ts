import { z } from 'zod'
import { changingOf, formView, MaybeDay, maybeText } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  conflict,
  forbidden,
  type FormValues,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import { measureNow } from '#plan'
import { suggestedVerdict } from '../assurance.ts'
import { takeCommitmentStep } from '../change.ts'
import { type Commitment, nameOf, verdictKeys } from '../commitment.ts'
import { addressees } from '../counts.ts'
import { commitmentPath } from '../in-thread.ts'
import { measuresNow } from '../measures.ts'
import { mayTake } from '../policy.ts'
import type { CommitmentsRooms } from '../rooms.ts'
import { type Given, mayStep, stateWords, type Step, stepKeys } from '../steps.ts'
import { commitmentIn, commitmentsCrumb, seenBy } from './seen.ts'
import { stepFields, titleOf } from './steps.view.ts'

const Params = z.object({ id: z.uuid() })
const Body = z.object({
  words: maybeText(8000),
  response: z.enum(['accept', 'partly', 'reject', 'answer']).optional().catch(undefined),
  reason: maybeText(4000),
  respondent: maybeText(200),
  publishedOn: MaybeDay('Enter the day it was published, such as 18 September 2017.'),
  verdict: z.enum(verdictKeys).optional().catch(undefined),
  dueOn: MaybeDay('Enter the new date, such as 18 September 2017.'),
})

const answering: readonly Step[] = ['respond', 'answer', 'done', 'defer']
const checking: readonly Step[] = ['verify', 'check']

/** `/commitments/<id>/<step>`: one page for each thing that can be done, by who may do it. */
export function stepPages(rooms: CommitmentsRooms): {
  readonly answer: readonly Route[]
  readonly check: readonly Route[]
  readonly keep: readonly Route[]
} {
  const of = (steps: readonly Step[]) => steps.flatMap(step => pagesOf(rooms, step))
  return {
    answer: of(answering),
    check: of(checking),
    keep: of(stepKeys.filter(step => !answering.includes(step) && !checking.includes(step))),
  }
}

function pagesOf(rooms: CommitmentsRooms, step: Step): readonly Route[] {
  type Request = Asked & { readonly params: z.output<typeof Params> }
  const page = async (
    { request, csrf, params }: Request,
    values: FormValues | null = null,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const seen = await seenBy(rooms, request)
    const one = commitmentIn(seen, params.id)
    // Their role answers for commitments, and somebody else for this one.
    if (!mayTake(seen.viewer, step, one)) return notYoursPage(step, one)
    if (!mayStep(one, step))
      throw conflict(
        `${nameOf(one)} stands at “${stateWords(one)}”, so this cannot be done with it now.`,
      )
    const id = one.measure ?? ''
    const measure =
      step === 'check'
        ? ((await rooms.db.as(seen.authority, trx => measuresNow(trx, [id]))).get(id) ?? null)
        : null
    const suggested = suggestedVerdict(measure === null ? null : measureNow(measure), one.origin.on)
    const { title, submit } = titleOf(step, one)
    const at = commitmentPath(one.id)
    const fields = stepFields({
      step,
      one,
      measure,
      suggested,
      errors,
      values: values ?? { respondent: one.owner ?? one.toPosts.join(' and ') },
    })
    const body = html`${heading({ title, caption: `${nameOf(one)}: ${one.title}` })}
${formView(`${at}/${step}`, csrf(), fields, submit, at)}`
    const breadcrumbs = [commitmentsCrumb, { text: nameOf(one), href: at }]
    return show({
      title: `${title}: ${nameOf(one).toLowerCase()}`,
      breadcrumbs,
      current: '/meetings',
      body,
    })
  }
  return [
    route({
      method: 'GET',
      url: `/commitments/:id/${step}`,
      params: Params,
      handler: asked => page(asked),
    }),
    route({
      method: 'POST',
      url: `/commitments/:id/${step}`,
      params: Params,
      body: Body,
      handler: async ({ request, params, body }) => {
        const seen = await seenBy(rooms, request)
        const one = commitmentIn(seen, params.id)
        if (!mayTake(seen.viewer, step, one)) throw forbidden(notYours(one))
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx =>
          takeCommitmentStep(trx, by, one.id, step, givenOf(step, body)),
        )
        return seeOther(commitmentPath(one.id))
      },
      refused: ({ values, errors, ...asked }) => page(asked, values, errors),
    }),
  ]
}

function notYoursPage(step: Step, one: Commitment): Answer {
  const { title } = titleOf(step, one)
  const body = html`${heading({ title, caption: `${nameOf(one)}: ${one.title}` })}
<p class="govuk-body">${notYours(one)}</p>`
  const breadcrumbs = [commitmentsCrumb, { text: nameOf(one), href: commitmentPath(one.id) }]
  return show({
    title: `${title}: ${nameOf(one).toLowerCase()}`,
    breadcrumbs,
    current: '/meetings',
    body,
  })
}

function notYours(one: Commitment): string {
  const whose = addressees(one).join(' and ')
  return `${whose === '' ? 'Nobody answers for it yet' : `It is for ${whose}`}. Ask the clerk if that should be you.`
}

function givenOf(step: Step, body: z.output<typeof Body>): Given {
  const { words, reason, respondent, publishedOn, dueOn } = body
  const kind = step === 'answer' ? 'answer' : body.response
  return {
    words,
    response: kind && { kind, reason: reason || null, respondent, publishedOn },
    check: body.verdict && { verdict: body.verdict },
    dueOn,
  }
}
