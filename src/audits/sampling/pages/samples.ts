import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { longDay } from '#calendar'
import { changingOf, DayText, formView, maybeText, placeOf, refusePrivate, text } from '#findings'
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
import { permits, viewerOf } from '#people'
import type { Method } from '#practice'
import { auditCrumbs, type AuditsRooms, CURRENT } from '../../pages/rooms.ts'
import { leadAudits } from '../../policy.ts'
import { currentTools } from '../../toolbox.ts'
import { drawAgain, drawSample, populationNow, replaceChild } from '../change.ts'
import { riskThemes } from '../population.ts'
import { coverageOf, type MethodKind, methodKinds } from '../sample.ts'
import { auditedSince, auditsOfSample, sampleById, sampledIn, samples } from '../store.ts'
import { coverageView } from './coverage.view.ts'
import { replacementFields, sampleFields } from './forms.view.ts'
import { sampleView } from './sample.view.ts'
import { samplesView } from './samples.view.ts'

const SAMPLES = '/audits/samples'
const breadcrumbs = [...auditCrumbs, { text: 'Samples', href: SAMPLES }]
const samplePath = (id: string): string => `${SAMPLES}/${id}`
const Params = z.object({ id: z.uuid() })

/** `/audits/samples`: what was drawn, and how much so many audits could say. */
export function samplesPage(rooms: AuditsRooms): Route {
  return route({
    method: 'GET',
    url: SAMPLES,
    query: z.object({ expected: z.coerce.number().int().min(0).max(100).catch(30) }),
    handler: async ({ request, query }) => {
      const { council } = await placeOf(rooms, request)
      const found = await rooms.db.as(council.code, async trx => ({
        samples: await samples(trx),
        tools: await currentTools(trx),
      }))
      const mayDraw = permits(leadAudits, viewerOf(request))
      const body = samplesView({ ...found, expected: query.expected, mayDraw })
      return show({ title: 'Samples', current: CURRENT, breadcrumbs: auditCrumbs, body })
    },
  })
}

/** `/audits/samples/<id>`, and whether it is the same when it is drawn again. */
export function samplePages(rooms: AuditsRooms): readonly Route[] {
  const page = async (asked: Asked, id: string, isAgain: boolean): Promise<Answer> => {
    const { council } = await placeOf(rooms, asked.request)
    const found = await rooms.db.as(council.code, async trx => {
      const sample = await sampleById(trx, id)
      if (sample === null) throw notFound()
      const children = await sampledIn(trx, id)
      const audits = await auditsOfSample(trx, id)
      return { sample, children, audits, tools: await currentTools(trx) }
    })
    const viewer = viewerOf(asked.request)
    const sight = rooms.sightOf(viewer)
    const seen = found.children.filter(
      each => sight === 'all' || (sight !== 'none' && sight.teams.includes(each.team)),
    )
    const body = sampleView({
      ...found,
      children: seen,
      unseen: found.children.length - seen.length,
      mayReplace: permits(leadAudits, viewer),
      again: isAgain ? await drawAgain(rooms, council.code, id) : null,
    })
    return show({ title: found.sample.title, current: CURRENT, breadcrumbs, body })
  }
  return [
    route({
      method: 'GET',
      url: `${SAMPLES}/:id`,
      params: Params,
      handler: asked => page(asked, asked.params.id, false),
    }),
    route({
      method: 'GET',
      url: `${SAMPLES}/:id/again`,
      params: Params,
      handler: asked => page(asked, asked.params.id, true),
    }),
  ]
}

const Body = z.object({
  title: text(200, 'Enter what the sample is for, such as ‘Neglect, November 2026’.'),
  toolKey: text(60, 'Choose a tool.'),
  method: z
    .string({ error: 'Choose how to draw.' })
    .refine((each): each is MethodKind => each in methodKinds, 'Choose how to draw.'),
  theme: maybeText(60),
  size: z.coerce
    .number({ error: 'Enter how many children, from 1 to 500.' })
    .int('Enter how many children, from 1 to 500.')
    .min(1, 'Enter how many children, from 1 to 500.')
    .max(500, 'Enter how many children, from 1 to 500.'),
  asOf: DayText('Enter the day on which they were open, such as 31 October 2026.'),
})

/** `/audits/samples/new` */
export function drawingPages(rooms: AuditsRooms): readonly Route[] {
  const title = 'Draw a sample'
  const form = async (asked: Asked, values: FormValues | null, errors: Refused['errors']) => {
    const { council } = await placeOf(rooms, asked.request)
    const history = await rooms.shelf.history(council.code)
    const tools = await rooms.db.as(council.code, currentTools)
    const fields = sampleFields({
      values: values ?? { method: 'stratified', size: '20', asOf: longDay(history.asOf) },
      errors,
      tools,
    })
    const lead = `From the frozen records, which go to ${longDay(history.asOf)}. Chance chooses, and what it chose from is kept.`
    const body = html`${heading({ title, lead })}
${formView(`${SAMPLES}/new`, asked.csrf(), fields, 'Draw it', SAMPLES)}`
    return show({ title, current: CURRENT, breadcrumbs, body })
  }
  return [
    route({ method: 'GET', url: `${SAMPLES}/new`, handler: asked => form(asked, null, []) }),
    route({
      method: 'POST',
      url: `${SAMPLES}/new`,
      body: Body,
      handler: async ({ request, body }) => {
        const by = await changingOf(rooms, request)
        const history = await rooms.shelf.history(by.authority)
        if (body.asOf > history.asOf)
          throw invalid([
            {
              field: 'asOf',
              message: `The records go to ${longDay(history.asOf)}. Choose that day or an earlier one.`,
            },
          ])
        const method = methodOf(body.method, body.theme)
        const from = await populationNow(rooms, by.authority, body.asOf)
        const { id } = await rooms.db.as(by.authority, async trx => {
          if (!(await currentTools(trx)).some(each => each.key === body.toolKey))
            throw invalid([{ field: 'toolKey', message: 'Choose a tool.' }])
          return drawSample(trx, by, { ...body, method }, from)
        })
        return seeOther(samplePath(id))
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
  ]
}

function methodOf(kind: MethodKind, theme: string): Method {
  if (kind !== 'themed') return { kind }
  if (!(theme in riskThemes)) throw invalid([{ field: 'theme', message: 'Choose a theme.' }])
  return { kind, theme }
}

/** `/audits/samples/<id>/replace/<place>`: the next of the draw takes over, with a reason. */
export function replacementPages(rooms: AuditsRooms): readonly Route[] {
  const url = `${SAMPLES}/:id/replace/:place`
  const PlaceParams = z.object({ id: z.uuid(), place: z.coerce.number().int().min(1).max(10_000) })
  type Replacing = Asked & { readonly params: z.output<typeof PlaceParams> }
  const form = async (asked: Replacing, values: FormValues, errors: Refused['errors']) => {
    const { id, place } = asked.params
    const { sample } = await rowOf(rooms, asked.request, id, place)
    const title = `Replace child ${place}`
    const lead =
      'The next child of the same draw takes over. The one who is replaced stays in the list, with your reason.'
    const body = html`${heading({ title, caption: sample.title, lead })}
${formView(`${samplePath(id)}/replace/${place}`, asked.csrf(), replacementFields({ values, errors }), 'Replace', samplePath(id))}`
    const crumbs = [...breadcrumbs, { text: sample.title, href: samplePath(id) }]
    return show({ title, current: CURRENT, breadcrumbs: crumbs, body })
  }
  return [
    route({ method: 'GET', url, params: PlaceParams, handler: asked => form(asked, {}, []) }),
    route({
      method: 'POST',
      url,
      params: PlaceParams,
      body: z.object({
        words: text(1000, 'Enter why this record is not audited.'),
        names: z.string().default(''),
      }),
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        refusePrivate({ words: body.words }, body.names === 'none')
        await replaceChild(rooms, by, params.id, { place: params.place, words: body.words })
        return seeOther(samplePath(params.id))
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
  ]
}

async function rowOf(rooms: AuditsRooms, request: FastifyRequest, id: string, place: number) {
  const { council } = await placeOf(rooms, request)
  return rooms.db.as(council.code, async trx => {
    const sample = await sampleById(trx, id)
    const row = (await sampledIn(trx, id)).find(each => each.place === place)
    if (sample === null || row === undefined) throw notFound()
    return { sample, row }
  })
}

const MONTHS = 12

/** `/audits/samples/coverage`: whom audits have reached, and whom never. */
export function coveragePage(rooms: AuditsRooms): Route {
  return route({
    method: 'GET',
    url: `${SAMPLES}/coverage`,
    query: z.object({ since: z.enum(['year', 'ever']).catch('year') }),
    handler: async ({ request, query }) => {
      const { council, today } = await placeOf(rooms, request)
      const viewer = viewerOf(request)
      const history = await rooms.shelf.history(council.code)
      const { population } = await populationNow(rooms, council.code, history.asOf)
      const sight = rooms.sightOf(viewer)
      const own =
        sight === 'all'
          ? population
          : population.filter(each => sight !== 'none' && sight.teams.includes(each.team))
      const since = query.since === 'ever' ? 0 : today - Math.round(MONTHS * 30.44)
      const audited = await rooms.db.as(council.code, trx => auditedSince(trx, since))
      const body = coverageView({
        coverage: coverageOf(own, audited),
        asOf: history.asOf,
        since: query.since,
        // Who works with whom is for those who lead audits, and the manager of the team.
        showsWorkers: sight === 'all' ? permits(leadAudits, viewer) : sight !== 'none',
      })
      return show({ title: 'Coverage', current: CURRENT, breadcrumbs, body })
    },
  })
}
