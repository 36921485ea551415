import { z } from 'zod'
import { citeLaw, longDay } from '#calendar'
import { changingOf, DayText, formView, maybeText, MaybeDay, placeOf, text } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { checkboxes, radios, warningText } from '#kit/html/components/index.ts'
import { type Fields, lineField, wordsField } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  errorOf,
  type FormValues,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typed,
} from '#kit/http/index.ts'
import {
  delegate,
  exercise,
  finishDelegation,
  hearCallIn,
  hindrancesOf,
  publishDecision,
  receiveCallIn,
} from '../change.ts'
import { callInOutcomes, type CallInOutcome, type Decision, nameOf } from '../decision.ts'
import { recordLaw } from '../law.ts'
import type { DecisionsRooms } from '../rooms.ts'
import { decisionById } from '../store/index.ts'
import { decisionCrumbs, decisionPath } from './paths.ts'

const Id = z.object({ id: z.uuid() })
const Of = z.object({ id: z.uuid(), of: z.uuid() })
// as: the keys of a record of words are what its type says, and there is always one.
const outcomeKeys = Object.keys(callInOutcomes) as [CallInOutcome, ...CallInOutcome[]]

type Request = Asked & { readonly params: { readonly id: string } }

/** One page for each thing that can be done after a decision. */
export function afterPages(rooms: DecisionsRooms): readonly Route[] {
  const shown = async (
    asked: Request,
    page: {
      readonly title: string
      readonly address: string
      readonly submit: string
      readonly fields: (decision: Decision, hindrances: readonly string[]) => Html
    },
  ): Promise<Answer> => {
    const { council } = await placeOf(rooms, asked.request)
    const { decision, hindrances } = await rooms.db.as(council.code, async trx => {
      const found = await decisionById(trx, asked.params.id)
      if (found === null) throw notFound()
      return { decision: found, hindrances: await hindrancesOf(trx, found) }
    })
    const at = decisionPath(decision.id)
    const body = html`${heading({ title: page.title, caption: `${nameOf(decision)}: ${decision.title}` })}
${formView(`${at}/${page.address}`, asked.csrf(), page.fields(decision, hindrances), page.submit, at)}`
    return show({
      title: page.title,
      breadcrumbs: [...decisionCrumbs, { text: nameOf(decision), href: at }],
      body,
    })
  }

  const publishForm = (asked: Request, values: FormValues, errors: Refused['errors'] = []) =>
    shown(asked, {
      title: 'Publish this decision',
      address: 'publish',
      submit: 'Publish it',
      fields: (_decision, hindrances) =>
        hindrances.length === 0
          ? html`<p class="govuk-body">The record holds what the law asks for. ${citeLaw(recordLaw)}. Once it is published it stays as it is.</p>`
          : html`${hindrances.map(each => warningText({ text: each, iconFallbackText: 'Before publishing' }))}
${wordsField({ values, errors }, 'inSpite', 'What is done about it', { hint: 'It is published with the decision', rows: 3 })}`,
    })

  const callInForm = (asked: Request, values: FormValues, errors: Refused['errors'] = []) =>
    shown(asked, {
      title: 'Take in a request to call it in',
      address: 'call-in',
      submit: 'Take it in',
      fields: () => callInFields({ values, errors }),
    })

  const hearingForm = (
    asked: Asked & { readonly params: z.output<typeof Of> },
    values: FormValues,
    errors: Refused['errors'] = [],
  ) =>
    shown(asked, {
      title: 'What the hearing came to',
      address: `call-ins/${asked.params.of}`,
      submit: 'Save',
      fields: () => html`${lineField({ values, errors }, 'on', 'Day of the hearing', { width: 20 })}
${radios({ idPrefix: 'outcome', name: 'outcome', fieldset: { legend: { text: 'Outcome' } }, items: outcomeKeys.map(value => ({ value, text: callInOutcomes[value], checked: typed(values, 'outcome') === value })), errorMessage: errorOf(errors, 'outcome') })}
${wordsField({ values, errors }, 'words', 'Reasons', { rows: 4 })}`,
    })

  const delegateForm = (asked: Request, values: FormValues, errors: Refused['errors'] = []) =>
    shown(asked, {
      title: 'What it lets a post do',
      address: 'delegate',
      submit: 'Save',
      fields: () => delegateFields({ values, errors }),
    })

  const useForm = (
    asked: Asked & { readonly params: z.output<typeof Of> },
    values: FormValues,
    errors: Refused['errors'] = [],
  ) =>
    shown(asked, {
      title: 'Write down that it was used',
      address: `delegations/${asked.params.of}/use`,
      submit: 'Save',
      fields: () => useFields({ values, errors }),
    })

  const endForm = (
    asked: Asked & { readonly params: z.output<typeof Of> },
    values: FormValues,
    errors: Refused['errors'] = [],
  ) =>
    shown(asked, {
      title: 'End what it lets a post do',
      address: `delegations/${asked.params.of}/end`,
      submit: 'End it',
      fields: () => wordsField({ values, errors }, 'words', 'Why it ends', { rows: 3 }),
    })

  return [
    route({
      method: 'GET',
      url: '/decisions/:id/publish',
      params: Id,
      handler: asked => publishForm(asked, {}),
    }),
    route({
      method: 'POST',
      url: '/decisions/:id/publish',
      params: Id,
      body: z.object({ inSpite: maybeText(2000) }),
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx => publishDecision(trx, by, params.id, body.inSpite))
        return seeOther(decisionPath(params.id))
      },
      refused: ({ values, errors, ...asked }) => publishForm(asked, values, errors),
    }),
    route({
      method: 'GET',
      url: '/decisions/:id/call-in',
      params: Id,
      handler: asked => callInForm(asked, {}),
    }),
    route({
      method: 'POST',
      url: '/decisions/:id/call-in',
      params: Id,
      body: z.object({
        by: text(1000, 'Enter who asks for it.'),
        members: z.coerce
          .number({ error: 'Enter how many members have signed, as a number.' })
          .int('Enter a whole number.')
          .min(0)
          .max(200),
        byChair: z.string().default(''),
        reasons: text(4000, 'Enter the reasons that they give.'),
      }),
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        const asked = { ...body, byChair: body.byChair === 'yes', receivedAt: by.at }
        await rooms.db.as(by.authority, trx => receiveCallIn(trx, by, params.id, asked))
        return seeOther(decisionPath(params.id))
      },
      refused: ({ values, errors, ...asked }) => callInForm(asked, values, errors),
    }),
    route({
      method: 'GET',
      url: '/decisions/:id/call-ins/:of',
      params: Of,
      handler: asked => hearingForm(asked, {}),
    }),
    route({
      method: 'POST',
      url: '/decisions/:id/call-ins/:of',
      params: Of,
      body: z.object({
        on: DayText('Enter the day of the hearing, such as 18 September 2017.'),
        outcome: z.enum(outcomeKeys, { error: 'Choose the outcome.' }),
        words: text(4000, 'Enter the reasons.'),
      }),
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx => hearCallIn(trx, by, params.id, params.of, body))
        return seeOther(decisionPath(params.id))
      },
      refused: ({ values, errors, ...asked }) => hearingForm(asked, values, errors),
    }),
    route({
      method: 'GET',
      url: '/decisions/:id/delegate',
      params: Id,
      handler: asked => delegateForm(asked, {}),
    }),
    route({
      method: 'POST',
      url: '/decisions/:id/delegate',
      params: Id,
      body: z.object({
        toPost: text(200, 'Enter the post that may do it.'),
        consulting: maybeText(200),
        scope: text(4000, 'Enter what the post may do.'),
        expiresOn: MaybeDay('Enter a date such as 18 September 2017, or leave it empty.'),
        expiresWords: maybeText(300),
      }),
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx =>
          delegate(trx, by, { ...body, decisionId: params.id }),
        )
        return seeOther(decisionPath(params.id))
      },
      refused: ({ values, errors, ...asked }) => delegateForm(asked, values, errors),
    }),
    route({
      method: 'GET',
      url: '/decisions/:id/delegations/:of/use',
      params: Of,
      handler: async asked => {
        const { today } = await placeOf(rooms, asked.request)
        return useForm(asked, { doneOn: longDay(today) })
      },
    }),
    route({
      method: 'POST',
      url: '/decisions/:id/delegations/:of/use',
      params: Of,
      body: z.object({
        doneOn: DayText('Enter the day, such as 18 September 2017.'),
        doneBy: text(200, 'Enter who used it, by their title.'),
        consulted: maybeText(400),
        words: text(4000, 'Enter what was done.'),
        before: maybeText(20_000),
        after: maybeText(20_000),
      }),
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx => exercise(trx, by, params.id, params.of, body))
        return seeOther(decisionPath(params.id))
      },
      refused: ({ values, errors, ...asked }) => useForm(asked, values, errors),
    }),
    route({
      method: 'GET',
      url: '/decisions/:id/delegations/:of/end',
      params: Of,
      handler: asked => endForm(asked, {}),
    }),
    route({
      method: 'POST',
      url: '/decisions/:id/delegations/:of/end',
      params: Of,
      body: z.object({ words: text(1000, 'Enter why it ends.') }),
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx =>
          finishDelegation(trx, by, params.id, params.of, body.words),
        )
        return seeOther(decisionPath(params.id))
      },
      refused: ({ values, errors, ...asked }) => endForm(asked, values, errors),
    }),
  ]
}

const callInFields = (
  fields: Fields,
): Html => html`${wordsField(fields, 'by', 'Who asks for it', { rows: 2 })}
${lineField(fields, 'members', 'How many members have signed', { width: 5 })}
${checkboxes({ idPrefix: 'byChair', name: 'byChair', items: [{ value: 'yes', text: 'The chair of overview and scrutiny is among them', checked: typed(fields.values, 'byChair') === 'yes' }] })}
${wordsField(fields, 'reasons', 'The reasons that they give', { rows: 5 })}`

const delegateFields = (
  fields: Fields,
): Html => html`${lineField(fields, 'toPost', 'Which post may do it')}
${lineField(fields, 'consulting', 'In consultation with (optional)')}
${wordsField(fields, 'scope', 'What it may do', { hint: 'In the words of the resolution', rows: 4 })}
${lineField(fields, 'expiresOn', 'Until which day (optional)', { width: 20 })}
${lineField(fields, 'expiresWords', 'Or until what has happened (optional)', { hint: 'For example, ‘the plan is submitted’' })}`

const useFields = (
  fields: Fields,
): Html => html`${lineField(fields, 'doneOn', 'Day', { width: 20 })}
${lineField(fields, 'doneBy', 'By whom, by their title')}
${lineField(fields, 'consulted', 'Who was consulted, and when')}
${wordsField(fields, 'words', 'What was done', { rows: 4 })}
${wordsField(fields, 'before', 'What it said before (optional)', { rows: 4 })}
${wordsField(fields, 'after', 'What it says now (optional)', { rows: 4 })}`
