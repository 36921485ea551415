import { parseIsoDay } from '#calendar'
import { brief } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
import type { Viewer } from '#people'
import type { GapSource, KindOfThing, Thing } from '#thread'
import { type Inspection, inspectionKinds, isAsked, mayReadInspection } from './inspection.ts'
import { allInspections, inspectionOfPoints, inspectionsById } from './store/index.ts'

export const inspectionPath = (id: string): string => `/inspections/${id}`
export const inspectionThing = (id: string): Thing => ({ kind: 'inspection', id })
export const recommendationThing = (id: string): Thing => ({ kind: 'recommendation', id })

async function readable(
  trx: Trx,
  ids: readonly string[],
  viewer: Viewer,
  today: () => number,
): Promise<readonly Inspection[]> {
  const found = await inspectionsById(trx, ids.filter(isUuid))
  return found.filter(each => mayReadInspection(each, viewer, today()))
}

/** How the thread shows an inspection and its recommendations: to those who may read it. */
export function inspectionKindsOfThing(now: () => Date): readonly KindOfThing[] {
  const today = (): number => parseIsoDay(now().toISOString().slice(0, 10)) ?? 0
  return [
    {
      kind: 'inspection',
      name: 'Inspection',
      describe: async (trx, ids, viewer) =>
        new Map(
          (await readable(trx, ids, viewer, today)).map(each => [
            each.id,
            {
              title: each.title,
              href: inspectionPath(each.id),
              state: inspectionKinds[each.kind],
            },
          ]),
        ),
    },
    {
      kind: 'recommendation',
      name: 'Recommendation',
      describe: async (trx, ids, viewer) => {
        const owners = await inspectionOfPoints(trx, ids.filter(isUuid))
        const those = await readable(trx, [...new Set(owners.values())], viewer, today)
        return new Map(
          those.flatMap(each =>
            each.points.map(point => [
              point.id,
              {
                title: `${point.number === null ? '' : `${point.number}. `}${brief(point.words)}`,
                href: `${inspectionPath(each.id)}#point-${point.id}`,
                state: point.findingId === null ? 'Not in the inbox' : 'In the inbox of findings',
              },
            ]),
          ),
        )
      },
    },
  ]
}

/** Recommendations of the last years that nobody has put into the inbox, so that no action can answer them. */
export const inspectionGaps: GapSource = async (trx, { today, viewer }) => {
  const recent = (await allInspections(trx)).filter(
    each => mayReadInspection(each, viewer, today) && today - each.endedOn < 3 * 366,
  )
  return recent.flatMap(each =>
    each.points
      .filter(point => isAsked(point) && point.findingId === null)
      .map(point => ({
        kind: 'recommendation-without-action' as const,
        subject: recommendationThing(point.id),
        title: brief(point.words, 80),
        href: `${inspectionPath(each.id)}#point-${point.id}`,
        owner: null,
        since: each.publishedOn ?? each.endedOn,
        words: `${each.title} asked for it, and it is not in the inbox of findings.`,
      })),
  )
}
