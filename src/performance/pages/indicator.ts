import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isoMonth, parseIsoMonth } from '#calendar'
import type { Place, Rooms } from '#council'
import {
  type DestroyedExtract,
  destroyedExtracts,
  type FrozenExtract,
  frozenExtracts,
} from '#extracts'
import { type Definition, dimensions, type Slice, wholeCounty } from '#indicators'
import type { Trx } from '#kit/db/index.ts'
import type { Html } from '#kit/html/html.ts'
import { forbidden, notFound, type Route, route, show } from '#kit/http/index.ts'
import { decideLimits, rebasingThing, sameSlice, setTargets } from '#marks'
import { permits, type Viewer, viewerOf } from '#people'
import { listNamed } from '#records'
import { describeAll, keyOf, linksOf, type Thread } from '#thread'
import { worthInWords, worthOf } from '../data-quality.ts'
import { seeChildren, seeParts } from '../policy.ts'
import { extractInWords } from '../provenance.ts'
import { type LimitsAsBefore, type Reading, readingsOfIndicator } from '../reading.ts'
import type { Explained } from './indicator-marks.view.ts'
import { type IndicatorModel, indicatorView } from './indicator.view.ts'
import { mayNote } from './marking.ts'

export { sameSlice }

export const SliceQuery = z.object({
  by: z.enum(dimensions).default('county'),
  part: z.string().max(200).default(''),
})

/** Which limits: as before anybody decided, or as decided up to a month; else as they are. */
const IndicatorQuery = SliceQuery.extend({
  limits: z
    .string()
    .regex(/^(before|\d{4}-\d{2})$/)
    .optional()
    .catch(undefined),
})

export function sliceOf(query: z.output<typeof SliceQuery>): Slice {
  return query.by === 'county' ? wholeCounty : { dimension: query.by, name: query.part }
}

/**
 * The part of the page that sets the whole county beside other authorities; null where there is none.
 * @param points in the unit of the definition
 */
type Beside = (
  trx: Trx,
  place: Place,
  viewer: Viewer,
  definition: Definition,
  points: Reading['points'],
) => Promise<Html | null>

export interface IndicatorRooms extends Rooms {
  /** Another room's, which looks at figures itself and so cannot be asked from here. */
  readonly beside?: Beside
  /** Whether the same figure by worker is there for somebody. */
  readonly seesByWorker?: (viewer: Viewer, definition: Definition, slice: Slice) => boolean
  /** What a figure is counted from where that is neither an extract nor entered; another room's too. */
  readonly behind?: (
    trx: Trx,
    viewer: Viewer,
    definition: Definition,
    slice: Slice,
  ) => Promise<Html | null>
  /** To say what decisions on limits come from; a file of the page says it without. */
  readonly thread?: Thread
}

/** `/indicators/AS01`: one figure now and over time, its parts, and what it means. */
export function indicatorPage(rooms: IndicatorRooms, definitions: readonly Definition[]): Route {
  return route({
    method: 'GET',
    url: '/indicators/:code',
    params: z.object({ code: z.string() }),
    query: IndicatorQuery,
    handler: async ({ request, params, query }) => {
      const slice = sliceOf(query)
      const { code } = params
      const model = await indicatorModel(rooms, definitions, request, code, slice, query.limits)
      return show({
        title: model.reading.definition.name,
        current: '/indicators',
        breadcrumbs: [
          { text: 'Overview', href: '/' },
          { text: 'Indicators', href: '/indicators' },
        ],
        body: indicatorView(model),
      })
    },
  })
}

/**
 * What the page of an indicator shows to whoever asks: the page itself, and files of it, are made of this.
 * @param limits 'before' or a month such as '2024-03'; without it the limits as they are decided
 */
export async function indicatorModel(
  { db, here, thread, beside, behind, seesByWorker }: IndicatorRooms,
  definitions: readonly Definition[],
  request: FastifyRequest,
  code: string,
  slice: Slice,
  limits?: string,
): Promise<IndicatorModel> {
  const place = await here(request)
  const definition = definitions.find(each => each.code === code)
  if (place === null || definition === undefined) throw notFound()
  const viewer = viewerOf(request)
  const mayParts = permits(seeParts, viewer)
  if (slice.dimension !== 'county' && !mayParts) throw forbidden()
  return db.as(place.council.code, async trx => {
    const found = await readingsOfIndicator(trx, definition)
    const now = found?.readings.find(each => sameSlice(each.slice, slice))
    if (found === null || now === undefined) throw notFound()
    const other = limitsOf(limits, now)
    const asked = other && (await readingsOfIndicator(trx, definition, other.asBefore))
    const reading = asked?.readings.find(each => sameSlice(each.slice, slice)) ?? now
    const frozen = await frozenExtracts(trx)
    const source = frozen.find(each => each.id === reading.latest?.extract)
    const worth =
      source === undefined || definition.kind !== 'record' ? null : worthOf(source, definition)
    return {
      reading,
      limits: other?.value ?? null,
      decisions: now.rebasings,
      explained: await explainedBy(trx, thread, now, viewer),
      may: {
        targets: permits(setTargets, viewer),
        notes: mayNote(viewer, slice),
        limits: permits(decideLimits, viewer),
      },
      parts: mayParts ? found.readings : [],
      mayChildren: permits(seeChildren, viewer),
      // What was destroyed has its figures, and no workers any more.
      mayWorkers: source !== undefined && seesByWorker?.(viewer, definition, slice) === true,
      worth: worth && worthInWords(worth),
      extract: extractOf(reading, [...frozen, ...(await destroyedExtracts(trx))]),
      wanting:
        reading.latest === null ? reading.missing.map(name => listNamed(name)?.title ?? name) : [],
      beside:
        beside === undefined || slice.dimension !== 'county'
          ? null
          : await beside(
              trx,
              place,
              viewer,
              definition,
              now.definition.unit === definition.unit ? now.points : [],
            ),
      behind: (await behind?.(trx, viewer, definition, slice)) ?? null,
      wantsPopulation:
        definition.unit === 'rate' &&
        reading.definition.unit !== 'rate' &&
        slice.dimension === 'county',
    }
  })
}

/** The limits that were asked for, where they are others than today's. */
function limitsOf(
  asked: string | undefined,
  { rebasings }: Reading,
): { readonly value: string; readonly asBefore: LimitsAsBefore } | null {
  const newest = rebasings.at(-1)
  if (asked === undefined || newest === undefined || asked === isoMonth(newest.from)) return null
  if (asked === 'before') return { value: asked, asBefore: { before: -Infinity } }
  const month = parseIsoMonth(asked)
  return month === null ? null : { value: asked, asBefore: { before: month + 1 } }
}

/** What each decision on limits comes from, as far as the viewer may see it. */
async function explainedBy(
  trx: Trx,
  thread: Thread | undefined,
  { rebasings }: Pick<Reading, 'rebasings'>,
  viewer: Viewer,
): Promise<ReadonlyMap<string, readonly Explained[]>> {
  if (thread === undefined) return new Map()
  const things = rebasings.map(({ id }) => rebasingThing(id))
  const links = (await linksOf(trx, things)).filter(({ relation }) => relation === 'comes from')
  const described = await describeAll(
    trx,
    thread,
    links.map(({ to }) => to),
    viewer,
  )
  return new Map(
    rebasings.map(({ id }) => [
      id,
      links
        .filter(({ from }) => from.id === id)
        .flatMap(({ to }) => described.get(keyOf(to)) ?? []),
    ]),
  )
}

function extractOf(reading: Reading, extracts: readonly (FrozenExtract | DestroyedExtract)[]) {
  const extract = extracts.find(each => each.id === reading.latest?.extract)
  return extract === undefined
    ? null
    : { words: extractInWords(extract), href: `/data/${extract.id}` }
}
