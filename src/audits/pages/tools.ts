import { z } from 'zod'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import {
  type Answer,
  type Asked,
  invalid,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import type { Tool } from '#practice'
import { leadAudits } from '../policy.ts'
import { allAudits, insertTool, keptTools } from '../store/index.ts'
import { toolChanges, toolFrom, toolText } from '../tool-text.ts'
import { currentTools, pinTool, toolAt } from '../toolbox.ts'
import { changingOf, placeOf } from './fields.ts'
import { auditCrumbs, type AuditsRooms, CURRENT } from './rooms.ts'
import { editView, toolPath, toolsView, toolView } from './tools.view.ts'

const Params = z.object({ key: z.string().regex(/^[a-z0-9-]{1,60}$/) })
type One = Asked & { readonly params: z.output<typeof Params> }
const crumbs = [...auditCrumbs, { text: 'Tools', href: '/audits/tools' }]

/** `/audits/tools`: what audits ask, with every version; and the form that makes the next one. */
export function toolPages(rooms: AuditsRooms): {
  readonly see: readonly Route[]
  readonly change: readonly Route[]
} {
  return {
    see: [listPage(rooms), onePage(rooms)],
    change: [
      route({
        method: 'GET',
        url: '/audits/tools/:key/edit',
        params: Params,
        handler: asked => editPage(rooms, asked),
      }),
      route({
        method: 'POST',
        url: '/audits/tools/:key/edit',
        params: Params,
        body: z.record(z.string(), z.unknown()).transform(textIn),
        handler: async ({ request, params, body }) => {
          const by = await changingOf(rooms, request)
          await rooms.db.as(by.authority, async trx => {
            const tool = await currentTool(trx, params.key)
            if (Number(body['version']) !== tool.version)
              throw invalid([
                {
                  field: 'reason',
                  message:
                    'Somebody else saved a version while you had this open. Look at what they changed and save again.',
                },
              ])
            const made = toolFrom(tool, body)
            const reason = (body['reason'] ?? '').trim()
            const issues = [
              ...(made.kind === 'refused' ? made.issues : []),
              ...(reason.length < 3 || reason.length > 500
                ? [{ field: 'reason', message: 'Enter why it is changed.' }]
                : []),
            ]
            if (made.kind === 'refused' || issues.length > 0) throw invalid(issues)
            if (toolChanges(tool, made.tool).length === 0) return
            await pinTool(trx, by, tool)
            await insertTool(trx, by.authority, made.tool, { ...by, reason })
            await record(
              trx,
              {
                actor: by.actor,
                action: 'audit-tool.changed',
                subject: { kind: 'audit-tool', id: tool.key },
                detail: { version: made.tool.version, reason },
              },
              by.at,
            )
          })
          return seeOther(toolPath(params.key))
        },
        refused: asked => editPage(rooms, asked, asked),
      }),
    ],
  }
}

function listPage(rooms: AuditsRooms): Route {
  return route({
    method: 'GET',
    url: '/audits/tools',
    handler: async ({ request }) => {
      const { council } = await placeOf(rooms, request)
      const tools = await rooms.db.as(council.code, async trx => {
        const audits = await allAudits(trx)
        return (await currentTools(trx)).map(tool => ({
          tool,
          begun: audits.filter(({ toolKey }) => toolKey === tool.key).length,
          own: tool.version > 1,
        }))
      })
      const body = toolsView({ tools })
      return show({ title: 'Tools', current: CURRENT, breadcrumbs: auditCrumbs, body })
    },
  })
}

function onePage(rooms: AuditsRooms): Route {
  return route({
    method: 'GET',
    url: '/audits/tools/:key',
    params: Params,
    query: z.object({ version: z.coerce.number().int().min(1).max(100_000).optional() }),
    handler: async ({ request, params, query }) => {
      const { council } = await placeOf(rooms, request)
      const viewer = viewerOf(request)
      const body = await rooms.db.as(council.code, async trx => {
        const newest = await currentTool(trx, params.key)
        const tool =
          query.version === undefined ? newest : await toolAt(trx, params.key, query.version)
        if (tool === null) throw notFound()
        const before = tool.version > 1 ? await toolAt(trx, tool.key, tool.version - 1) : null
        const openOnOlder = (await openWith(trx, tool.key)).filter(
          ({ toolVersion }) => toolVersion < newest.version,
        )
        return toolView({
          tool,
          newest: newest.version,
          versions: await keptTools(trx, tool.key),
          changes: before === null ? [] : toolChanges(before, tool),
          openOnOlder: openOnOlder.length,
          mayChange: permits(leadAudits, viewer),
        })
      })
      return show({ title: 'Tool', current: CURRENT, breadcrumbs: crumbs, body })
    },
  })
}

async function editPage(
  rooms: AuditsRooms,
  asked: One,
  again: Pick<Refused, 'values' | 'errors'> | null = null,
): Promise<Answer> {
  const { council } = await placeOf(rooms, asked.request)
  const { key } = asked.params
  const body = await rooms.db.as(council.code, async trx => {
    const tool = await currentTool(trx, key)
    const had = Number(again?.values['version'])
    const older = again !== null && had !== tool.version ? await toolAt(trx, key, had || 0) : null
    return editView({
      tool,
      fields: { values: again?.values ?? toolText(tool), errors: again?.errors ?? [] },
      crossed: older === null ? [] : toolChanges(older, tool),
      open: (await openWith(trx, key)).length,
      csrf: asked.csrf(),
    })
  })
  return show({
    title: 'Change a tool',
    current: CURRENT,
    breadcrumbs: [...crumbs, { text: 'Tool', href: toolPath(key) }],
    body,
  })
}

async function currentTool(trx: Trx, key: string): Promise<Tool> {
  const tool = (await currentTools(trx)).find(each => each.key === key)
  if (tool === undefined) throw notFound()
  return tool
}

const openWith = async (trx: Trx, key: string) =>
  (await allAudits(trx)).filter(({ toolKey, state }) => toolKey === key && state === 'begun')

function textIn(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '',
    ]),
  )
}
