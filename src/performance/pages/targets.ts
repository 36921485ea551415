import { z } from 'zod'
import { longDay } from '#calendar'
import { DayText, MaybeDay, maybeText, ownerOf, placeOf, text } from '#findings'
import type { Definition } from '#indicators'
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
import {
  changeTarget,
  eventsOf,
  numberIn,
  type Place,
  refusalOfTarget,
  setTarget,
  setTargets,
  standingTargets,
  type Target,
  targetById,
  targetPath,
  withdrawTarget,
} from '#marks'
import { permits, viewerOf } from '#people'
import { seeParts } from '../policy.ts'
import { readingsOf } from '../reading.ts'
import { SliceQuery, sliceOf } from './indicator.ts'
import {
  changingOf,
  definitionAt,
  type MarkingRooms,
  placeCrumbs,
  readingAt,
  whereInWords,
} from './marking.ts'
import { indicatorPath } from './paths.ts'
import { targetFormView, targetsView, targetView } from './targets.view.ts'

const Fields = z.object({
  target: text(200, 'Enter the target, such as 90%.'),
  inWords: z.string().default(''),
  from: DayText('Enter the date from which it holds, such as 1 April 2026.'),
  until: MaybeDay(
    'Enter the last day on which it holds, such as 31 March 2027, or leave it empty.',
  ),
  ownerId: maybeText(60),
  owner: maybeText(200),
  reason: text(1000, 'Enter why this is the target, and who agreed it.'),
})

const Code = z.object({ code: z.string().max(20) })
const Id = z.object({ id: z.uuid() })

/** Pages for what figures should reach. */
export function targetPages(rooms: MarkingRooms): {
  readonly see: readonly Route[]
  readonly set: readonly Route[]
} {
  const { db } = rooms
  const newPage = async (
    asked: Asked,
    place: Place,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const definition = definitionAt(asked.request, place.indicator, place.slice)
    const { council } = await placeOf(rooms, asked.request)
    const body = targetFormView({
      definition,
      place,
      values,
      errors,
      csrf: asked.csrf(),
      colleagues: await rooms.colleagues(council.code),
      target: null,
    })
    return show({ title: 'Set a target', breadcrumbs: placeCrumbs(place), body })
  }
  const onePage = async (
    asked: Asked,
    id: string,
    values: FormValues | null = null,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { council } = await placeOf(rooms, asked.request)
    const found = await db.as(council.code, async trx => {
      const target = await targetById(trx, id)
      return target && { target, events: await eventsOf(trx, id) }
    })
    if (found === null) throw notFound()
    const { target, events } = found
    const definition = definitionAt(asked.request, target.indicator, target.slice)
    const maySet = permits(setTargets, viewerOf(asked.request)) && target.withdrawn === null
    const form = maySet
      ? targetFormView({
          definition,
          place: target,
          values: values ?? valuesOf(target),
          errors,
          csrf: asked.csrf(),
          colleagues: await rooms.colleagues(council.code),
          target,
        })
      : null
    const body = targetView({ definition, target, events, form, csrf: asked.csrf() })
    return show({
      title: `Target: ${whereInWords(target)}`,
      breadcrumbs: placeCrumbs(target),
      body,
    })
  }
  return {
    see: [
      route({
        method: 'GET',
        url: '/indicators/targets',
        handler: async ({ request }) => {
          const { council, today } = await placeOf(rooms, request)
          const viewer = viewerOf(request)
          const rows = await db.as(council.code, async trx => {
            const all = (await standingTargets(trx)).filter(
              ({ slice }) => slice.dimension === 'county' || canSeeParts(request),
            )
            const bySlice = Map.groupBy(all, ({ slice }) => `${slice.dimension}/${slice.name}`)
            const shown = []
            for (const targets of bySlice.values()) {
              const [first] = targets
              if (first === undefined) continue
              const definitions = targets.map(each =>
                definitionAt(request, each.indicator, each.slice),
              )
              const read = await readingsOf(trx, definitions, first.slice)
              for (const target of targets)
                shown.push({
                  target,
                  definition: definitionAt(request, target.indicator, target.slice),
                  reading:
                    read?.readings.find(each => each.definition.code === target.indicator) ?? null,
                })
            }
            return shown
          })
          const body = targetsView({ rows, today, maySet: permits(setTargets, viewer) })
          return show({
            title: 'Targets',
            current: '/indicators',
            breadcrumbs: [{ text: 'Indicators', href: '/indicators' }],
            body,
          })
        },
      }),
      route({
        method: 'GET',
        url: '/indicators/targets/:id',
        params: Id,
        handler: asked => onePage(asked, asked.params.id),
      }),
    ],
    set: [
      route({
        method: 'GET',
        url: '/indicators/:code/target',
        params: Code,
        query: SliceQuery,
        handler: async asked => {
          const { today } = await placeOf(rooms, asked.request)
          const place = { indicator: asked.params.code, slice: sliceOf(asked.query) }
          return newPage(asked, place, { from: longDay(today) })
        },
      }),
      route({
        method: 'POST',
        url: '/indicators/:code/target',
        params: Code,
        query: SliceQuery,
        body: Fields,
        handler: async ({ request, params, query, body }) => {
          const place = { indicator: params.code, slice: sliceOf(query) }
          const definition = definitionAt(request, place.indicator, place.slice)
          const by = await changingOf(rooms, request)
          const colleagues = await rooms.colleagues(by.authority)
          await db.as(by.authority, async trx => {
            const readings = await readingsOf(trx, [definition], place.slice)
            if (readings !== null) readingAt(readings.readings, place.slice)
            await setTarget(trx, by, place, fieldsOf(definition, body, colleagues))
          })
          return seeOther(indicatorPath(place.indicator, place.slice))
        },
        refused: ({ values, errors, ...asked }) =>
          newPage(
            asked,
            { indicator: asked.params.code, slice: sliceOf(asked.query) },
            values,
            errors,
          ),
      }),
      route({
        method: 'POST',
        url: '/indicators/targets/:id',
        params: Id,
        body: Fields,
        handler: async ({ request, params, body }) => {
          const by = await changingOf(rooms, request)
          const colleagues = await rooms.colleagues(by.authority)
          const target = await db.as(by.authority, async trx => {
            const found = await targetById(trx, params.id)
            if (found === null) throw notFound()
            const definition = definitionAt(request, found.indicator, found.slice)
            await changeTarget(trx, by, params.id, fieldsOf(definition, body, colleagues))
            return found
          })
          return seeOther(indicatorPath(target.indicator, target.slice))
        },
        refused: ({ values, errors, ...asked }) => onePage(asked, asked.params.id, values, errors),
      }),
      route({
        method: 'POST',
        url: '/indicators/targets/:id/withdraw',
        params: Id,
        body: z.object({ why: text(1000, 'Enter why it is withdrawn.') }),
        handler: async ({ request, params, body }) => {
          const by = await changingOf(rooms, request)
          await db.as(by.authority, trx => withdrawTarget(trx, by, params.id, body.why))
          return seeOther(targetPath(params.id))
        },
        refused: ({ errors, ...asked }) => onePage(asked, asked.params.id, null, errors),
      }),
    ],
  }
}

const canSeeParts = (request: Parameters<typeof viewerOf>[0]): boolean =>
  permits(seeParts, viewerOf(request))

function valuesOf(target: Target): FormValues {
  return {
    target: target.words,
    inWords: target.value === null ? 'yes' : '',
    from: longDay(target.from),
    until: target.until === null ? '' : longDay(target.until),
    ownerId: target.ownerId ?? '',
    owner: target.ownerId === null ? (target.owner ?? '') : '',
    reason: target.reason,
  }
}

/** @throws invalid where the target is no number and nobody said that it is meant in words */
function fieldsOf(
  definition: Definition,
  body: z.output<typeof Fields>,
  colleagues: Parameters<typeof ownerOf>[2],
) {
  const { target, inWords, from, until, reason } = body
  const value = inWords === 'yes' ? null : numberIn(target)
  if (value === null && inWords !== 'yes')
    throw invalid([
      {
        field: 'target',
        message: `‘${target}’ is not a number. Enter one such as 90, or tick below that the target is in words.`,
      },
    ])
  const refused = value === null ? null : refusalOfTarget(definition, value)
  if (refused !== null) throw invalid([{ field: 'target', message: refused }])
  if (until !== null && until < from)
    throw invalid([
      { field: 'until', message: 'The last day has to be after the day from which it holds.' },
    ])
  const owner = ownerOf(body.ownerId, body.owner, colleagues)
  return { value, words: target, from, until, reason, ...owner }
}
