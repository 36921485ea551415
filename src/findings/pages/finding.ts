import { z } from 'zod'
import { type Route, route, show } from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import { threadOf } from '#thread'
import { findingThing } from '../change.ts'
import { type Finding, isOpen, nameOf } from '../finding.ts'
import { likelyTheSame, type Likeness } from '../likeness.ts'
import { mayReadFinding } from '../in-thread.ts'
import { decideFindings } from '../policy.ts'
import { allFindings, eventsOf } from '../store/index.ts'
import { findingView } from './finding.view.ts'
import { type FindingsRooms, placeOf } from './rooms.ts'
import { findingFor } from './shown.ts'

/** `/findings/<id>`: one finding, what belongs to it, and what was done. */
export function findingPage(rooms: FindingsRooms): Route {
  return route({
    method: 'GET',
    url: '/findings/:id',
    params: z.object({ id: z.uuid() }),
    handler: async ({ request, params }) => {
      const finding = await findingFor(rooms, request, params.id)
      const place = await placeOf(rooms, request)
      const viewer = viewerOf(request)
      const model = await rooms.db.as(place.council.code, async trx => {
        const others = (await allFindings(trx)).filter(each => mayReadFinding(viewer, each))
        return {
          finding,
          mergedInto: others.find(each => each.id === finding.mergedInto) ?? null,
          alike: isOpen(finding) ? alikeTo(finding, others) : [],
          thread: await threadOf(trx, rooms.thread, findingThing(finding.id), viewer),
          events: await eventsOf(trx, finding.id),
        }
      })
      const body = findingView({ ...model, mayDecide: permits(decideFindings, viewer) })
      const breadcrumbs = [{ text: 'Findings', href: '/findings' }]
      return show({ title: nameOf(finding), breadcrumbs, body })
    },
  })
}

/** The few that may say the same, among those that are not merged already. */
export function alikeTo(
  finding: Finding,
  others: readonly Finding[],
): readonly Likeness<Finding>[] {
  const rest = others.filter(each => each.id !== finding.id && each.state !== 'merged')
  return likelyTheSame(
    finding.words,
    rest.map(each => ({ text: each.words, of: each })),
  ).slice(0, 4)
}
