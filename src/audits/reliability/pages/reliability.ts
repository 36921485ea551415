import { z } from 'zod'
import { changingOf, placeOf } from '#findings'
import { type Route, route, seeOther, show } from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import { auditCrumbs, type AuditsRooms, CURRENT } from '../../pages/rooms.ts'
import { doAudits, leadAudits, seeSeverity } from '../../policy.ts'
import { currentTools } from '../../toolbox.ts'
import { drawSeconds } from '../change.ts'
import { gradingsOf } from '../gather.ts'
import { gapFigures, reliabilityFigure, severities } from '../reliability.ts'
import { reliabilityRules, secondDraws, vignetteGradings, vignettes } from '../store.ts'
import { standingOf } from '../vignette.ts'
import { reliabilityView } from './reliability.view.ts'
import { auditorsView, mineView } from './severity.view.ts'

export const RELIABILITY = '/audits/reliability'
export const reliabilityCrumbs = [...auditCrumbs, { text: 'Reliability', href: RELIABILITY }]

/** `/audits/reliability`: how far auditors agree, and how mildly we grade ourselves. */
export function reliabilityPage(rooms: AuditsRooms): Route {
  return route({
    method: 'GET',
    url: RELIABILITY,
    handler: async asked => {
      const { council } = await placeOf(rooms, asked.request)
      const viewer = viewerOf(asked.request)
      const found = await rooms.db.as(council.code, async trx => ({
        ...(await gradingsOf(trx)),
        draws: await secondDraws(trx),
        rules: await reliabilityRules(trx),
        tools: await currentTools(trx),
      }))
      const mayLead = permits(leadAudits, viewer)
      const numbers = new Map(found.audits.map(each => [each.id, each]))
      const body = reliabilityView({
        reliability: reliabilityFigure(found.doubled, found.vignettesFrom),
        gaps: gapFigures(found.works),
        rules: found.rules,
        tools: found.tools,
        drawn: found.draws.length,
        chosen: found.draws.filter(each => each.chosen).length,
        // Numbers and names alone: no grade of either stands here before both are in.
        underWay: mayLead
          ? found.draws.flatMap(each => {
              const first = numbers.get(each.auditId)
              const second = each.secondId === null ? undefined : numbers.get(each.secondId)
              if (!each.chosen || first === undefined) return []
              if (second !== undefined && second.state !== 'begun') return []
              return [{ auditId: first.id, number: first.number, grader: each.graderName }]
            })
          : [],
        mayLead,
        mayDo: permits(doAudits, viewer),
        maySeeSeverity: permits(seeSeverity, viewer),
        csrf: asked.csrf(),
      })
      return show({ title: 'Reliability', current: CURRENT, breadcrumbs: auditCrumbs, body })
    },
  })
}

/** Draws at once what is not drawn yet. */
export function drawRoute(rooms: AuditsRooms): Route {
  return route({
    method: 'POST',
    url: `${RELIABILITY}/draw`,
    body: z.object({}),
    handler: async ({ request }) => {
      const by = await changingOf(rooms, request)
      const colleagues = await rooms.colleagues(by.authority)
      await rooms.db.as(by.authority, trx => drawSeconds(trx, by, rooms.secret, colleagues))
      return seeOther(RELIABILITY)
    },
  })
}

/** `/audits/reliability/mine`: what one auditor is shown of themselves, and nobody else but the quality lead. */
export function mySeverityPage(rooms: AuditsRooms): Route {
  return route({
    method: 'GET',
    url: `${RELIABILITY}/mine`,
    handler: async ({ request }) => {
      const { council } = await placeOf(rooms, request)
      const viewer = viewerOf(request)
      const body = await rooms.db.as(council.code, async trx => {
        const { audits, doubled } = await gradingsOf(trx)
        const [all, gradings, tools] = [
          await vignettes(trx),
          await vignetteGradings(trx),
          await currentTools(trx),
        ]
        return mineView({
          own: severities(doubled).find(each => each.auditor === viewer.id) ?? null,
          toGrade: audits.filter(
            each =>
              each.reason === 'blind second' &&
              each.state === 'begun' &&
              each.auditorId === viewer.id,
          ),
          standings: tools.map(tool => ({
            tool: tool.title,
            standing: standingOf(all, gradings, viewer.id, tool.key),
          })),
        })
      })
      return show({
        title: 'How I grade',
        current: CURRENT,
        breadcrumbs: reliabilityCrumbs,
        body,
      })
    },
  })
}

/** `/audits/reliability/auditors`: everybody’s severity and drift, for the quality lead. */
export function auditorsPage(rooms: AuditsRooms): Route {
  return route({
    method: 'GET',
    url: `${RELIABILITY}/auditors`,
    handler: async ({ request }) => {
      const { council } = await placeOf(rooms, request)
      const { doubled } = await rooms.db.as(council.code, gradingsOf)
      return show({
        title: 'How auditors grade',
        current: CURRENT,
        breadcrumbs: reliabilityCrumbs,
        body: auditorsView(severities(doubled)),
      })
    },
  })
}
