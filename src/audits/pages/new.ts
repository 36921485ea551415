import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { childOfRef, childRef, teamOfChild } from '#children'
import { changingOf, placeOf } from '#findings'
import {
  type Answer,
  type Asked,
  type FormValues,
  forbidden,
  invalid,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typed,
} from '#kit/http/index.ts'
import type { Trx } from '#kit/db/index.ts'
import { permits, type Viewer, viewerOf } from '#people'
import { type AuditReason, auditReasons } from '../audit.ts'
import { beginAudit } from '../change.ts'
import { childrenOfTeam } from '../children-of-team.ts'
import { invite } from '../invite.ts'
import { tieAudit } from '../mock/change.ts'
import { mockName } from '../mock/in-thread.ts'
import { mocks } from '../mock/store.ts'
import { leadAudits } from '../policy.ts'
import { currentTools } from '../toolbox.ts'
import { newView } from './new.view.ts'
import { auditCrumbs, auditPath, type AuditsRooms, CURRENT, workersFor } from './rooms.ts'

const short = z.string().trim().max(200).default('')
const reasons = Object.keys(auditReasons)

const Query = z.object({
  tool: short,
  team: short,
  child: short,
  sample: short,
  of: short,
  reason: short,
  mock: short,
})

const Body = z.object({
  tool: z.string({ error: 'Choose what you look at.' }).max(200),
  team: short,
  listed: short,
  child: short,
  identifier: short,
  sample: short,
  of: short,
  reason: z
    .string()
    .default('programme')
    .refine((text): text is AuditReason => reasons.includes(text), 'Choose why it is done.'),
  practitioner: short,
  mock: short,
})

/**
 * `/audits/new?tool=…&child=…&sample=…&of=…&reason=…&mock=…`: begins an audit. What a sample or an earlier
 * audit gives stands in the address; a child there by reference.
 */
export function newPages(rooms: AuditsRooms): readonly Route[] {
  return [
    route({
      method: 'GET',
      url: '/audits/new',
      query: Query,
      handler: asked => newPage(rooms, asked, asked.query),
    }),
    route({
      method: 'POST',
      url: '/audits/new',
      body: Body,
      handler: async ({ request, body }) => {
        const by = await changingOf(rooms, request)
        const tools = await rooms.db.as(by.authority, currentTools)
        const tool = tools.find(({ key }) => key === body.tool)
        if (tool === undefined)
          throw invalid([{ field: 'tool', message: 'Choose what you look at.' }])
        const child = await childOf(rooms, by.viewer, body)
        if (child === null && tool.needsChild === true)
          throw invalid([
            { field: 'identifier', message: 'Choose the child whose record you look at.' },
          ])
        const team = child?.team ?? body.team
        const teams = await rooms.teamNames(by.authority)
        if (child === null && !teams.includes(team))
          throw invalid([{ field: 'team', message: 'Choose the team whose work you look at.' }])
        refuseOtherTeams(rooms, by.viewer, team)
        const mock = await mockOf(rooms, by.authority, body)
        const practitioner = (await rooms.colleagues(by.authority)).find(
          each => each.id === body.practitioner,
        )
        const { id } = await rooms.db.as(by.authority, async trx => {
          const begun = await beginAudit(trx, by, {
            toolKey: tool.key,
            childRef: child?.ref ?? null,
            team,
            reason: body.reason,
            ofAudit: uuidOr(body.of),
            sampleId: uuidOr(body.sample),
          })
          if (mock !== null) await tieAudit(trx, by, mock, begun.id)
          if (practitioner !== undefined) await invite(trx, by, begun.id, practitioner)
          return begun
        })
        return seeOther(`${auditPath(id)}/form`)
      },
      refused: ({ values, errors, ...asked }) => newPage(rooms, asked, values, errors),
    }),
  ]
}

async function newPage(
  rooms: AuditsRooms,
  asked: Asked,
  values: FormValues,
  errors: Refused['errors'] = [],
): Promise<Answer> {
  const { council } = await placeOf(rooms, asked.request)
  const viewer = viewerOf(asked.request)
  const [tools, open] = await rooms.db.as(council.code, async trx => [
    await currentTools(trx),
    await openMocks(trx),
  ])
  const colleagues = await rooms.colleagues(council.code)
  const all = await rooms.teamNames(council.code)
  const sight = rooms.sightOf(viewer)
  const teams = sight === 'all' ? all : sight === 'none' ? [] : sight.teams
  const listed = typed(values, 'listed') || typed(values, 'team')
  const given = typed(values, 'sample') !== '' || typed(values, 'of') !== ''
  const body = newView({
    tools,
    teams,
    children:
      !given && teams.includes(listed)
        ? await listOf(rooms, asked.request, council.code, listed)
        : [],
    colleagues: workersFor(colleagues, listed).filter(({ id }) => id !== viewer.id),
    mocks: open.map(mock => ({ id: mock.id, name: mockName(mock) })),
    given,
    values: { ...values, team: listed },
    errors,
    csrf: asked.csrf(),
  })
  return show({ title: 'Begin an audit', current: CURRENT, breadcrumbs: auditCrumbs, body })
}

const MOST_LISTED = 120

async function listOf(
  rooms: AuditsRooms,
  _request: FastifyRequest,
  authority: string,
  team: string,
) {
  const history = await rooms.shelf.history(authority)
  return childrenOfTeam(history, team)
    .slice(0, MOST_LISTED)
    .map(id => ({ id, ref: childRef(rooms.secret, authority, id) }))
}

/** The child that a form means: by reference from a list, or by identifier; null where it names none. */
async function childOf(
  rooms: AuditsRooms,
  { authority }: Viewer,
  { child, identifier }: { readonly child: string; readonly identifier: string },
): Promise<{ readonly ref: string; readonly team: string } | null> {
  if (child === '' && identifier === '') return null
  const history = await rooms.shelf.history(authority)
  const ref = identifier === '' ? child : childRef(rooms.secret, authority, identifier)
  const place = childOfRef(rooms.secret, authority, history, ref)
  if (place === null)
    throw invalid([
      {
        field: identifier === '' ? 'child' : 'identifier',
        message:
          'No child with this identifier is in the records that are loaded. Check it, or load a newer extract; nothing you chose is lost.',
      },
    ])
  return { ref, team: teamOfChild(history, place) }
}

function refuseOtherTeams(rooms: AuditsRooms, viewer: Viewer, team: string): void {
  const sight = rooms.sightOf(viewer)
  if (sight === 'all' || permits(leadAudits, viewer)) return
  if (sight === 'none' || !sight.teams.includes(team))
    throw forbidden('You see the records of your own team alone, so you can audit its work alone.')
}

const openMocks = async (trx: Trx) => (await mocks(trx)).filter(({ closedAt }) => closedAt === null)

/** The mock inspection that an audit is begun for; null where it is begun for another reason. */
async function mockOf(
  rooms: AuditsRooms,
  authority: string,
  { reason, mock }: { readonly reason: AuditReason; readonly mock: string },
): Promise<string | null> {
  if (reason !== 'mock inspection') return null
  const open = await rooms.db.as(authority, openMocks)
  const chosen = open.find(({ id }) => id === mock)
  if (chosen === undefined)
    throw invalid([
      {
        field: 'mock',
        message:
          open.length === 0
            ? 'No mock inspection is open. Plan one first, or choose another reason.'
            : 'Choose which mock inspection it is for.',
      },
    ])
  return chosen.id
}

const uuidOr = (text: string): string | null => (z.uuid().safeParse(text).success ? text : null)
