import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { formView, MaybeDay, maybeText, text, DayText } from '#findings'
import { record } from '#journal'
import { heading } from '#kit/html/blocks.ts'
import { input, radios, textarea } from '#kit/html/components/index.ts'
import { html } from '#kit/html/html.ts'
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
import { threadOf } from '#thread'
import { liftEmbargo, sendToInbox } from '../change.ts'
import { inspectionPath, inspectionThing } from '../in-thread.ts'
import { recordInspections } from '../policy.ts'
import { markedPages } from '../proposal.ts'
import { challengesOf, documentById, versionsOf, writeChallenge } from '../store/index.ts'
import { challengeOutcomes } from '../kept.ts'
import { pagesView } from './beside.view.ts'
import { inspectionView } from './inspection.view.ts'
import { changingOf, inspectionFor, type InspectionsRooms } from './rooms.ts'

const breadcrumbs = [{ text: 'Inspections', href: '/inspections' }]
const Params = z.object({ id: z.uuid() })

/** `/inspections/<id>`, and its report page by page. */
export function inspectionPages(rooms: InspectionsRooms): readonly Route[] {
  return [
    route({
      method: 'GET',
      url: '/inspections/:id',
      params: Params,
      handler: async ({ request, params, csrf }) => {
        const { place, inspection } = await inspectionFor(rooms, request, params.id)
        const viewer = viewerOf(request)
        const authority = place.council.code
        const model = await rooms.db.as(authority, async trx => ({
          thread: await threadOf(trx, rooms.thread, inspectionThing(inspection.id), viewer),
          challenges: await challengesOf(trx, inspection.id),
          versions: await versionsOf(trx, inspection.id),
        }))
        const names = new Map((await rooms.colleagues(authority)).map(({ id, name }) => [id, name]))
        const body = inspectionView({
          ...model,
          inspection,
          today: place.today,
          readers: inspection.readers.map(
            id => names.get(id) ?? (id === viewer.id ? viewer.name : 'somebody who has left'),
          ),
          mayRecord: permits(recordInspections, viewer),
          csrf: csrf(),
        })
        return show({ title: inspection.title, breadcrumbs, current: '/inspections', body })
      },
    }),
    route({
      method: 'GET',
      url: '/inspections/:id/report',
      params: Params,
      handler: async ({ request, params }) => {
        const { place, inspection } = await inspectionFor(rooms, request, params.id)
        const { documentId } = inspection
        const document =
          documentId === null
            ? null
            : await rooms.db.as(place.council.code, trx => documentById(trx, documentId))
        if (document === null || document.reading.kind === 'not read') throw notFound()
        const crumbs = [
          ...breadcrumbs,
          { text: inspection.title, href: inspectionPath(inspection.id) },
        ]
        const body = html`${heading({ title: document.name, caption: inspection.title, lead: 'The text of the report as it came. What was read from it is marked.' })}
${pagesView(markedPages(document.pages, document.reading), document.pages.length)}`
        return show({ title: document.name, breadcrumbs: crumbs, current: '/inspections', body })
      },
    }),
  ]
}

const AnswerFields = z.object({
  outcome: z.enum(['changed', 'partly', 'unchanged'], { error: 'Choose what became of it.' }),
  answer: maybeText(4000),
  answeredOn: DayText('Enter the day of the answer, such as 18 September 2017.'),
})
const ChallengeFields = z.object({
  paragraph: text(100, 'Enter the paragraph or page that it is about.'),
  words: text(4000, 'Enter what is not so, and what is.'),
  sentOn: MaybeDay('Enter the day it was sent, such as 18 September 2017.'),
})
const ChallengeParams = z.object({ id: z.uuid(), challenge: z.uuid() })

/** Lifting the embargo, sending to the inbox, and the log of what was contested. */
export function stepPages(rooms: InspectionsRooms): readonly Route[] {
  type Of<P> = Asked & { readonly params: P }
  const contestForm = async (
    { request, csrf, params }: Of<z.output<typeof Params>>,
    values: FormValues = {},
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { inspection } = await inspectionFor(rooms, request, params.id)
    const at = inspectionPath(inspection.id)
    const fields = html`${input({ id: 'paragraph', name: 'paragraph', label: { text: 'Paragraph or page of the draft' }, classes: 'govuk-input--width-10', value: typed(values, 'paragraph'), errorMessage: errorOf(errors, 'paragraph') })}
${textarea({ id: 'words', name: 'words', label: { text: 'What is not so, what is, and how that is known' }, value: typed(values, 'words'), errorMessage: errorOf(errors, 'words') })}
${input({ id: 'sentOn', name: 'sentOn', label: { text: 'Sent to the inspectorate' }, hint: { text: 'Such as 18 September 2017; empty for today' }, classes: 'govuk-input--width-20', value: typed(values, 'sentOn'), errorMessage: errorOf(errors, 'sentOn') })}`
    const body = html`${heading({ title: 'Add something that was contested', caption: inspection.title })}
${formView(`${at}/challenges/new`, csrf(), fields, 'Add it', at)}`
    const crumbs = [...breadcrumbs, { text: inspection.title, href: at }]
    return show({ title: 'Factual accuracy', breadcrumbs: crumbs, current: '/inspections', body })
  }
  const challengeOf = async ({ request, params }: Of<z.output<typeof ChallengeParams>>) => {
    const { place, inspection } = await inspectionFor(rooms, request, params.id)
    const all = await rooms.db.as(place.council.code, trx => challengesOf(trx, inspection.id))
    const challenge = all.find(each => each.id === params.challenge)
    if (challenge === undefined) throw notFound()
    return { inspection, challenge }
  }
  const answerForm = async (
    asked: Of<z.output<typeof ChallengeParams>>,
    values: FormValues = {},
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { inspection, challenge } = await challengeOf(asked)
    const at = inspectionPath(inspection.id)
    const fields = html`${radios({ idPrefix: 'outcome', name: 'outcome', fieldset: { legend: { text: 'What became of it?' } }, items: (['changed', 'partly', 'unchanged'] as const).map(key => ({ value: key, text: challengeOutcomes[key], checked: typed(values, 'outcome') === key })), errorMessage: errorOf(errors, 'outcome') })}
${textarea({ id: 'answer', name: 'answer', label: { text: 'What the inspectorate answered' }, value: typed(values, 'answer'), errorMessage: errorOf(errors, 'answer') })}
${input({ id: 'answeredOn', name: 'answeredOn', label: { text: 'Day of the answer' }, hint: { text: 'Such as 18 September 2017' }, classes: 'govuk-input--width-20', value: typed(values, 'answeredOn'), errorMessage: errorOf(errors, 'answeredOn') })}`
    const body = html`${heading({ title: 'The answer', caption: `Paragraph ${challenge.paragraph}`, lead: challenge.words })}
${formView(`${at}/challenges/${challenge.id}`, asked.csrf(), fields, 'Save the answer', at)}`
    const crumbs = [...breadcrumbs, { text: inspection.title, href: at }]
    return show({ title: 'Factual accuracy', breadcrumbs: crumbs, current: '/inspections', body })
  }
  return [
    route({
      method: 'POST',
      url: '/inspections/:id/lift',
      params: Params,
      handler: async ({ request, params }) => {
        await inspectionFor(rooms, request, params.id)
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx => liftEmbargo(trx, by, params.id))
        return seeOther(inspectionPath(params.id))
      },
    }),
    route({
      method: 'POST',
      url: '/inspections/:id/inbox',
      params: Params,
      handler: async ({ request, params }) => {
        await inspectionFor(rooms, request, params.id)
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx => sendToInbox(trx, by, params.id))
        return seeOther(inspectionPath(params.id))
      },
    }),
    route({
      method: 'GET',
      url: '/inspections/:id/challenges/new',
      params: Params,
      handler: asked => contestForm(asked),
    }),
    route({
      method: 'POST',
      url: '/inspections/:id/challenges/new',
      params: Params,
      body: ChallengeFields,
      handler: async ({ request, params, body }) => {
        const { inspection } = await inspectionFor(rooms, request, params.id)
        const by = await changingOf(rooms, request)
        const sentOn = body.sentOn ?? by.today
        if (sentOn < inspection.beganOn || sentOn > by.today)
          throw invalid([
            {
              field: 'sentOn',
              message: 'It was sent after the inspection began, and not in the future.',
            },
          ])
        const challenge = {
          id: randomUUID(),
          sentOn,
          paragraph: body.paragraph,
          words: body.words,
          outcome: 'open' as const,
          answer: null,
          answeredOn: null,
        }
        await rooms.db.as(by.authority, async trx => {
          await writeChallenge(trx, by.authority, inspection.id, challenge)
          const subject = { kind: 'inspection', id: inspection.id }
          const detail = { challenge: challenge.id }
          await record(
            trx,
            { actor: by.actor, action: 'inspection.contested', subject, detail },
            by.at,
          )
        })
        return seeOther(inspectionPath(inspection.id))
      },
      refused: ({ values, errors, ...asked }) => contestForm(asked, values, errors),
    }),
    route({
      method: 'GET',
      url: '/inspections/:id/challenges/:challenge',
      params: ChallengeParams,
      handler: asked => answerForm(asked),
    }),
    route({
      method: 'POST',
      url: '/inspections/:id/challenges/:challenge',
      params: ChallengeParams,
      body: AnswerFields,
      handler: async ({ body, ...asked }) => {
        const { inspection, challenge } = await challengeOf(asked)
        if (body.answeredOn < challenge.sentOn)
          throw invalid([
            { field: 'answeredOn', message: 'The answer cannot come before it was sent.' },
          ])
        const by = await changingOf(rooms, asked.request)
        await rooms.db.as(by.authority, async trx => {
          await writeChallenge(trx, by.authority, inspection.id, { ...challenge, ...body })
          const subject = { kind: 'inspection', id: inspection.id }
          const detail = { challenge: challenge.id, outcome: body.outcome }
          await record(
            trx,
            { actor: by.actor, action: 'inspection.contest-answered', subject, detail },
            by.at,
          )
        })
        return seeOther(inspectionPath(inspection.id))
      },
      refused: ({ values, errors, ...asked }) => answerForm(asked, values, errors),
    }),
  ]
}
