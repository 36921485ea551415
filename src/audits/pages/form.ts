import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { childOfRef, childPath, teamOfChild } from '#children'
import { changingOf } from '#findings'
import { momentInWords } from '#looking'
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
  typed,
} from '#kit/http/index.ts'
import { deriveGrade, jargon } from '#practice'
import { auditName } from '../audit.ts'
import { handIn, saveAudit } from '../change.ts'
import { countAgain } from '../counting/index.ts'
import { type FormText, textOf } from '../form-text.ts'
import { openFields } from '../open-fields.ts'
import { drawSeconds, mayAuditAlone } from '../reliability/index.ts'
import { alertOfAudit, ownJargon, savesOf } from '../store/index.ts'
import { currentTools } from '../toolbox.ts'
import { alertBanner } from './alert-banner.view.ts'
import { auditFormView } from './form.view.ts'
import { tellOf } from './mail.ts'
import { auditCrumbs, auditPath, type AuditsRooms, CURRENT } from './rooms.ts'
import { refuseOthers, withAudit } from './shown.ts'

const Params = z.object({ id: z.uuid() })
type One = Asked & { readonly params: z.output<typeof Params> }

const Body = z.record(z.string(), z.unknown()).transform(fields => ({
  version: Number(lastOf(fields['version'])) || 0,
  looked: lastOf(fields['looked']) === 'yes',
  handsIn: lastOf(fields['do']) === 'hand-in',
  text: textIn(fields),
}))

/** `/audits/<id>/form`: the form of one audit, saved as often as anybody likes. */
export function formPages(rooms: AuditsRooms): readonly Route[] {
  return [
    route({
      method: 'GET',
      url: '/audits/:id/form',
      params: Params,
      handler: asked => formPage(rooms, asked),
    }),
    route({
      method: 'POST',
      url: '/audits/:id/form',
      params: Params,
      body: Body,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await withAudit(rooms, request, params.id, async (_trx, { audit, viewer }) =>
          refuseOthers(viewer, audit),
        )
        const colleagues = body.handsIn ? await rooms.colleagues(by.authority) : []
        const saved = await rooms.db.as(by.authority, async trx => {
          const done = await (body.handsIn ? handIn : saveAudit)(trx, by, params.id, body)
          // Chance decides at once, before anybody could know or wish for it.
          if (body.handsIn) await drawSeconds(trx, by, rooms.secret, colleagues)
          if (body.handsIn && done.issues.length === 0) await countAgain(rooms, trx, by)
          return done
        })
        if (saved.alert !== null) await tellOf(rooms, by.authority, saved.alert)
        // What could be saved is saved by now: only then is told what was not.
        if (saved.issues.length > 0) throw invalid(saved.issues)
        return seeOther(body.handsIn ? auditPath(params.id) : `${auditPath(params.id)}/form`)
      },
      refused: ({ values, errors, ...asked }) => formPage(rooms, asked, { values, errors }),
    }),
    recordPage(rooms),
  ]
}

async function formPage(
  rooms: AuditsRooms,
  asked: One,
  again: Pick<Refused, 'values' | 'errors'> | null = null,
): Promise<Answer> {
  return withAudit(rooms, asked.request, asked.params.id, async (trx, shown) => {
    const { audit, tool, viewer } = shown
    refuseOthers(viewer, audit)
    if (audit.state !== 'begun')
      throw conflict(`${auditName(audit)} has been handed in, so its answers no longer change.`)
    const saves = await savesOf(trx, audit.id)
    const last = saves.length > 1 ? saves.at(-1) : undefined
    const current = (await currentTools(trx)).find(({ key }) => key === tool.key)
    const alert = await alertOfAudit(trx, audit.id)
    const errors = again?.errors ?? []
    const model = {
      audit,
      tool,
      newer: current !== undefined && current.version > audit.toolVersion ? current.version : null,
      values: { ...textOf(audit), ...unsaved(again?.values ?? {}, errors) },
      errors,
      derived: deriveGrade(tool, audit.answers),
      open: openFields(tool, audit).length,
      jargon: [...(await ownJargon(trx)), ...jargon],
      viewerId: viewer.id,
      waits:
        audit.reason !== 'blind second' &&
        !(await mayAuditAlone(trx, audit.auditorId, audit.toolKey)),
      savedBy: last?.actorName ?? '',
      savedAt: last === undefined ? '' : momentInWords(last.at),
      alert: alert === null ? (false as const) : alertBanner(alert, rooms.now()),
      csrf: asked.csrf(),
    }
    return show({
      title: `${tool.title}: ${auditName(audit).toLowerCase()}`,
      current: CURRENT,
      breadcrumbs: [...auditCrumbs, { text: auditName(audit), href: auditPath(audit.id) }],
      body: auditFormView(model),
    })
  })
}

/** What was typed in the fields that were not saved; in all others stands what is saved. */
function unsaved(values: FormValues, errors: Refused['errors']): FormText {
  return Object.fromEntries(
    errors
      .filter(({ field }) => values[field] !== undefined)
      .map(({ field }) => [field, typed(values, field)]),
  )
}

/** The way to the child's record: the door writes down that it was opened for this audit. */
function recordPage(rooms: AuditsRooms): Route {
  return route({
    method: 'POST',
    url: '/audits/:id/record',
    params: Params,
    handler: async ({ request, params }) => {
      const { ref, number, team } = await childOfAudit(rooms, request, params.id)
      const by = await changingOf(rooms, request)
      const who = { viewer: by.viewer, sight: rooms.sightOf(by.viewer) }
      const why = { reason: 'audit' as const, words: `Audit ${number}` }
      const given = await rooms.door.giveReason(who, { ref, team }, why, by.at, by.today)
      if (given === 'refuse')
        throw forbidden('This child is with another team, whose records you do not see.')
      return seeOther(childPath(ref))
    },
  })
}

async function childOfAudit(rooms: AuditsRooms, request: FastifyRequest, id: string) {
  const { audit, sight, viewer } = await withAudit(rooms, request, id, (_trx, shown) =>
    Promise.resolve(shown),
  )
  if (audit.childRef === null || sight !== 'whole') throw notFound()
  const history = await rooms.shelf.history(viewer.authority)
  const place = childOfRef(rooms.secret, viewer.authority, history, audit.childRef)
  if (place === null)
    throw conflict('This child is no longer in the records that are loaded. The audit is kept.')
  return { ref: audit.childRef, number: audit.number, team: teamOfChild(history, place) }
}

const lastOf = (value: unknown): string =>
  Array.isArray(value) ? lastOf(value.at(-1)) : typeof value === 'string' ? value : ''

function textIn(fields: Readonly<Record<string, unknown>>): FormText {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, lastOf(value)]))
}
