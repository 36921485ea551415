import { z } from 'zod'
import { heading } from '#kit/html/blocks.ts'
import { html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  conflict,
  forbidden,
  type FormValues,
  invalid,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import { allow, behind, type Policy } from '#people'
import {
  allFindings,
  changingOf,
  dayFrom,
  type Finding,
  formView,
  isOpen,
  likelyTheSame,
  refusePrivate,
} from '#findings'
import {
  type Changing,
  closeLine,
  disputeVerdict,
  giveUpdate,
  hear,
  reopenLine,
} from '../change.ts'
import { answerFinding, linkMeasure, unanswerFinding, unlinkMeasure } from '../ties.ts'
import type { Trx } from '#kit/db/index.ts'
import type { Standing } from '../gather.ts'
import { linePath, mayTellLine } from '../in-thread.ts'
import { deliveryKeys, isOpenLine } from '../line.ts'
import { measureId, measureOf } from '../measure.ts'
import { closeLines, tellPlans, writePlans } from '../policy.ts'
import { type Act, type ActModel, actTitles, actView } from './acts.view.ts'
import { lineIn, planCrumbs, type PlanRooms, seenBy } from './rooms.ts'

const Params = z.object({ id: z.uuid() })
type Request = Asked & { readonly params: z.output<typeof Params> }
type Body = Readonly<Record<string, string>>

const policies: Readonly<Record<Act, Policy>> = {
  update: tellPlans,
  evidence: tellPlans,
  dispute: tellPlans,
  measure: writePlans,
  answers: writePlans,
  close: closeLines,
  reopen: closeLines,
}

/** Which acts need a line that is open; a re-audit is recorded long after closing. */
const onOpen: ReadonlySet<Act> = new Set<Act>(['update', 'measure', 'answers', 'close'])

/** `/plan-lines/<id>/<act>`: a page for each thing that can be done with a line. */
export function actPages(rooms: PlanRooms): readonly Route[] {
  // as: the keys of a constant are its acts.
  return (Object.keys(policies) as Act[]).map(act =>
    behind(allow(policies[act]), ...actRoutes(rooms, act)),
  )
}

function actRoutes(rooms: PlanRooms, act: Act): readonly Route[] {
  const page = async (
    asked: Request,
    values: FormValues | null,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const seen = await seenBy(rooms, asked.request)
    const standing = lineIn(seen, asked.params.id)
    refuseOthers(act, standing, seen.viewer)
    const all = act === 'answers' ? await rooms.db.as(seen.authority, allFindings) : []
    const model: ActModel = {
      act,
      standing,
      values: values ?? firstValues(act, standing),
      errors,
      findings: choicesFor(standing, all),
      answered: all.filter(each => standing.answers.includes(each.id)),
      today: seen.today,
    }
    const { title, submit } = actTitles[act]
    const at = linePath(standing.line.id)
    const { before, fields } = actView(model)
    const body = html`${heading({ title, caption: standing.line.title })}${before}
${formView(`${at}/${act}`, asked.csrf(), fields, submit, at)}`
    const wide = act === 'update'
    return show({ title, wide, breadcrumbs: planCrumbs(standing.plan), body })
  }
  return [
    route({
      method: 'GET',
      url: `/plan-lines/:id/${act}`,
      params: Params,
      handler: asked => page(asked, null),
    }),
    route({
      method: 'POST',
      url: `/plan-lines/:id/${act}`,
      params: Params,
      body: z.record(z.string(), z.string().max(8000)),
      handler: async ({ request, params, body }) => {
        const seen = await seenBy(rooms, request)
        const standing = lineIn(seen, params.id)
        refuseOthers(act, standing, seen.viewer)
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx => doings[act](trx, by, standing, body))
        return seeOther(linePath(params.id))
      },
      refused: ({ values, errors, ...asked }) => page(asked, values, errors),
    }),
  ]
}

function refuseOthers(
  act: Act,
  { line }: Standing,
  viewer: Parameters<typeof mayTellLine>[0],
): void {
  if (!mayTellLine(viewer, line))
    throw forbidden(
      'Partners write about the lines that their own organisation is accountable for.',
    )
  if (onOpen.has(act) && !isOpenLine(line))
    throw conflict('This line is not open any more, so this cannot be done with it now.')
  if (act === 'reopen' && line.closedOn === null) throw notFound()
}

/** What each act does with what was typed. @throws invalid */
const doings: Readonly<
  Record<Act, (trx: Trx, by: Changing, standing: Standing, body: Body) => Promise<void>>
> = {
  update: async (trx, by, { line }, body) => {
    const words = wordsIn(
      body,
      'words',
      'Enter how it goes: what was done, and what stands in the way.',
    )
    const delivery = deliveryKeys.find(key => key === body['delivery'])
    if (delivery === undefined)
      throw invalid([{ field: 'delivery', message: 'Choose how the work stands.' }])
    const forecastOn = dayIn(body, 'forecastOn', true)
    if (
      delivery !== 'complete' &&
      line.dueOn !== null &&
      line.dueOn < by.today &&
      forecastOn === null
    )
      throw invalid([
        { field: 'forecastOn', message: 'It is past its date. Enter when it is now expected.' },
      ])
    await giveUpdate(trx, by, line.id, { words, delivery, forecastOn })
  },
  evidence: async (trx, by, { line }, body) => {
    const kind = (['re-audit', 'feedback'] as const).find(each => each === body['kind'])
    if (kind === undefined)
      throw invalid([{ field: 'kind', message: 'Choose who looked or who was heard.' }])
    const says = (['better', 'same', 'worse'] as const).find(each => each === body['says'])
    if (says === undefined) throw invalid([{ field: 'says', message: 'Choose what they found.' }])
    const source = wordsIn(
      body,
      'source',
      'Enter where this is from, such as ‘Re-audit of 24, May 2026’.',
    )
    const words = wordsIn(body, 'words', 'Enter what they found or said.')
    const heardOn = dayIn(body, 'heardOn', false) ?? by.today
    if (heardOn > by.today)
      throw invalid([{ field: 'heardOn', message: 'The date must not lie in the future.' }])
    await hear(trx, by, line.id, { kind, says, source, words, heardOn })
  },
  dispute: async (trx, by, { line, impact }, body) => {
    const words = wordsIn(body, 'words', 'Enter why you think the verdict is wrong.')
    await disputeVerdict(trx, by, line.id, impact.verdict, words)
  },
  measure: async (trx, by, { line, ownMeasures }, body) => {
    const gone = ownMeasures.find(each => each.id === body['remove'])
    if (gone !== undefined) return unlinkMeasure(trx, by, line.id, gone.id)
    const part = (body['part'] ?? '').trim()
    const id = part === '' ? body['indicator'] : `${body['indicator']}/${body['dimension']}/${part}`
    const measure = measureOf(id ?? '')
    if (measure === null)
      throw invalid([
        part === ''
          ? { field: 'indicator', message: 'Choose a measure.' }
          : { field: 'part', message: 'Choose what it is a part of, or leave the part empty.' },
      ])
    return linkMeasure(trx, by, line.id, measureId(measure))
  },
  answers: async (trx, by, { line, answers }, body) => {
    const gone = body['remove'] ?? ''
    if (answers.includes(gone)) return unanswerFinding(trx, by, line.id, gone)
    const id = body['finding'] ?? ''
    if (id === '')
      throw invalid([{ field: 'finding', message: 'Choose a finding that it answers.' }])
    return answerFinding(trx, by, line.id, id)
  },
  close: (trx, by, { line }, body) => {
    refusePrivate({ evidence: body['evidence'] ?? '' }, body['names'] === 'none')
    return closeLine(trx, by, line.id, body['evidence'] ?? '')
  },
  reopen: (trx, by, { line }, body) =>
    reopenLine(trx, by, line.id, wordsIn(body, 'words', 'Enter why it is opened again.')),
}

function wordsIn(body: Body, field: string, missing: string): string {
  const words = (body[field] ?? '').trim()
  if (words.length < 3) throw invalid([{ field, message: missing }])
  refusePrivate({ [field]: words }, body['names'] === 'none')
  return words
}

function dayIn(body: Body, field: string, mayBeEmpty: boolean) {
  const words = (body[field] ?? '').trim()
  if (words === '' && mayBeEmpty) return null
  const day = dayFrom(words)
  if (day === null) throw invalid([{ field, message: 'Enter a date such as 18 September 2017.' }])
  return day
}

function firstValues(act: Act, { line }: Standing): FormValues {
  return act === 'update' ? { delivery: line.delivery } : {}
}

/** Findings that it may answer: the open ones, those most like its words first. */
function choicesFor({ line, answers }: Standing, all: readonly Finding[]): readonly Finding[] {
  const open = all.filter(each => isOpen(each) && !answers.includes(each.id))
  const alike = likelyTheSame(
    `${line.title} ${line.difference}`,
    open.map(each => ({ text: each.words, of: each })),
    0.05,
  ).map(each => each.other)
  return [...alike, ...open.filter(each => !alike.includes(each))]
}
